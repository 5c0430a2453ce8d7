/**
 * Compares the tables of one workbook: which are of an earlier year, and which are about the same units in the same
 * year, so that they can be checked against each other.
 */
import type { Assessment, BookAssessment } from '../model/assessment';
import { once } from '../values/once';
import { unitKey } from './unit-keys';
import type { ScoreSheet } from '../model/score-sheet';

interface Dated {
  readonly scoreSheet: ScoreSheet;
  readonly year: number | null;
  readonly isEarlier: boolean;
}

interface Years {
  readonly current: BookAssessment;
  /** The latest of the earlier years; null if there is none. */
  readonly earlier: BookAssessment | null;
}

/**
 * Marks the tables of earlier years. A year is earlier only if one of its tables shares a unit with a current table: a
 * single table with a mistyped year in its title is not earlier.
 */
export function withYears<T extends Dated>(sheets: readonly T[]): readonly T[] {
  const newest = newestOf(sheets);
  const isNow = ({ year }: T): boolean => year === null || year === newest;
  const now = sheets.filter(isNow);
  const names = new Set(now.flatMap(namesOf));
  // One unit beside one unit of another year: they are compared whatever their names.
  const isOnly = (sheet: T): boolean =>
    now.length === 1 && [...now, sheet].every(({ scoreSheet }) => scoreSheet.units.length === 1);
  const earlierYears = new Set(
    sheets.flatMap((sheet) =>
      !isNow(sheet) && (isOnly(sheet) || namesOf(sheet).some((name) => names.has(name))) ? [sheet.year] : [],
    ),
  );
  return sheets.map((sheet) => (earlierYears.has(sheet.year) ? { ...sheet, isEarlier: true } : sheet));
}

/** Tables of the latest year before that of the given table. */
export function tablesBefore<T extends Dated>(sheets: readonly T[], { year, isEarlier }: T): readonly T[] {
  const earlier = sheets.filter(
    (each) => each.isEarlier && each.year !== null && (year === null ? !isEarlier : each.year < year),
  );
  const newest = newestOf(earlier);
  return earlier.filter((each) => each.year === newest);
}

/** Whether a table counts: it is of this year and does not restate another one. */
export const isCurrent = ({ isEarlier, scoreSheet }: Assessment): boolean =>
  !isEarlier && scoreSheet.restates === undefined;

/** Splits a workbook into this year's and that of the latest earlier year, each without the tables of the other. */
export const splitYears = once((book: BookAssessment): Years => {
  const earlier = book.sheets.filter(({ isEarlier }) => isEarlier);
  const beside = book.sheets.filter((sheet) => !sheet.isEarlier && !isCurrent(sheet));
  const current = book.sheets.every(isCurrent)
    ? book
    : { ...book, sheets: book.sheets.filter(isCurrent), restatedTables: beside };
  return { current, earlier: earlier.length === 0 ? null : bookOfYear(book, newestOf(earlier)) };
});

/** The workbook with the tables of one year only. */
export const bookOfYear = (book: BookAssessment, year: number | null): BookAssessment => ({
  ...book,
  sheets: book.sheets.filter((sheet) => sheet.year === year).map((sheet) => ({ ...sheet, isEarlier: false })),
  details: { ...book.details, year },
});

/**
 * The reason why a workbook cannot be the earlier one, as a sentence; null if it can, or if one of the two states no
 * year.
 */
export function whyNotEarlier({ details: now }: BookAssessment, { details: before }: BookAssessment): string | null {
  if (now.year === null || before.year === null || before.year <= now.year) return null;
  return (
    `Bảng dùng để so sánh ghi năm ${before.year}, sau năm ${now.year} đang xét; ` +
    'hãy chọn bảng của năm trước, hoặc sửa năm trong tiêu đề bảng.'
  );
}

const newestOf = (sheets: readonly Dated[]): number | null =>
  sheets.reduce<number | null>(
    (most, { year }) => (year !== null && (most === null || year > most) ? year : most),
    null,
  );

const namesOf = ({ scoreSheet }: Dated): string[] =>
  scoreSheet.units.map(({ name }) => unitKey(name)).filter((key) => key !== '');

/** For each table by position, all tables connected with it, including itself. Connected tables share one list. */
export function relatedTablesOf<T extends Dated>(tables: readonly T[]): (readonly T[])[] {
  const groups = tables.map((table) => [table]);
  if (tables.length < 2) return groups;
  const seen = new Map<string, number>();
  const years = yearsOf(tables);
  tables.forEach(({ scoreSheet, year }, position) => {
    for (const { name } of scoreSheet.units) {
      const key = unitKey(name);
      const known = years.get(key);
      const effectiveYear = year ?? (known?.size === 1 ? [...known][0] : null);
      if (key === '' || (effectiveYear === null && known !== undefined)) continue;
      const place = `${key} ${effectiveYear ?? ''}`;
      const other = seen.get(place);
      if (other === undefined) seen.set(place, position);
      else join(groups, other, position);
    }
  });
  return groups;
}

/** The years that tables state for each unit; a table without a year belongs to the only one. */
function yearsOf(tables: readonly Dated[]): Map<string, Set<number>> {
  const years = new Map<string, Set<number>>();
  for (const { scoreSheet, year } of tables) {
    if (year === null) continue;
    for (const { name } of scoreSheet.units) {
      const key = unitKey(name);
      years.set(key, (years.get(key) ?? new Set()).add(year));
    }
  }
  return years;
}

function join(groups: unknown[][], one: number, other: number): void {
  const [target, moved] = [groups[one], groups[other]];
  if (!target || !moved || target === moved) return;
  target.push(...moved);
  groups.forEach((group, position) => {
    if (group === moved) groups[position] = target;
  });
}
