/**
 * Last year's points where they stand in columns of this year's table: the table is read once more, as if the later
 * year were none of its own.
 */
import { assessBook } from './assess';
import { isCurrent } from './matching/split-years';
import type { Assessment, BookAssessment } from './model/assessment';
import type { ColumnRole } from './model/column-role';
import type { CellValue, Grid } from './model/workbook/grid';

/** What a column without a year may hold that is true of both years. */
const OF_BOTH: readonly (ColumnRole | null)[] = ['code', 'name', 'max', 'unit', 'group', 'count'];

/** Null where a table of its own has last year, no table has such columns, or what they hold gives no unit an index. */
export function yearBefore(book: BookAssessment): BookAssessment | null {
  if (book.sheets.some(({ isEarlier }) => isEarlier)) return null;
  const before = book.sheets.flatMap((sheet) => (isCurrent(sheet) ? (earlierTable(sheet) ?? []) : []));
  const year = Math.max(...before.map((each) => each.year));
  const tables = before.filter((each) => each.year === year);
  if (tables.length === 0) return null;
  const sheets = tables.map(({ grid }) => ({ name: grid.sheet, visibility: 'visible' as const, grid: () => grid }));
  const found = assessBook({ sheets });
  const isTold = found.sheets.some(({ units }) => units.some(({ publishedIndex }) => publishedIndex !== null));
  return isTold ? { ...found, details: { ...found.details, year } } : null;
}

function earlierTable({
  scoreSheet,
  settings,
  year,
}: Assessment): { readonly grid: Grid; readonly year: number } | null {
  const { grid, headerRows, reading, parts } = scoreSheet;
  // What the officer said of this year's columns, or of how they weigh, need not hold for others.
  if (parts || settings.columnRoles.length > 0 || settings.appraisedShare !== null) return null;
  const columns = reading.blocks.flatMap((block) => block.columns);
  const years = columns.flatMap(({ heading }) => yearsIn(heading));
  const now = year ?? Math.max(...years);
  const before = Math.max(...years.filter((each) => each < now));
  if (!Number.isFinite(before)) return null;
  const first = Math.min(...headerRows);
  const blanked = new Set(
    columns
      .filter(({ heading, role }) => yearsIn(heading).length === 0 && !OF_BOTH.includes(role))
      .map(({ column }) => column),
  );
  const renamed = (text: string, to: string): string =>
    text.replace(YEARS, (year) => (Number(year) > before ? to : year));
  const values = grid.values.map((cells, row) =>
    cells?.map((value, column): CellValue => {
      // A column without a heading would be asked about.
      if (row >= first && blanked.has(column)) return headerRows.includes(row) && value !== null ? 'Ghi chú' : null;
      if (typeof value !== 'string' || row > Math.max(...headerRows)) return value;
      // Above the header a title says of which year the table is; in it the later year gives way to any older one.
      return renamed(value, row < first ? String(before) : OLDEST);
    }),
  );
  const sheet = renamed(grid.sheet, String(before));
  return { grid: { ...grid, sheet, values, formulas: new Map(), notes: new Map() }, year: before };
}

const YEARS = /(?<!\d)20\d\d(?!\d)/g;
const OLDEST = '2000';
const yearsIn = (text: string): number[] => (text.match(YEARS) ?? []).map(Number);
