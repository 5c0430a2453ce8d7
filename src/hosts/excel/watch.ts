/**
 * Reports edits of the workbook (once after a burst) and the activation of another sheet; ignores what this program
 * writes.
 */
import { supports } from './session';

/** Long enough for a burst of typing, short enough to feel live. */
const QUIET_MS = 400;

export interface Watch {
  /** Looks away while the work is done: Excel tells of its changes only afterwards. */
  away<T>(work: () => Promise<T>): Promise<T>;
  start(onChange: () => void, onActivate: (sheet: string) => void): Promise<() => Promise<void>>;
}

export function watchWorkbook(quietMs = QUIET_MS): Watch {
  let writing = 0;
  let deafUntil = 0;
  // Older Excels do not say who wrote; newer ones tell what an officer types while we write.
  const isOwn = ({ triggerSource }: { readonly triggerSource?: string }): boolean =>
    supports('1.14') ? triggerSource === 'ThisLocalAddin' : writing > 0 || Date.now() < deafUntil;
  return {
    away: async (work) => {
      writing++;
      try {
        return await work();
      } finally {
        writing--;
        deafUntil = Date.now() + quietMs;
      }
    },
    start: async (onChange, onActivate) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const handlers = await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const changes = worksheets.onChanged.add((change) => {
          if (isOwn(change)) return Promise.resolve();
          clearTimeout(timer);
          timer = setTimeout(onChange, quietMs);
          return Promise.resolve();
        });
        const shown = worksheets.onActivated.add(({ worksheetId }) =>
          nameOf(worksheetId).then(
            (name) => {
              if (name !== null) onActivate(name);
            },
            // A sheet that is gone by now.
            () => undefined,
          ),
        );
        await context.sync();
        return [changes, shown];
      });
      return async () => {
        clearTimeout(timer);
        const [first] = handlers;
        if (!first) return;
        await Excel.run(first.context, async (context) => {
          for (const handler of handlers) handler.remove();
          await context.sync();
        });
      };
    },
  };
}

const nameOf = (id: string): Promise<string | null> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
