/** The open workbook as a host: read in two syncs, written in two more, whatever the number of units and items. */
import type { Book } from '../../core/model/grid';
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
  /** Milliseconds without an edit after which `watch` speaks. */
  readonly quietMs?: number;
}

export interface ExcelHost extends Host {
  /** Goes to a cell: shows its sheet and selects it. */
  reveal(sheet: string, at: Address): Promise<void>;
  /** The workbook as it is known to be, without asking; null where it has to be read. */
  now(): Book | null;
  /**
   * All or nothing, and one step to take back: whatever `work` reads and writes. It may be begun again. With `joins` it
   * becomes a part of the step before it.
   */
  group<T>(work: () => Promise<T>, joins?: boolean): Promise<T>;
  /** «Hoàn tác»: puts back what was there before the last step, and tells it; refuses where it was edited since. */
  undo(): Promise<Book>;
  canUndo(): boolean;
  /** Takes the filters off that stood in the way of the last write, which an officer must agree to first. */
  clearFilter(): Promise<void>;
  /** The sheet that is shown, and the first cell that is selected in it. */
  selection(): Promise<{ readonly sheet: string; readonly at: Address }>;
  /**
   * Calls back after edits of others, and with the name of a sheet when it is activated; returns the function that
   * stops it.
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

/** Reading, writing and taking back, with what each leaves for the next. */
function startWrites(session: Session, history: History, watch: Watch) {
  /** What edits are compared with; null after a write of which only reading tells what the workbook is then. */
  let snapshot: Snapshot | null = null;
  /** A size that was refused once is not asked for again. */
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
    now: (): Book | null => (snapshot && watch.isTold() ? bookOf(snapshot) : null),
    apply: async (edits: Parameters<Host['applyEdits']>[0]): Promise<void> => {
      try {
        const done = await session.run((context) => applyAll(context, edits, snapshot, drawn, watch.isTold()));
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
  /** Once nothing stands against it; once nothing but the reading is left. */
  readonly onChecked?: () => void;
  readonly onDone?: () => void;
}

/** Puts a step back, and reads the workbook in the same requests. */
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
  /** A step whose undo failed half way: it cannot be compared with what was written any more. */
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

/** One thing at a time: a second click waits for the first. */
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
  /** Looks away while the work is done: Excel tells of its changes only afterwards. */
  away<T>(work: () => Promise<T>): Promise<T>;
  /** From now on everything that others edit is new. */
  readonly look: () => void;
  /** True where edits of others are told, and none was since `look`. */
  isTold(): boolean;
  start(onChange: () => void, onActivate: (sheet: string) => void): Promise<() => Promise<void>>;
}

/**
 * Reports edits of the workbook (once after a burst) and the activation of another sheet; ignores what this program
 * writes.
 */
function watchWorkbook(quietMs = QUIET_MS): Watch {
  let writing = 0;
  let deafUntil = 0;
  let isWatching = false;
  let isStale = false;
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
    look: () => {
      isStale = false;
    },
    // Older Excels do not tell whose edit it is while the add-in writes.
    isTold: () => isWatching && !isStale && supports('1.14'),
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
      // Edits before this were not told.
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
    // A sheet that is gone by now.
    () => undefined,
  );

const nameOf = (id: string): Promise<string | null> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(id);
    sheet.load('name');
    await context.sync();
    return sheet.isNullObject ? null : sheet.name;
  });
