/** A sheet under construction: single cells, and tables with merged headings of any depth. */
import { cellKey, toA1Range, type Address, type Area2D, type CellKey } from '../../../src/core/values/address';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { gridOf } from '../grid';
import type { ColumnPlace } from './model';

export class Canvas {
  readonly values: CellValue[][] = [];
  readonly merges: Area2D[] = [];
  readonly percents = new Set<CellKey>();
  readonly dates = new Set<CellKey>();
  readonly notes = new Map<CellKey, string>();
  readonly hiddenColumns = new Set<number>();
  readonly formulas = new Map<CellKey, string>();

  constructor(readonly sheet: string) {}

  put(row: number, column: number, value: CellValue): void {
    while (this.values.length <= row) this.values.push([]);
    const cells = this.values[row] as CellValue[];
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }

  /** The first row below all content. */
  get end(): number {
    return this.values.length;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  grid(): Grid {
    return {
      ...gridOf(this.values, { sheet: this.sheet, merges: this.merges.map(toA1Range) }),
      percents: this.percents,
      dates: this.dates,
      notes: this.notes,
      hiddenColumns: this.hiddenColumns,
      formulas: this.formulas,
    };
  }
}

/** A column of a table whose lines are of one kind. */
export interface Column<Line> {
  readonly role: string;
  readonly unit: number | null;
  /** From the top header row down; equal neighbours at the top are merged. */
  readonly heading: readonly string[];
  readonly cell: (line: Line) => CellValue;
  readonly isPercent?: boolean;
  readonly isDate?: boolean;
  readonly isHidden?: boolean;
  readonly note?: (line: Line) => string | null;
}

export interface HeaderStyle {
  /**
   * Merged cells over groups and down to the last header row, as Excel users make them; otherwise only the first cell
   * holds the text.
   */
  readonly merged: boolean;
  /** Minimum number of header rows. */
  readonly depth: number;
  /** A row that numbers the columns: 1, 2, 3 … or (1), (2) … */
  readonly numbered: 'plain' | 'brackets' | null;
}

export interface PlacedTable {
  readonly headerRows: readonly number[];
  readonly firstRow: number;
  /** The row of every line. */
  readonly rows: readonly number[];
  readonly columns: readonly ColumnPlace[];
}

/** Writes a table with its top left corner at `top` and `left`. */
export function putTable<Line>(
  canvas: Canvas,
  top: number,
  left: number,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  style: HeaderStyle,
): PlacedTable {
  const header = putHeader(canvas, top, left, columns, style);
  let row = header.bottom + 1;
  if (style.numbered) {
    columns.forEach((_, at) => canvas.put(row, left + at, style.numbered === 'plain' ? at + 1 : `(${at + 1})`));
    row++;
  }
  const firstRow = row;
  const rows = lines.map((line) => {
    columns.forEach((column, at) => putCell(canvas, row, left + at, column, line));
    return row++;
  });
  columns.forEach((column, at) => {
    if (column.isHidden) canvas.hiddenColumns.add(left + at);
  });
  return {
    headerRows: Array.from({ length: header.bottom - top + 1 }, (_, at) => top + at),
    firstRow,
    rows,
    columns: columns.map(({ role, unit }, at) => ({
      sheet: canvas.sheet,
      role,
      unit,
      column: left + at,
      heading: header.own[at] ?? null,
    })),
  };
}

function putCell<Line>(canvas: Canvas, row: number, at: number, column: Column<Line>, line: Line): void {
  const value = column.cell(line);
  canvas.put(row, at, value);
  if (typeof value === 'number') {
    if (column.isPercent) canvas.percents.add(cellKey(row, at));
    if (column.isDate) canvas.dates.add(cellKey(row, at));
  }
  const note = column.note?.(line);
  if (note !== undefined && note !== null) canvas.notes.set(cellKey(row, at), note);
}

function putHeader<Line>(
  canvas: Canvas,
  top: number,
  left: number,
  columns: readonly Column<Line>[],
  style: HeaderStyle,
): { readonly bottom: number; readonly own: (Address | null)[] } {
  const depth = Math.max(style.depth, ...columns.map(({ heading }) => heading.length));
  const own = columns.map((column, at): Address | null => {
    const { heading } = column;
    for (let level = 0; level < heading.length; level++) {
      const isLast = level === heading.length - 1;
      const before = columns[at - 1]?.heading;
      const isContinued =
        !isLast &&
        before !== undefined &&
        before.length > level + 1 &&
        heading.slice(0, level + 1).every((text, each) => before[each] === text);
      if (!isContinued) canvas.put(top + level, left + at, heading[level] ?? null);
      if (style.merged && !isContinued && !isLast)
        canvas.merge(top + level, left + at, top + level, left + at + spanOf(columns, at, level) - 1);
      if (style.merged && isLast && level < depth - 1) canvas.merge(top + level, left + at, top + depth - 1, left + at);
    }
    return heading.length === 0 ? null : { row: top + heading.length - 1, column: left + at };
  });
  for (let row = top; row < top + depth; row++) canvas.put(row, left, canvas.values[row]?.[left] ?? null);
  return { bottom: top + depth - 1, own };
}

/** Number of neighbouring columns that share the heading down to this level. */
function spanOf<Line>(columns: readonly Column<Line>[], first: number, level: number): number {
  const path = columns[first]?.heading.slice(0, level + 1) ?? [];
  let span = 1;
  for (let at = first + 1; at < columns.length; at++, span++) {
    const next = columns[at]?.heading;
    if (!next || next.length <= level + 1 || path.some((text, each) => next[each] !== text)) break;
  }
  return span;
}
