/** The open workbook as a host: read in two syncs, written in two more, whatever the number of units and items. */
import { toA1, type Address } from '../../core/model/address';
import type { Host } from '../host';
import { applyAll, type Drawn } from './apply';
import { missingSheet, nothingToUndo } from './faults';
import { putBack, type WriteRecord } from './put-back';
import { readWorkbook } from './read';
import { inExcel } from './session';
import { bookOf, type Snapshot } from './snapshot';
import { watchWorkbook } from './watch';

export interface ExcelHostOptions {
  /** Milliseconds without an edit after which `watch` speaks. */
  readonly quietMs?: number;
}

export interface ExcelHost extends Host {
  /** Goes to a cell: shows its sheet and selects it. */
  reveal(sheet: string, at: Address): Promise<void>;
  /** «Hoàn tác»: puts back exactly what was there before the last write; refuses where the sheet was edited since. */
  undo(): Promise<void>;
  canUndo(): boolean;
  /** Takes the filter of a sheet off, which an officer must agree to first. */
  clearFilter(sheet: string): Promise<void>;
  /** Calls back after edits, not after our own; gives back what stops it. */
  watch(onChange: () => void): Promise<() => Promise<void>>;
}

export function excelHost({ quietMs }: ExcelHostOptions = {}): ExcelHost {
  /** What edits are compared with; void once written, because the workbook is another one by then. */
  let read: Snapshot | null = null;
  let last: WriteRecord | null = null;
  const drawn: Drawn = new Map();
  let busy: Promise<unknown> = Promise.resolve();
  const watch = watchWorkbook(quietMs);
  /** One thing at a time: a second click waits for the first. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };
  const onSheet = (name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name');
      await context.sync();
      if (sheet.isNullObject) throw missingSheet(name);
      work(sheet);
      await context.sync();
    });
  return {
    readBook: () =>
      inTurn(async () => {
        read = await inExcel(readWorkbook);
        return bookOf(read);
      }),
    applyEdits: (edits) =>
      inTurn(() =>
        watch.away(async () => {
          const record = await inExcel((context) => applyAll(context, edits, read, drawn));
          if (!record) return;
          last = record;
          for (const { key, drawing } of record) if (drawing) drawn.set(key, drawing);
          read = null;
        }),
      ),
    reveal: (sheet, at) =>
      onSheet(sheet, (found) => {
        found.activate();
        found.getRange(toA1(at)).select();
      }),
    clearFilter: (sheet) => inTurn(() => watch.away(() => onSheet(sheet, (found) => found.autoFilter.clearCriteria()))),
    undo: () =>
      inTurn(() =>
        watch.away(async () => {
          const record = last;
          if (!record) throw nothingToUndo();
          await inExcel((context) => putBack(context, record, true));
          last = null;
          read = null;
          for (const written of record) {
            if (written.last) drawn.set(written.key, written.last);
            else drawn.delete(written.key);
          }
        }),
      ),
    canUndo: () => last !== null,
    watch: (onChange) => watch.start(onChange),
  };
}
