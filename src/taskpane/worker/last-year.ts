/**
 * Last year's results for comparison: a workbook of its own, or a sheet of the open one, which is read again after each
 * change.
 */
import { assessBook } from '../../core/assess';
import type { BookAssessment } from '../../core/model/assessment';
import type { Book } from '../../core/model/grid';
import type { YearComparison } from '../../core/score/compare-years';
import { compareBooks } from '../../core/score/compare-years';
import type { Codec } from '../../hosts/xlsx-file/zip/codec';
import { openXlsx } from '../../hosts/xlsx-file/xlsx-file';
import type { PreviousSource } from './protocol';

export interface LastYear {
  readonly name: string;
  readonly assessment: BookAssessment;
  /** One for each sheet of this year; null for the sheet that is last year's itself. */
  readonly compare: (now: BookAssessment) => (YearComparison | null)[];
}

export function lastYear(source: PreviousSource, book: Book, codec: Codec): LastYear {
  const assessment =
    source.kind === 'bytes' ? assessBook(openXlsx(source.bytes, codec).book) : assessBook(book, { sheet: source.name });
  const isItself = (sheet: string): boolean => source.kind === 'sheet' && sheet === source.name;
  return {
    name: source.name,
    assessment,
    compare: (now) =>
      compareBooks(now, assessment).map((years) =>
        isItself(years.assessment.scoreSheet.sheet) || assessment.sheets.length === 0 ? null : years,
      ),
  };
}
