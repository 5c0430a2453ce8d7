/** Finds the cells and rows that edits name, in one walk over the sheet, and where missing ones belong. */
import { cellKey, type CellKey } from '../../core/model/address';
import type { CellValue } from '../../core/model/grid';
import { formulaOf, valueOf, type FormulaElement } from './cell-value';
import { damaged } from './faults';
import type { SheetPart } from './sheet-part';
import { scanRows, type Scan } from './sheet-scan';

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

export function findCells(sheet: SheetPart, wanted: Iterable<CellKey>, strings: readonly string[]): Findings {
  const { bytes, data, where } = sheet;
  const byRow = new Map<number, number[]>();
  for (const key of [...new Set(wanted)].sort((a, b) => a - b)) {
    const row = Math.floor(key / 16_384);
    const columns = byRow.get(row);
    if (columns) columns.push(key % 16_384);
    else byRow.set(row, [key % 16_384]);
  }
  const targets = [...byRow.keys()];
  const cells = new Map<CellKey, FoundCell>();
  const rows = new Map<number, FoundRow>();
  const cellPlaces = new Map<CellKey, number>();
  const rowPlaces = new Map<number, number>();
  const filled: FilledRange[] = [];
  let nextTarget = 0;
  let lastRow = -1;
  let lastColumn = -1;
  let columns: readonly number[] | undefined;
  let nextColumn = 0;
  let current: FoundRow | null = null;

  const rowsBefore = (row: number, at: number): void => {
    for (let target = targets[nextTarget]; target !== undefined && target < row; target = targets[++nextTarget]) rowPlaces.set(target, at);
  };
  const cellsBefore = (row: number, column: number, at: number): void => {
    for (let target = columns?.[nextColumn]; target !== undefined && target < column; target = columns?.[++nextColumn]) cellPlaces.set(cellKey(row, target), at);
  };
  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: (scan) => {
      // Where rows stand out of order nobody can say which place is the right one.
      if (scan.row <= lastRow) throw damaged(where);
      lastRow = scan.row;
      lastColumn = -1;
      rowsBefore(scan.row, scan.rowStart);
      columns = byRow.get(scan.row);
      nextColumn = 0;
      current = null;
      if (!columns) return;
      nextTarget++;
      current = { start: scan.rowStart, nameStop: scan.rowNameStop, openEnd: scan.rowOpenEnd, isEmpty: scan.rowEmpty, style: scan.rowStyle, closeStart: scan.rowOpenEnd, end: scan.rowOpenEnd };
      rows.set(scan.row, current);
    },
    cell: (scan) => {
      if (scan.formulaStart >= 0 && bytes[scan.formulaStart + 2] !== 0x3e) noteFilled(bytes, where, scan, filled);
      if (!columns) return;
      if (scan.column <= lastColumn) throw damaged(where);
      lastColumn = scan.column;
      cellsBefore(scan.row, scan.column, scan.start);
      if (columns[nextColumn] !== scan.column) return;
      nextColumn++;
      const { start, nameStop, openEnd, end, style, styleStart, styleStop } = scan;
      const formula = scan.formulaStart >= 0 ? formulaOf(bytes, where, scan) : null;
      cells.set(cellKey(scan.row, scan.column), { start, nameStop, openEnd, end, style, styleStart, styleStop, formula, value: valueOf(bytes, where, scan, strings) });
    },
    rowEnd: (scan, closeStart, end) => {
      if (!current) return;
      cellsBefore(scan.row, Infinity, closeStart);
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
