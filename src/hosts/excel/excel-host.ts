/** The open workbook as a host: two syncs to read, two more to write, regardless of the number of units and items. */
import type { Book } from '../../core/model/workbook/grid';
import { toA1, type Address } from '../../core/values/address';
import type { Host } from '../host';
import { applyAll, type Drawn } from './apply';
import { because, codeOf, failedUndo, FilteredSheets, missingSheet, nothingToUndo } from './faults';
import { askWorkbook, readWorkbook } from './read/read';
import { bookOf, type Snapshot } from './read/snapshot';
import { startSession, type Session, supports } from './session';
import { startHistory, type History } from './undo/history';
import { putBack, type WriteRecord } from './undo/put-back';

interface ExcelHostOptions {
  /** Milliseconds without an edit before `watch` calls back. */
  readonly quietMs?: number;
}

export interface ExcelHost extends Host {
  /** Shows the sheet and selects the cell. */
  reveal(sheet: string, at: Address): Promise<void>;
  /** The workbook as last known, without a request; null if it has to be read. */
  now(): Book | null;
  /**
   * Runs `work` as one transaction and one undo step. `work` may be run again. With `joins` its writes become a part of
   * the previous step.
   */
  group<T>(work: () => Promise<T>, joins?: boolean): Promise<T>;
  /** «Hoàn tác»: restores the state before the last step and returns it; refuses if the workbook was edited since. */
  undo(): Promise<Book>;
  canUndo(): boolean;
  /** Removes the filters that blocked the last write. The officer must agree first. */
  clearFilter(): Promise<void>;
  /** The active sheet and the first selected cell in it. */
  selection(): Promise<{ readonly sheet: string; readonly at: Address }>;
  /**
   * Calls back after edits that are not the add-in's own, and with the name of a sheet when it is activated. Returns
   * the function that stops it.
   */
  watch(onChange: () => void, onActivate?: (sheet: string) => void): Promise<() => Promise<void>>;
}

export function excelHost({ quietMs }: ExcelHostOptions = {}): ExcelHost {
  const session = startSession();
  const history = startHistory();
  const watch = watchWorkbook(quietMs);
  const inTurn = turns();
  const groupInTurn = turns();
  const writes = startWrites(session, history, watch);
  const alone = <T>(work: () => Promise<T>): Promise<T> => inTurn(() => watch.away(work));
  return {
    readBook: () => inTurn(() => writes.read()),
    now: () => writes.now(),
    applyEdits: (edits) => alone(() => writes.apply(edits)),
    reveal: (sheet, at) =>
      onSheet(session, sheet, (found) => {
        found.activate();
        found.getRange(toA1(at)).select();
      }),
    group: (work, joins = false) =>
      groupInTurn(() =>
        session.asOneStep(async () => {
          history.open();
          try {
            const done = await work();
            history.close(joins ? 'joined' : 'step');
            return done;
          } catch (error) {
            const record = history.close('dropped');
            if (record) await alone(() => writes.takeBack(record));
            throw error;
          }
        }),
      ),
    clearFilter: () => alone(() => writes.clearFilters()),
    undo: () => alone(() => writes.undo()),
    canUndo: () => history.last() !== null,
    selection: () =>
      session.run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load('rowIndex,columnIndex');
        range.worksheet.load('name');
        await context.sync();
        return { sheet: range.worksheet.name, at: { row: range.rowIndex, column: range.columnIndex } };
      }),
    watch: (onChange, onActivate = () => undefined) => watch.start(onChange, onActivate),
  };
}

/** Reading, writing and undoing, with the state that they share. */
function startWrites(session: Session, history: History, watch: Watch) {
  /** Basis for comparison with edits; null after a write if the workbook has to be read again. */
  let snapshot: Snapshot | null = null;
  /** Whether Excel has refused a large request, so that it is not tried again. */
  let isLarge = false;
  let filtered: readonly string[] = [];
  const drawn: Drawn = new Map();

  const known = (read: Snapshot): Book => {
    snapshot = read;
    isLarge ||= read.large;
    return bookOf(read);
  };
  const takeBack = async (record: WriteRecord, on: Partial<Restoring> = {}): Promise<Book> => {
    snapshot = null;
    const read = await restore(session, record, {
      as: 'undo',
      isLarge,
      look: watch.look,
      ...on,
    });
    for (const { key } of record) drawn.delete(key);
    for (const { key, last } of record) if (last) drawn.set(key, last);
    return known(read);
  };
  return {
    takeBack,
    read: async (): Promise<Book> => {
      watch.look();
      return known(await session.run((context) => readWorkbook(context, isLarge)));
    },
    now: (): Book | null => (snapshot && watch.isKnownUnchanged() ? bookOf(snapshot) : null),
    apply: async (edits: Parameters<Host['applyEdits']>[0]): Promise<void> => {
      try {
        const done = await session.run((context) =>
          applyAll(context, edits, snapshot, drawn, watch.isKnownUnchanged()),
        );
        if (!done) return;
        history.add(done.record);
        snapshot = done.snapshot;
        for (const { key, drawing } of done.record) if (drawing) drawn.set(key, drawing);
      } catch (error) {
        if (error instanceof FilteredSheets) filtered = error.sheets;
        throw error;
      }
    },
    clearFilters: async (): Promise<void> => {
      const clear = (name: string) => onSheet(session, name, (found) => found.autoFilter.clearCriteria());
      await filtered.reduce((before, name) => before.then(() => clear(name)), Promise.resolve());
    },
    undo: undoing(history, takeBack),
  };
}

interface Restoring {
  readonly as: 'checked' | 'undo';
  readonly isLarge: boolean;
  readonly look: () => void;
  /** `onChecked` is called when the checks have passed, `onDone` when only the reading is left. */
  readonly onChecked?: () => void;
  readonly onDone?: () => void;
}

/** Undoes a step and reads the workbook in the same requests. */
const restore = (session: Session, record: WriteRecord, on: Restoring): Promise<Snapshot> =>
  session.run(async (context) => {
    const asked: (() => Promise<Snapshot>)[] = [];
    const beforeLast = (): void => {
      on.look();
      asked.push(askWorkbook(context, on.isLarge));
    };
    const settle = await putBack(context, record, { as: on.as, onChecked: on.onChecked, beforeLast });
    if (!settle()) on.onDone?.();
    return await (asked.at(-1) ?? (() => readWorkbook(context, on.isLarge)))();
  });

function undoing(
  history: History,
  takeBack: (record: WriteRecord, on: Pick<Restoring, 'as' | 'onChecked' | 'onDone'>) => Promise<Book>,
): () => Promise<Book> {
  /** A step whose undo failed half way: the workbook can no longer be compared with what the step wrote. */
  let halfUndone: WriteRecord | null = null;
  return async () => {
    const record = history.last();
    if (!record) throw nothingToUndo();
    const onDone = (): void => {
      if (history.last() === record) history.drop();
      halfUndone = null;
    };
    const onChecked = (): void => {
      halfUndone = record;
    };
    try {
      const book = await takeBack(record, { as: record === halfUndone ? 'undo' : 'checked', onChecked, onDone });
      onDone();
      return book;
    } catch (error) {
      if (record !== halfUndone) throw error;
      throw because(error, failedUndo(codeOf(error instanceof Error ? (error.cause ?? error) : error)));
    }
  };
}

function onSheet(session: Session, name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> {
  return session.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) throw missingSheet(name);
    work(sheet);
    await context.sync();
  });
}

/** Runs one piece of work at a time: a second click waits for the first. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let busy: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };
}

/** Long enough for a burst of typing, short enough to feel live. */
const QUIET_MS = 400;

interface Watch {
  /** Ignores changes while the work is done, and shortly after it, because Excel reports them late. */
  away<T>(work: () => Promise<T>): Promise<T>;
  /** Marks the workbook as read: `hasReliableName` is true until the next edit by others. */
  readonly look: () => void;
  /** True if edits by others are reported and none has been since `look`. */
  isKnownUnchanged(): boolean;
  start(onChange: () => void, onActivate: (sheet: string) => void): Promise<() => Promise<void>>;
}

/**
 * Reports edits of the workbook (once after a burst) and the activation of another sheet; ignores the add-in's own
 * writes.
 */
function watchWorkbook(quietMs = QUIET_MS): Watch {
  let writing = 0;
  let deafUntil = 0;
  let isWatching = false;
  let isStale = false;
  // Older Excels do not report the source of a change; newer ones tell the add-in's writes from the officer's typing.
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
    look: () => {
      isStale = false;
    },
    // Older Excels do not report who edits while the add-in writes.
    isKnownUnchanged: () => isWatching && !isStale && supports('1.14'),
    start: async (onChange, onActivate) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const handlers = await Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        const changes = worksheets.onChanged.add((change) => {
          if (isOwn(change)) return Promise.resolve();
          isStale = true;
          clearTimeout(timer);
          timer = setTimeout(onChange, quietMs);
          return Promise.resolve();
        });
        const shown = worksheets.onActivated.add(({ worksheetId }) => tellName(worksheetId, onActivate));
        await context.sync();
        return [changes, shown];
      });
      // Edits before this point were not reported.
      [isWatching, isStale] = [true, true];
      return async () => {
        clearTimeout(timer);
        isWatching = false;
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

const tellName = (id: string, tell: (name: string) => void): Promise<void> =>
  nameOf(id).then(
    (name) => {
      if (name !== null) tell(name);
    },
    // The sheet may have been deleted.
    () => undefined,
  );

const nameOf = (id: string): Promise<string | null> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
