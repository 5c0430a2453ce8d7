/** Where the header is printed again not for a page break but for a block of its own (families A and B). */
import { plainKey } from '../../values/fold-text';
import { textAt, type Grid } from '../../model/grid';
import type { UntoldSheet } from '../../model/score-sheet';
import { parseNumber } from '../numbers/parse-number';

/**
 * First row of the first repeated header below which codes start again, or whose columns are headed otherwise; null
 * without one.
 */
export function restartOf(sheet: UntoldSheet): number | null {
  if (sheet.kind === 'units-as-rows') return null;
  const [first] = sheet.items;
  for (const fact of sheet.facts) {
    if (fact.kind !== 'repeated-header') continue;
    const next = sheet.items.find(({ row }) => row > fact.at.row);
    const startsAgain =
      next !== undefined && next.statedCode !== '' && next.statedCode === first?.statedCode && next.parent < 0;
    const isSplit = next === undefined;
    if (!isSplit && (startsAgain || headsOtherwise(sheet, fact.at.row))) return fact.at.row;
  }
  return null;
}

/** Right of the names another text stands in the row that repeats the header. */
function headsOtherwise({ grid, headerRows, nameColumn }: UntoldSheet, row: number): boolean {
  const name = plainKey(textAt(grid, row, nameColumn));
  const top = headerRows.find((each) => plainKey(textAt(grid, each, nameColumn)) === name);
  if (top === undefined || name === '') return false;
  for (let column = nameColumn + 1; column < grid.columnCount; column++) {
    // A page break may print the lowest of several rows of headings alone.
    const before = headerRows.map((each) => plainKey(textAt(grid, each, column))).filter((text) => text !== '');
    const now = plainKey(textAt(grid, row, column));
    if (now !== '' && before.length > 0 && !before.includes(now)) return true;
  }
  return false;
}

/** A table further down is a block of the same set where it has most of the items, whatever heads its columns. */
export function sharesItems(one: UntoldSheet, other: UntoldSheet): boolean {
  const keys = new Set(one.items.map(({ code, name }) => `${code}|${plainKey(name)}`));
  const shared = other.items.filter(({ code, name }) => keys.has(`${code}|${plainKey(name)}`)).length;
  return other.kind === one.kind && shared >= 2 && shared * 2 >= other.items.length;
}

/** The block above ends with its last number; what stands between heads the next one. */
export function endAbove(grid: Grid, row: number): number {
  let end = row;
  while (end > 0 && !(grid.values[end - 1] ?? []).some(isNumber)) end--;
  return end;
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length < 20 && parseNumber(value) !== null);
