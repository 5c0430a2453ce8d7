/** Filling in after a repair where that costs much: once for all that was typed one after the other. */
import type { Door } from './door';
import { noticeOfOutcome } from './faults';
import type { Store } from './pane-store';

/** Milliseconds without a key after which results are filled in anew. */
const PAUSE = 2000;

/** Fills in results, marks and our sheets once nobody types any more. */
export function refillLater({ state, work }: Store, door: Door) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastKey = 0;
  if (typeof document !== 'undefined')
    document.addEventListener('keydown', () => {
      lastKey = Date.now();
    });
  const plan = (): void => {
    if (!door.refill) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (state().busy || Date.now() - lastKey < PAUSE) plan();
      else void fill();
    }, PAUSE);
  };
  const fill = async (): Promise<void> => {
    await work(async () => {
      const outcome = await door.refill?.();
      // It says something only where something could not be written.
      const notice = outcome && noticeOfOutcome(outcome, () => '');
      return { ...(outcome ? { view: outcome.view } : {}), ...(notice?.text ? { notice } : {}) };
    }, true);
  };
  return {
    plan,
    forget: (): void => clearTimeout(timer),
  };
}
