/**
 * Finds the cells and rows that edits address, in one walk over the sheet, and the positions where missing ones belong.
 */
import { cellKey, MAX_COLUMNS, type CellKey } from '../../../core/values/address';
import type { CellValue } from '../../../core/model/workbook/grid';
import { formulaOf, valueOf, type FormulaElement } from './cell-value';
import { damaged } from '../faults';
import type { SheetPart } from './sheet-part';
import { type Scan } from './scan-cell';
import { scanRows } from './sheet-scan';

export interface FoundCell {
  readonly start: number;
  readonly nameStop: number;
  readonly openEnd: number;
  readonly end: number;
  readonly style: number;
  /** Offset of the value of the `s` attribute; -1 if there is none. */
  readonly styleStart: number;
  readonly styleStop: number;
  readonly value: CellValue;
  readonly formula: FormulaElement | null;
}

export interface FoundRow {
  readonly start: number;
  readonly nameStop: number;
  readonly openEnd: number;
  readonly isEmpty: boolean;
  readonly style: number;
  closeStart: number;
  end: number;
}

/**
 * An offset and the row element around it: the cells of one row can be spread over several elements with the same row
 * number.
 */
interface CellPlace {
  readonly position: number;
  readonly row: FoundRow;
}

/** A formula that fills a range: an array formula or a what-if data table. */
export interface FilledRange {
  readonly row: number;
  readonly column: number;
  readonly ref: string;
  readonly kind: 'array' | 'dataTable';
}

export interface Findings {
  readonly cells: ReadonlyMap<CellKey, FoundCell>;
  readonly rows: ReadonlyMap<number, FoundRow>;
  /** Where a wanted cell that its row lacks, or a wanted row that the sheet lacks, is to be inserted. */
  readonly cellPlaces: ReadonlyMap<CellKey, CellPlace>;
  readonly rowPlaces: ReadonlyMap<number, number>;
  readonly filled: readonly FilledRange[];
}

/** `wanted` is in ascending order and holds each key once. */
export function findCells(sheet: SheetPart, wanted: Float64Array, strings: readonly string[]): Findings {
  const { bytes, data, where } = sheet;
  const cells = new Map<CellKey, FoundCell>();
  const filled: FilledRange[] = [];
  const places = placeFinder(wanted, data.closeStart);
  let lastRow = -1;
  let lastColumn = -1;
  let current: FoundRow | null = null;

  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: (scan) => {
      // If rows are out of order, the right position of a new row is unknown.
      if (scan.row < lastRow) throw damaged(where);
      if (scan.row > lastRow) lastColumn = -1;
      lastRow = scan.row;
      current = places.enterRow(scan);
    },
    cell: (scan) => {
      if (scan.formulaStart >= 0 && bytes[scan.formulaStart + 2] !== 0x3e) noteFilled(bytes, where, scan, filled);
      if (!current) return;
      if (scan.column <= lastColumn) throw damaged(where);
      lastColumn = scan.column;
      const key = cellKey(scan.row, scan.column);
      if (!places.enterCell(key, scan.start, current)) return;
      const { start, nameStop, openEnd, end, style, styleStart, styleStop } = scan;
      const formula = scan.formulaStart >= 0 ? formulaOf(bytes, where, scan) : null;
      const value = valueOf(bytes, where, scan, strings);
      cells.set(key, { start, nameStop, openEnd, end, style, styleStart, styleStop, formula, value });
    },
    rowEnd: (_, closeStart, end) => {
      if (!current) return;
      current.closeStart = closeStart;
      current.end = end;
    },
  });
  const { rows, cellPlaces, rowPlaces } = places.finish();
  return { cells, rows, cellPlaces, rowPlaces, filled };
}

/** Records the positions of wanted cells and rows that the walk does not find. */
function placeFinder(wanted: Float64Array, dataEnd: number) {
  const rows = new Map<number, FoundRow>();
  const cellPlaces = new Map<CellKey, CellPlace>();
  const rowPlaces = new Map<number, number>();
  let next = 0;
  let row = -1;
  /** The last element of this row that holds cells: new cells after the last existing one go into it. */
  let last: FoundRow | null = null;
  const nextKey = (): CellKey => wanted[next] ?? Infinity;

  const endRow = (): void => {
    if (last)
      for (; nextKey() < cellKey(row + 1, 0); next++)
        cellPlaces.set(nextKey(), { position: last.closeStart, row: last });
  };
  const rowsBefore = (first: number, position: number): void => {
    for (; nextKey() < cellKey(first, 0); next++) rowPlaces.set(Math.floor(nextKey() / MAX_COLUMNS), position);
  };
  return {
    /** Returns the row if any of its cells is wanted, else null. */
    enterRow: (scan: Scan): FoundRow | null => {
      const goesOn = scan.row === row && last !== null;
      if (!goesOn) {
        endRow();
        rowsBefore(scan.row, scan.rowStart);
        last = null;
        row = scan.row;
        if (nextKey() >= cellKey(row + 1, 0)) return null;
      }
      const found = foundRow(scan);
      if (!goesOn) rows.set(row, found);
      if (!goesOn || last?.isEmpty === true || !found.isEmpty) last = found;
      return found;
    },
    /** Whether the cell is wanted. */
    enterCell: (key: CellKey, position: number, inside: FoundRow): boolean => {
      for (; nextKey() < key; next++) cellPlaces.set(nextKey(), { position: position, row: inside });
      if (nextKey() !== key) return false;
      next++;
      return true;
    },
    finish: () => {
      endRow();
      rowsBefore(Infinity, dataEnd);
      return { rows, cellPlaces, rowPlaces };
    },
  };
}

const foundRow = ({ rowStart, rowNameStop, rowOpenEnd, rowEmpty, rowStyle }: Scan): FoundRow => ({
  start: rowStart,
  nameStop: rowNameStop,
  openEnd: rowOpenEnd,
  isEmpty: rowEmpty,
  style: rowStyle,
  closeStart: rowOpenEnd,
  end: rowOpenEnd,
});

function noteFilled(bytes: Uint8Array, where: string, scan: Scan, filled: FilledRange[]): void {
  const { kind, ref } = formulaOf(bytes, where, scan);
  if (kind === 'array' || kind === 'dataTable') filled.push({ row: scan.row, column: scan.column, ref, kind });
}
