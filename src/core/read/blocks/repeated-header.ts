/** The header of a table printed again further down: what it heads otherwise than the first time. */
import { textAt } from '../../model/grid';
import type { UntoldSheet } from '../../model/score-sheet';
import { plainKey } from '../../values/fold-text';

type Headed = Pick<UntoldSheet, 'grid' | 'headerRows' | 'nameColumn'>;

/** Right of the names another text stands in the row that repeats the header. */
export function headsOtherwise({ grid, headerRows, nameColumn }: Headed, row: number): boolean {
  const name = plainKey(textAt(grid, row, nameColumn));
  const top = headerRows.find((each) => plainKey(textAt(grid, each, nameColumn)) === name);
  if (top === undefined || name === '') return false;
  return otherHeadings({ grid, headerRows, nameColumn }, row).length > 0;
}

/** Columns right of the names that the repeated header heads otherwise. */
function otherHeadings(sheet: Headed, row: number): number[] {
  const { grid, nameColumn } = sheet;
  const columns = Array.from(
    { length: Math.max(0, grid.columnCount - nameColumn - 1) },
    (_, at) => nameColumn + 1 + at,
  );
  return columns.filter((column) => {
    // A page break may print the lowest of several rows of headings alone.
    const before = headingsAbove(sheet, column);
    const now = plainKey(textAt(grid, row, column));
    return now !== '' && before.length > 0 && !before.includes(now);
  });
}

const headingsAbove = ({ grid, headerRows }: Headed, column: number): string[] =>
  headerRows.map((each) => plainKey(textAt(grid, each, column))).filter((text) => text !== '');

/** Columns over which stands now what headed another one of them. */
export function movedHeadings(sheet: Headed, row: number): number[] {
  const other = otherHeadings(sheet, row);
  return other.filter((column) => {
    const now = plainKey(textAt(sheet.grid, row, column));
    return other.some((each) => each !== column && headingsAbove(sheet, each).includes(now));
  });
}
