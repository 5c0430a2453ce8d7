/** Pane store: runs commands through a Door and notifies subscribers. */
import type { Address } from '../core/values/address';
import type { Door, Outcome } from './door';
import { download } from './download';
import type { CauseEntry } from '../core/model/prose';
import type { Engine } from './worker/client';
import type { PreviousSource } from './worker/protocol';
import type { BookView, Command, Fix, SettingsChange } from './worker/views';
import type { DetailsView, ExportRequest, ExportedFile } from './worker/views-of-reports';
import { PlainFault, noticeOf, noticeOfOutcome } from './faults';
import { START, sheetOf, type Notice, type PaneState } from './pane-state';
import { TEXT, causesWritten, comparedWith, filled, fixed, nothingRead, nothingWritten, saved, zipName } from './text';

export interface Pane {
  readonly engine: Engine;
  readonly door: Door;
  /** Texts that are being typed, by the field; another file has none. */
  readonly drafts: Map<string, unknown>;
  state(): PaneState;
  subscribe(listener: () => void): () => void;
  /** Reads through `how`, or through the door, and shows what is known then. */
  load(
    how?: () => Promise<BookView>,
    known?: Partial<PaneState>,
    drafts?: ReadonlyMap<string, unknown>,
  ): Promise<boolean>;
  compute(): Promise<void>;
  clearMarks(): Promise<void>;
  /** Takes off the filters that kept the results from being written, and computes. */
  clearFilter(): Promise<void>;
  undo(): Promise<void>;
  fix(fixes: readonly Fix[]): Promise<void>;
  writeCause(unit: number, item: number, text: string): Promise<void>;
  writeCauses(lines: readonly CauseEntry[]): Promise<void>;
  changeSettings(change: SettingsChange): Promise<void>;
  changeDetails(change: Partial<DetailsView>): Promise<void>;
  /** Takes last year's results to compare with; null compares no longer. */
  compareWith(source: () => Promise<PreviousSource | null>): Promise<void>;
  /** Makes the files in the worker and hands them over to be saved. */
  exportFiles(request: ExportRequest): Promise<void>;
  /** The plan of a unit that wants to make these losses good. */
  exportPlan(unit: number, items: readonly number[], name: string): Promise<void>;
  cancel(): void;
  show(part: Partial<Pick<PaneState, 'tab' | 'task' | 'sheet' | 'unit' | 'deductionsOf' | 'notice' | 'unsaved'>>): void;
  setLive(live: boolean): void;
  reveal(at: Address, sheet?: string): void;
  say(kind: Notice['kind'], text: string): void;
  /** Says what went wrong outside of the pane's own work. */
  fail(error: unknown): void;
}

export function createPane(engine: Engine, door: Door): Pane {
  const store = startStore(engine, door);
  const drafts = new Map<string, unknown>();
  const { state, set, work, fail, reread } = store;
  let stopWatching = (): void => undefined;
  return {
    engine,
    door,
    drafts,
    state,
    subscribe: store.subscribe,
    load: (how = () => door.read(), known = {}, kept = new Map()) =>
      work(
        async () => {
          const view = await how();
          if (known.fileName !== undefined) {
            drafts.clear();
            for (const [key, draft] of kept) drafts.set(key, draft);
          }
          const isSame = known.fileName === undefined && view.sheets.some((each) => each.sheet === state().sheet);
          const sheet = isSame ? state().sheet : view.first;
          return { view, sheet, ...known };
        },
        Object.keys(known).length === 0,
      ),
    ...writingCommands(store, door),
    ...reportCommands(store, engine),
    cancel: () => {
      engine.cancel();
    },
    // Showing a tab closes the task.
    show: (part) => set('tab' in part && !('task' in part) ? { ...part, task: null } : part),
    setLive(live) {
      set({ live });
      stopWatching();
      stopWatching = live
        ? door.watch(reread, (sheet) => {
            if (state().view?.sheets.some((each) => each.sheet === sheet))
              set({ sheet, unit: null, deductionsOf: null });
          })
        : () => undefined;
    },
    reveal(at, sheet = sheetOf(state())?.sheet ?? '') {
      set({ selection: { sheet, at, times: (state().selection?.times ?? 0) + 1 } });
      door.reveal(sheet, at).catch((error: unknown) => {
        fail(error);
      });
    },
    say: (kind, text) => set({ notice: { kind, text, code: null } }),
    fail,
  };
}

type Store = ReturnType<typeof startStore>;

/** The state, and one piece of work on it at a time. */
function startStore(engine: Engine, door: Door) {
  let state: PaneState = START;
  /** The workbook was edited while the pane was at work. */
  let isStale = false;
  /** The pane has opened «Cách đọc bảng» by itself for this workbook. */
  let hasAsked = false;
  const listeners = new Set<() => void>();

  const set = (part: Partial<PaneState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };
  engine.onStep = (step, done) => {
    if (state.busy && (state.busy.step !== step || state.busy.done !== done)) set({ busy: { step, done } });
  };

  /** The first time that the officer is to say what a column holds, that is what is shown. */
  const firstDoubt = ({ view, fileName }: Partial<PaneState>): Partial<PaneState> => {
    if (fileName !== undefined) hasAsked = false;
    const sheet = hasAsked ? undefined : view?.sheets.find((each) => each.isUndecided && !each.isEarlier);
    if (!sheet) return {};
    hasAsked = true;
    return { task: { kind: 'reading' }, sheet: sheet.sheet, unit: null, deductionsOf: null };
  };

  /** Does the work unless other work is going on; an error becomes the notice and leaves the rest of the state. */
  const work = async (doing: () => Promise<Partial<PaneState>>, keepNotice = false): Promise<boolean> => {
    if (state.busy) return false;
    set({ busy: { step: 'open', done: 0 }, ...(keepNotice ? {} : { notice: null }) });
    try {
      const done = await doing();
      set({ ...done, ...firstDoubt(done), canUndo: door.canUndo(), version: state.version + 1 });
      return true;
    } catch (error) {
      // Answers that components waited for were lost with the work that was stopped: a new version asks for them again.
      set({ notice: noticeOf(error), version: state.version + 1 });
      return false;
    } finally {
      set({ busy: null });
      if (isStale) reread();
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
    fail: (error: unknown): void => set({ notice: noticeOf(error) }),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Writing =
  | 'compute'
  | 'clearFilter'
  | 'clearMarks'
  | 'undo'
  | 'fix'
  | 'writeCause'
  | 'writeCauses'
  | 'changeSettings'
  | 'changeDetails';

/** Commands that write into the workbook. */
function writingCommands({ state, work }: Store, door: Door): Pick<Pane, Writing> {
  const perform = async (command: Command, refill: boolean, tell: (outcome: Outcome) => string): Promise<void> => {
    await work(async () => {
      const outcome = await door.run(command, refill);
      if (command.kind === 'fill' && outcome.view.sheets.length === 0) {
        const notice = { kind: 'error', text: nothingRead(outcome.view.unread), code: null } as const;
        return { view: outcome.view, notice };
      }
      const isFilled = refill || command.kind === 'fill' ? true : outcome.written > 0 ? false : state().filled;
      return {
        view: outcome.view,
        filled: isFilled,
        unsaved: state().unsaved || outcome.written > 0,
        notice: noticeOfOutcome(outcome, tell),
      };
    });
  };
  /** After a repair, results and marks are brought up to date where they were before. */
  const refills = (): boolean => state().filled && (door.kind === 'excel' || state().live);
  const sheet = (): string => sheetOf(state())?.sheet ?? '';
  const compute = (): Promise<void> =>
    perform({ kind: 'fill' }, false, ({ written, view }) =>
      written === 0 ? nothingWritten(view.sheets.reduce((sum, { counts }) => sum + counts.error, 0)) : filled(written),
    );
  return {
    compute,
    clearFilter: async () => {
      const isClear = await work(async () => {
        await door.clearFilter?.();
        return {};
      });
      if (isClear) await compute();
    },
    clearMarks: () =>
      perform({ kind: 'clear' }, false, ({ written }) => (written === 0 ? TEXT.nothingToClear : TEXT.cleared)),
    undo: async () => {
      await work(async () => ({
        view: await door.undo(),
        filled: state().filled && door.canUndo(),
        unsaved: true,
        notice: { kind: 'info', text: TEXT.undone, code: null },
      }));
    },
    fix: (fixes) => perform({ kind: 'fix', sheet: sheet(), fixes }, refills(), () => fixed(fixes.length)),
    writeCause: (unit, item, text) =>
      perform({ kind: 'cause', sheet: sheet(), unit, item, text }, refills(), () => TEXT.causeSaved),
    writeCauses: (lines) =>
      perform({ kind: 'causes', sheet: sheet(), lines }, refills(), () => causesWritten(lines.length)),
    changeSettings: (change) => perform({ kind: 'settings', change }, refills(), () => TEXT.settingsSaved),
    changeDetails: (change) => perform({ kind: 'details', change }, false, () => TEXT.detailsSaved),
  };
}

/** Comparing and exporting: nothing is written into the workbook. */
function reportCommands(
  { state, work }: Store,
  engine: Engine,
): Pick<Pane, 'compareWith' | 'exportFiles' | 'exportPlan'> {
  const hand = (make: () => Promise<ExportedFile | undefined>): Promise<boolean> =>
    work(async () => {
      const file = await make();
      if (!file) throw new PlainFault(TEXT.nothingToExport);
      const name = file.name === '' ? zipName(state().fileName) : file.name;
      download(file.bytes, name);
      return { notice: { kind: 'success', text: saved(name), code: null } };
    });
  return {
    compareWith: async (how) => {
      await work(async () => {
        const source = await how();
        const view = await engine.call('compare', source);
        if (view.previous?.isRead === false) throw new PlainFault(TEXT.unreadPrevious);
        engine.rememberPrevious(source);
        const found = view.sheets.reduce((sum, { comparedUnits }) => sum + (comparedUnits ?? 0), 0);
        const text = source ? comparedWith(source.name, found) : TEXT.comparedNoMore;
        return {
          view,
          task: null,
          tab: 'results',
          notice: { kind: source && found === 0 ? 'info' : 'success', text, code: null },
        };
      });
    },
    exportFiles: async (request) => {
      await hand(async () => (await engine.call('export', request))[0]);
    },
    exportPlan: async (unit, items, name) => {
      await hand(() => engine.call('exportPlan', sheetOf(state())?.sheet ?? '', unit, items, name));
    },
  };
}
