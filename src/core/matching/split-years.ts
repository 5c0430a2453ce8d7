/** A workbook that keeps last year's tables beside this year's: which of them are which. */
import type { Assessment, BookAssessment } from '../model/assessment';
import { unitKey } from './unit-keys';

interface Years<T> {
  readonly current: T;
  /** The latest of the earlier years; null without one. */
  readonly earlier: T | null;
}

/**
 * Tables of an earlier year are last year's only where they speak of a unit that a table of now speaks of as well: a
 * single table with
 * a year mistyped in its title is no earlier year.
 */
export function splitSheets(sheets: readonly Assessment[]): Years<readonly Assessment[]> {
  const newest = newestOf(sheets);
  const isNow = ({ year }: Assessment): boolean => year === null || year === newest;
  const names = new Set(sheets.filter(isNow).flatMap(namesOf));
  const earlierYears = new Set(
    sheets.flatMap((sheet) => (!isNow(sheet) && namesOf(sheet).some((name) => names.has(name)) ? [sheet.year] : [])),
  );
  if (earlierYears.size === 0) return { current: sheets, earlier: null };
  const last = newestOf(sheets.filter(({ year }) => earlierYears.has(year)));
  return {
    current: sheets.filter(({ year }) => !earlierYears.has(year)),
    earlier: sheets.filter(({ year }) => year === last),
  };
}

/** The same of a whole workbook, each part as if the other were not there. */
export function splitYears(book: BookAssessment): Years<BookAssessment> {
  const seen = known.get(book);
  if (seen) return seen;
  const { current, earlier } = splitSheets(book.sheets);
  const years = earlier
    ? {
        current: { ...book, sheets: current },
        earlier: { ...book, sheets: earlier, details: { ...book.details, year: newestOf(earlier) } },
      }
    : { current: book, earlier: null };
  known.set(book, years);
  return years;
}

/**
 * Why a table cannot be the earlier one, as a sentence; null where it can, or where one of the two does not say its
 * year.
 */
export function whyNotEarlier({ details: now }: BookAssessment, { details: before }: BookAssessment): string | null {
  if (now.year === null || before.year === null || before.year <= now.year) return null;
  return (
    `Bảng dùng để so sánh ghi năm ${before.year}, sau năm ${now.year} đang xét; ` +
    'hãy chọn bảng của năm trước, hoặc sửa năm trong tiêu đề bảng.'
  );
}

/** Documents are composed unit by unit and remember a workbook by its object. */
const known = new WeakMap<BookAssessment, Years<BookAssessment>>();

const newestOf = (sheets: readonly Assessment[]): number | null =>
  sheets.reduce<number | null>(
    (most, { year }) => (year !== null && (most === null || year > most) ? year : most),
    null,
  );

const namesOf = ({ scoreSheet }: Assessment): string[] =>
  scoreSheet.units.map(({ name }) => unitKey(name)).filter((key) => key !== '');
