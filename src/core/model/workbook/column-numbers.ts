/** Recognizes the row of column numbers that some forms print below the header. */
import { isBlank, type Grid } from './grid';

/** Whether the row holds column numbers: «(1) | (2) | (3)=(1)+(2)» or «A | B | 1 | 2». */
export function numbersColumns(grid: Grid, row: number): boolean {
  let letters = 0;
  let counted = 0;
  let first = 0;
  // A column without a heading may lack a number; the numbers of the other columns still count it.
  let left = 0;
  for (const [column, value] of (grid.values[row] ?? []).entries()) {
    if (isBlank(value)) continue;
    const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '?';
    const number = /^\(?(\d{1,3})\)?(\s*=.*)?$/.exec(text)?.[1];
    if (number === undefined) {
      if (!/^\(?[A-Z]\)?$/.test(text) || ++letters > 3) return false;
      continue;
    }
    if (counted === 0) [first, left] = [Number(number), column];
    const isNext = Number(number) === first + counted || (counted > 2 && Number(number) === first + column - left);
    if (first > 3 || !isNext) return false;
    counted++;
  }
  return counted >= 2 && counted + letters >= 3;
}
