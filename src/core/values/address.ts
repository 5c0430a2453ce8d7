/**
 * Positions in a sheet. Rows and columns count from 0 in the code; A1 text counts from 1 and is used only for display,
 * JSON and formulas.
 */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** An inclusive rectangle. */
export interface Area2D {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Excel's limits since 2007. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** One number per cell, for maps: row × 16384 + column. */
export type CellKey = number;
export const cellKey = (row: number, column: number): CellKey => row * MAX_COLUMNS + column;
export const keyOf = (at: Address): CellKey => cellKey(at.row, at.column);
export const addressOfKey = (key: CellKey): Address => ({
  row: Math.floor(key / MAX_COLUMNS),
  column: key % MAX_COLUMNS,
});

/**
 * If one table spans several sheets, they are stacked, each as high as a sheet can be: the first row of the second
 * sheet is row 1,048,576. Cells of a single sheet keep their own row numbers.
 */
export const sheetNumber = ({ row }: Pick<Address, 'row'>): number => Math.max(0, Math.floor(row / MAX_ROWS));
export const rowInSheet = (row: number): number => (row < MAX_ROWS ? row : row % MAX_ROWS);
export const inSheet = (at: Address): Address => (at.row < MAX_ROWS ? at : { ...at, row: at.row % MAX_ROWS });
/** Moves the cell down by this many stacked sheets. */
export const lowered = (at: Address, sheets: number): Address =>
  sheets === 0 ? at : { ...at, row: at.row + sheets * MAX_ROWS };

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** {row: 4, column: 4} → E5. */
export const toA1 = ({ row, column }: Address): string => `${columnName(column)}${(rowInSheet(row) + 1).toString()}`;

/** E5 or $E$5 → {row: 4, column: 4}; null for anything else or outside a sheet. */
export function fromA1(text: string): Address | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]) - 1;
  return row >= 0 && row < MAX_ROWS && column <= MAX_COLUMNS ? { row, column: column - 1 } : null;
}

/** A1:C3 or a single cell; null for anything else. */
export function rangeFromA1(text: string): Area2D | null {
  const [first = '', last = first] = text.split(':');
  const a = fromA1(first);
  const b = fromA1(last);
  if (!a || !b) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export const toA1Range = ({ top, left, bottom, right }: Area2D): string =>
  top === bottom && left === right
    ? toA1({ row: top, column: left })
    : `${toA1({ row: top, column: left })}:${toA1({ row: bottom, column: right })}`;

/** A direction through a sheet, named by the coordinate that changes along it. */
export type Axis = 'row' | 'column';

export const contains = (area: Area2D, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
