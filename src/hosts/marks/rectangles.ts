/** Combines cells into few rectangles, for names and for single calls to Excel. */
import { cellKey, columnName, MAX_COLUMNS, type Area2D, type CellKey } from '../../core/values/address';

/** Joins cells to runs along a row, and equal runs of adjacent rows to rectangles; in reading order. */
export function rectanglesOf(keys: readonly CellKey[]): Area2D[] {
  const sorted = [...keys].sort((a, b) => a - b);
  const runs: Open[] = [];
  const open = new Map<number, Open>();
  for (let position = 0; position < sorted.length;) {
    const first = sorted[position] ?? 0;
    const row = Math.floor(first / MAX_COLUMNS);
    let last = first;
    while (sorted[position + 1] === last + 1 && Math.floor((last + 1) / MAX_COLUMNS) === row)
      last = sorted[++position] ?? 0;
    position++;
    const left = first % MAX_COLUMNS;
    const right = last % MAX_COLUMNS;
    const above = open.get(cellKey(left, right));
    if (above?.bottom === row - 1) above.bottom = row;
    else {
      const run = { left, right, top: row, bottom: row };
      runs.push(run);
      open.set(cellKey(left, right), run);
    }
  }
  return runs;
}

type Open = { -readonly [Side in keyof Area2D]: Area2D[Side] };

/** $E$6:$E$8 */
const fixedRange = ({ top, left, bottom, right }: Area2D): string =>
  left === right && top === bottom ? fixed(top, left) : `${fixed(top, left)}:${fixed(bottom, right)}`;

/** 'Bảng'!$E$6:$E$8, quotes in the sheet's name doubled. */
export const rangeOn = (sheet: string, area: Area2D): string => `'${sheet.replace(/'/g, "''")}'!${fixedRange(area)}`;

const fixed = (row: number, column: number): string => `$${columnName(column)}$${(row + 1).toString()}`;
