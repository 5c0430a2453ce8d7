/** Tells when somebody edits the workbook, once after a burst of edits; never for what this program writes itself. */
import { supports } from './session';

/** Long enough for a burst of typing, short enough to feel live. */
const QUIET_MS = 400;

export interface Watch {
  /** Looks away while the work is done: Excel tells of its changes only afterwards. */
  away<T>(work: () => Promise<T>): Promise<T>;
  start(onChange: () => void): Promise<() => Promise<void>>;
}

export function watchWorkbook(quietMs = QUIET_MS): Watch {
  let writing = 0;
  let deafUntil = 0;
  const isOwn = ({ triggerSource }: { readonly triggerSource?: string }): boolean => triggerSource === 'ThisLocalAddin' || writing > 0 || Date.now() < deafUntil;
  return {
    away: async (work) => {
      writing++;
      try {
        return await work();
      } finally {
        writing--;
        // Older Excels do not say who wrote.
        if (!supports('1.14')) deafUntil = Date.now() + quietMs;
      }
    },
    start: async (onChange) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const handler = await Excel.run(async (context) => {
        const result = context.workbook.worksheets.onChanged.add((change) => {
          if (isOwn(change)) return Promise.resolve();
          clearTimeout(timer);
          timer = setTimeout(onChange, quietMs);
          return Promise.resolve();
        });
        await context.sync();
        return result;
      });
      return async () => {
        clearTimeout(timer);
        await Excel.run(handler.context, async (context) => {
          handler.remove();
          await context.sync();
        });
      };
    },
  };
}
