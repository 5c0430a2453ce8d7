/** Holds the pane's state, notifies listeners, and runs one piece of work at a time. */
import type { Door } from './door';
import type { Engine } from './worker/client';
import { noticeOf } from './faults';
import { START, type PaneState } from './pane-state';

export type Store = ReturnType<typeof startStore>;

/** Creates the store of the pane's state. */
export function startStore(engine: Engine, door: Door) {
  let state: PaneState = START;
  /** Whether the workbook was edited while the pane was busy. */
  let isStale = false;
  let whenIdle = (): void => undefined;
  const firstDoubt = askingOnce();
  const listeners = new Set<() => void>();

  const set = (part: Partial<PaneState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  engine.onStep = (step, made) => {
    if (state.busy && (state.busy.step !== step || state.busy.made !== made)) set({ busy: { step, made } });
  };

  /** Does the work unless the pane is busy. An error becomes the notice and leaves the rest of the state unchanged. */
  const work = async (doing: () => Promise<Partial<PaneState>>, keepNotice = false): Promise<boolean> => {
    if (state.busy) return false;
    set({ busy: { step: 'open', made: null }, ...(keepNotice ? {} : { notice: null }) });
    try {
      const done = await doing();
      set({
        ...done,
        ...firstDoubt(done),
        canUndo: door.canUndo(),
        canRedo: door.canRedo?.() ?? false,
        version: state.version + 1,
      });
      return true;
    } catch (error) {
      // Answers that components are waiting for are lost with the stopped work; a new version makes them ask again.
      set({ notice: noticeOf(error), version: state.version + 1 });
      return false;
    } finally {
      set({ busy: null });
      if (isStale) reread();
      else whenIdle();
    }
  };
  const reread = (): void => {
    isStale = state.busy !== null;
    if (!isStale && state.live) void work(async () => ({ view: await door.read() }), true);
  };
  return {
    state: () => state,
    set,
    work,
    reread,
    /** Sets the function that is called when the pane becomes idle. */
    setIdle: (doing: () => void): void => {
      whenIdle = doing;
    },
    fail: (error: unknown): void => set({ notice: noticeOf(error) }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The first time that a workbook has an undecided column, opens the task where the officer decides it. */
function askingOnce(): (done: Partial<PaneState>) => Partial<PaneState> {
  let hasAsked = false;
  return ({ view, fileName }) => {
    if (fileName !== undefined) hasAsked = false;
    const sheet = hasAsked ? undefined : view?.sheets.find((each) => each.isUndecided && !each.isEarlier);
    if (!sheet) return {};
    hasAsked = true;
    return { task: { kind: 'reading' }, sheet: sheet.sheet, unit: null, deductionsOf: null };
  };
}
