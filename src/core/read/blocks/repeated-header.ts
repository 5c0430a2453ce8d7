/** Compares a header that is printed again further down with the first one. */
import { textAt, type Grid } from '../../model/workbook/grid';
import { UNDETERMINED } from '../../model/result-sheet';
import type { SheetWithoutReading } from '../../model/score-sheet';
import { plainKey } from '../../values/fold-text';
import { parseNumber } from '../numbers/parse-number';
import { namesColumns, type HeaderBlock } from './header-block';

type Headed = Pick<SheetWithoutReading, 'grid' | 'headerRows' | 'nameColumn'>;

/** Whether the row repeats the header with a different text right of the names. */
export function headsOtherwise({ grid, headerRows, nameColumn }: Headed, row: number): boolean {
  const name = plainKey(textAt(grid, row, nameColumn));
  const top = headerRows.find((each) => plainKey(textAt(grid, each, nameColumn)) === name);
  if (top === undefined || name === '') return false;
  return otherHeadings({ grid, headerRows, nameColumn }, row).length > 0;
}

/** Columns right of the names with a different heading in the repeated header. */
function otherHeadings(sheet: Headed, row: number): number[] {
  const { grid, nameColumn } = sheet;
  const columns = Array.from(
    { length: Math.max(0, grid.columnCount - nameColumn - 1) },
    (_, position) => nameColumn + 1 + position,
  );
  return columns.filter((column) => {
    // A page break may repeat only the lowest of several header rows.
    const before = headingsAbove(sheet, column);
    const now = plainKey(textAt(grid, row, column));
    return now !== '' && before.length > 0 && !before.includes(now);
  });
}

const headingsAbove = ({ grid, headerRows }: Headed, column: number): string[] =>
  headerRows.map((each) => plainKey(textAt(grid, each, column))).filter((text) => text !== '');

/** Columns whose repeated heading was over another of these columns before. */
export function movedHeadings(sheet: Headed, row: number): number[] {
  const other = otherHeadings(sheet, row);
  return other.filter((column) => {
    const now = plainKey(textAt(sheet.grid, row, column));
    return other.some((each) => each !== column && headingsAbove(sheet, each).includes(now));
  });
}

/** Rows directly below a header may still belong to it; few tables are shorter. */
const SHORTEST = 2;

/** The first row further down that is a header with other words or other columns. */
export function otherHeaderBelow(grid: Grid, { top, bottom, body }: HeaderBlock): number | null {
  const headings = new Set<string>();
  const keyOf = (row: number, column: number): string => `${String(column)} ${plainKey(textAt(grid, row, column))}`;
  const textsIn = (row: number): number[] =>
    (grid.values[row] ?? []).flatMap((cell, column) => (typeof cell === 'string' && cell.trim() !== '' ? column : []));
  for (let row = top; row <= bottom; row++) for (const column of textsIn(row)) headings.add(keyOf(row, column));
  for (let row = body + SHORTEST; row < grid.rowCount; row++) {
    // A row with a number or with a result of this program belongs to a unit, whatever its name.
    if ((grid.values[row] ?? []).some((value) => value === UNDETERMINED || holdsNumber(value))) continue;
    const texts = textsIn(row);
    if (texts.length < 3 || !namesColumns(grid, row)) continue;
    if (texts.some((column) => !headings.has(keyOf(row, column)))) return row;
  }
  return null;
}

/** Whether the value is a number or a text that is a number. */
export const holdsNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length < 20 && parseNumber(value) !== null);
