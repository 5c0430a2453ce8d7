/** The pane's commands that write into the workbook, each with its message to the officer. */
import type { Address } from '../core/values/address';
import type { Door, Outcome } from './door';
import type { Choice } from '../core/model/collection';
import type { CauseEntry } from '../core/model/beside/prose';
import type { DetailsView } from './worker/views-of-reports';
import type { SettingsChange } from './worker/views';
import type { Fix } from './worker/view-diagnostics';
import { noticeOfOutcome } from './faults';
import { sheetOf, type PaneState, type Seen } from './pane-state';
import type { Store } from './pane-store';
import { TEXT, causesWritten, filled, fixed, nothingRead, nothingWritten, typedCells } from './text/text';
import type { Command, TypedCell } from './worker/plan-command';

export interface Writing {
  compute(): Promise<void>;
  clearMarks(): Promise<void>;
  /** Removes the filters that blocked the last write, then computes. */
  clearFilter(): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Writes typed cells; cells typed while the pane is busy are written afterwards. */
  type(cells: readonly TypedCell[], sheet?: string): Promise<void>;
  /** `records` starts the record of corrections; an existing record is always continued. */
  fix(fixes: readonly Fix[], records?: boolean): Promise<void>;
  /** `at` is the cell of the loss, offered as the place to see the result. */
  writeCause(unit: number, item: number, text: string, at?: Address): Promise<void>;
  writeCauses(lines: readonly CauseEntry[]): Promise<void>;
  /** Writes the collected scores; each choice names the file whose value a cell takes. */
  putIn(choices: readonly Choice[]): Promise<void>;
  changeSettings(change: SettingsChange): Promise<void>;
  changeDetails(change: Partial<DetailsView>): Promise<void>;
}

/** Commands that write into the workbook. */
export function writingCommands(store: Store, door: Door): Writing {
  const { state, set, work } = store;
  const steps = filledSteps(state, door);
  const later = refillLater(store, door);
  const perform = performing(store, door, steps.took, later);
  /** After a change, results and marks are updated if they were filled in before. */
  const refills = (): boolean => state().filled && (door.kind === 'excel' || state().live);
  const sheet = (): string => sheetOf(state())?.sheet ?? '';
  const compute = (): Promise<void> => perform({ kind: 'fill' }, false, filledIn, RESULTS);
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
    ...stepCommands(store, door, steps, later),
    type: typing(store, sheet, (cells, name) =>
      perform(
        { kind: 'type', sheet: name, cells },
        refills(),
        () => typedCells(cells.length),
        cellOf(name, cells[0]?.at),
      ),
    ),
    fix: (fixes, records = false) => {
      const when = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' }).format(new Date());
      const [first] = fixes;
      return perform(
        { kind: 'fix', sheet: sheet(), fixes, records, when },
        refills(),
        () => fixed(fixes.length),
        cellOf(first?.sheet ?? sheet(), first?.at),
      );
    },
    // Waits for the previous write, so that a fast typist loses no cause.
    writeCause: async (unit, item, text, at) => {
      await free(store);
      const command = { kind: 'cause', sheet: sheet(), unit, item, text } as const;
      await perform(command, refills(), () => TEXT.causeSaved, cellOf(sheet(), at));
    },
    writeCauses: async (lines) => {
      await free(store);
      await perform({ kind: 'causes', sheet: sheet(), lines }, refills(), () => causesWritten(lines.length), LOSSES);
    },
    putIn: async (choices) => {
      await perform({ kind: 'collect', choices }, refills(), () => TEXT.collected);
      // The table has changed, so the files are read again before more scores are taken.
      if (state().notice?.kind !== 'error') set({ collecting: null, task: null, tab: 'results' });
    },
    changeSettings: (change) => perform({ kind: 'settings', change }, refills(), () => TEXT.settingsSaved, RESULTS),
    changeDetails: (change) => perform({ kind: 'details', change }, false, () => TEXT.detailsSaved),
  };
}

const filledIn = ({ written, view }: Outcome): string =>
  written === 0 ? nothingWritten(view.sheets.reduce((sum, { counts }) => sum + counts.error, 0)) : filled(written);
const cellOf = (sheet: string, at: Address | undefined): Seen | undefined => at && { kind: 'cell', at, sheet };
const RESULTS: Seen = { kind: 'tab', tab: 'results' };
const LOSSES: Seen = { kind: 'tab', tab: 'deductions' };

type Later = ReturnType<typeof refillLater>;

/** Milliseconds without a key press before results are updated. */
const PAUSE = 2000;

/** Updates results, marks and the add-in's sheets after typing has paused. */
function refillLater({ state, work }: Store, door: Door) {
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
      // A notice is shown only if something could not be written.
      const notice = outcome && noticeOfOutcome(outcome, () => '');
      return { ...(outcome ? { view: outcome.view } : {}), ...(notice?.text ? { notice } : {}) };
    }, true);
  };
  return {
    plan,
    forget: (): void => clearTimeout(timer),
  };
}

function stepCommands(
  { state, work }: Store,
  door: Door,
  steps: ReturnType<typeof filledSteps>,
  later: Later,
): Pick<Writing, 'undo' | 'redo'> {
  const notice = (text: string, offer: 'undo' | 'redo' | null) =>
    ({ unsaved: true, notice: { kind: 'info', text, code: null, ...(offer ? { offer } : {}) } }) as const;
  const again = door.redo ? 'redo' : null;
  return {
    undo: async () => {
      later.forget();
      await work(async () => ({ view: await door.undo(), filled: steps.back(), ...notice(TEXT.undone, again) }));
      // Undoing a step also undoes the update that was a part of it, so it is done again.
      if (state().filled && door.canUndo()) later.plan();
    },
    redo: async () => {
      await work(async () => ({
        view: await (door.redo?.() ?? door.read()),
        filled: steps.forth(),
        ...notice(TEXT.redone, 'undo'),
      }));
    },
  };
}

/** Performs a command and shows the result. */
function performing({ state, work }: Store, door: Door, took: () => void, later: Later) {
  return async (command: Command, refill: boolean, tell: (outcome: Outcome) => string, see?: Seen): Promise<void> => {
    if (command.kind === 'fill' || command.kind === 'clear') later.forget();
    const waits = refill && door.refill !== undefined;
    const isDone = await work(async () => {
      const outcome = await door.run(command, refill && !waits);
      if (command.kind === 'fill' && outcome.view.sheets.length === 0) {
        const notice = { kind: 'error', text: nothingRead(outcome.view.unread), code: null } as const;
        return { view: outcome.view, notice };
      }
      const isFilled = refill || command.kind === 'fill' ? true : outcome.written > 0 ? false : state().filled;
      if (outcome.written > 0) took();
      return {
        view: outcome.view,
        filled: isFilled,
        unsaved: state().unsaved || outcome.written > 0,
        notice: {
          ...(outcome.written > 0 ? { offer: 'undo', ...(see ? { see } : {}) } : {}),
          ...noticeOfOutcome(outcome, tell),
        },
      };
    });
    if (isDone && waits) later.plan();
  };
}

/** Resolves when the pane is idle. */
async function free({ state, subscribe }: Store): Promise<void> {
  while (state().busy)
    await new Promise<void>((resolve) => {
      const stop = subscribe(() => {
        if (state().busy) return;
        stop();
        resolve();
      });
    });
}

/** Records whether the workbook held results before each step, so that undo restores that too. */
function filledSteps(state: Store['state'], door: Door) {
  let past: boolean[] = [];
  let future: boolean[] = [];
  return {
    took: (): void => {
      past = [...past, state().filled];
      future = [];
    },
    back: (): boolean => {
      future = [...future, state().filled];
      return past.pop() ?? (state().filled && door.canUndo());
    },
    forth: (): boolean => {
      past = [...past, state().filled];
      return future.pop() ?? state().filled;
    },
  };
}

/** Writes the cells of one sheet at a time, in the order of typing; the last text for a cell wins. */
function typing(
  { state, set, setIdle }: Store,
  shown: () => string,
  write: (cells: readonly TypedCell[], sheet: string) => Promise<void>,
): Writing['type'] {
  let isWriting = false;
  const flush = async (): Promise<void> => {
    const [first] = state().typed;
    if (!first || state().busy || isWriting) return;
    isWriting = true;
    const batch = state().typed.filter(({ sheet }) => sheet === first.sheet);
    await write(
      batch.map(({ at, text }) => ({ at, text })),
      first.sheet,
    );
    isWriting = false;
    set({ typed: state().typed.filter((each) => !batch.includes(each)) });
    await flush();
  };
  setIdle(() => void flush());
  return async (cells, sheet = shown()) => {
    const isNew = (each: PaneState['typed'][number]): boolean =>
      each.sheet === sheet && cells.some(({ at }) => at.row === each.at.row && at.column === each.at.column);
    set({ typed: [...state().typed.filter((each) => !isNew(each)), ...cells.map((each) => ({ ...each, sheet }))] });
    await flush();
  };
}
