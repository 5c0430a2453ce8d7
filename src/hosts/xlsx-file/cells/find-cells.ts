/** Finds the cells and rows that edits name, in one walk over the sheet, and where missing ones belong. */
import { cellKey, MAX_COLUMNS, type CellKey } from '../../../core/values/address';
import type { CellValue } from '../../../core/model/grid';
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
  /** The value of the `s` attribute; -1 without one. */
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

/** A formula that fills a range: an array, or a what-if table. */
export interface FilledRange {
  readonly row: number;
  readonly column: number;
  readonly ref: string;
  readonly kind: 'array' | 'dataTable';
}

export interface Findings {
  readonly cells: ReadonlyMap<CellKey, FoundCell>;
  readonly rows: ReadonlyMap<number, FoundRow>;
  /** For a wanted cell that does not exist in its row, and a wanted row that does not exist: where it goes. */
  readonly cellPlaces: ReadonlyMap<CellKey, number>;
  readonly rowPlaces: ReadonlyMap<number, number>;
  readonly filled: readonly FilledRange[];
}

/** `wanted` in rising order, each key once. */
export function findCells(sheet: SheetPart, wanted: Float64Array, strings: readonly string[]): Findings {
  const { bytes, data, where } = sheet;
  const cells = new Map<CellKey, FoundCell>();
  const rows = new Map<number, FoundRow>();
  const cellPlaces = new Map<CellKey, number>();
  const rowPlaces = new Map<number, number>();
  const filled: FilledRange[] = [];
  let next = 0;
  let lastRow = -1;
  let lastColumn = -1;
  let current: FoundRow | null = null;
  const nextKey = (): CellKey => wanted[next] ?? Infinity;

  const rowsBefore = (row: number, at: number): void => {
    for (const first = cellKey(row, 0); nextKey() < first; next++)
      rowPlaces.set(Math.floor(nextKey() / MAX_COLUMNS), at);
  };
  const cellsBefore = (key: CellKey, at: number): void => {
    for (; nextKey() < key; next++) cellPlaces.set(nextKey(), at);
  };
  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: (scan) => {
      // Where rows stand out of order nobody can say which place is the right one.
      if (scan.row <= lastRow) throw damaged(where);
      lastRow = scan.row;
      lastColumn = -1;
      rowsBefore(scan.row, scan.rowStart);
      current = null;
      if (nextKey() >= cellKey(scan.row + 1, 0)) return;
      current = {
        start: scan.rowStart,
        nameStop: scan.rowNameStop,
        openEnd: scan.rowOpenEnd,
        isEmpty: scan.rowEmpty,
        style: scan.rowStyle,
        closeStart: scan.rowOpenEnd,
        end: scan.rowOpenEnd,
      };
      rows.set(scan.row, current);
    },
    cell: (scan) => {
      if (scan.formulaStart >= 0 && bytes[scan.formulaStart + 2] !== 0x3e) noteFilled(bytes, where, scan, filled);
      if (!current) return;
      if (scan.column <= lastColumn) throw damaged(where);
      lastColumn = scan.column;
      const key = cellKey(scan.row, scan.column);
      cellsBefore(key, scan.start);
      if (nextKey() !== key) return;
      next++;
      const { start, nameStop, openEnd, end, style, styleStart, styleStop } = scan;
      const formula = scan.formulaStart >= 0 ? formulaOf(bytes, where, scan) : null;
      cells.set(key, {
        start,
        nameStop,
        openEnd,
        end,
        style,
        styleStart,
        styleStop,
        formula,
        value: valueOf(bytes, where, scan, strings),
      });
    },
    rowEnd: (scan, closeStart, end) => {
      if (!current) return;
      cellsBefore(cellKey(scan.row + 1, 0), closeStart);
      current.closeStart = closeStart;
      current.end = end;
    },
  });
  rowsBefore(Infinity, data.closeStart);
  return { cells, rows, cellPlaces, rowPlaces, filled };
}

function noteFilled(bytes: Uint8Array, where: string, scan: Scan, filled: FilledRange[]): void {
  const { kind, ref } = formulaOf(bytes, where, scan);
  if (kind === 'array' || kind === 'dataTable') filled.push({ row: scan.row, column: scan.column, ref, kind });
}
