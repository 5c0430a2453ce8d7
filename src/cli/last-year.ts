/**
 * Last year's result for comparison, from a workbook of its own or from a sheet of the same workbook. That sheet is
 * then left out of this year's.
 */
import { existsSync } from 'node:fs';
import { assessBook, mergersInBook, mergersInText } from '../core/assess';
import type { BookAssessment } from '../core/model/assessment';
import type { Merger } from '../core/model/beside/merger';
import { foldText } from '../core/values/fold-text';
import { splitYears, whyNotEarlier } from '../core/matching/split-years';
import { yearBefore } from '../core/year-before';
import { HostError } from '../hosts/host';
import { assessFile, openFile, readText, type AssessedFile } from './assess-file';
import { CliError } from './fault';
import type { Terminal } from './terminal';
import { couldNotRun } from './work-through';

interface PreviousOptions {
  /** Last year's workbook, or its sheet in this year's workbook; null if no comparison is requested. */
  readonly previous: string | null;
  readonly sheet: string | null;
  readonly json: boolean;
}

export interface Years {
  readonly book: BookAssessment;
  readonly previous: BookAssessment | null;
}

/** Last year's workbook; null if no file is named, undefined if it cannot be read (the error is already printed). */
export async function earlierFile(
  { previous, json }: PreviousOptions,
  terminal: Terminal,
): Promise<BookAssessment | null | undefined> {
  if (previous === null || !existsSync(previous)) return null;
  try {
    return (await assessFile(previous, { sheet: null })).assessment;
  } catch (error) {
    couldNotRun(error, { json, about: { file: previous } }, terminal);
    return undefined;
  }
}

/** Reads the list of merged units from a text or a sheet. Throws if it cannot be read or holds no merger. */
export async function mergersAt(path: string): Promise<readonly Merger[]> {
  const mergers = /\.txt$/i.test(path) ? mergersInText(readText(path)) : mergersInBook(await openFile(path)).mergers;
  if (mergers.some(({ former }) => former.length > 0)) return mergers;
  throw new CliError(
    'missing-table',
    `Trong «${path}» không có danh sách sáp nhập: mỗi dòng «Đơn vị mới = đơn vị cũ; đơn vị cũ», hoặc bảng có cột ` +
      '«Đơn vị mới» và «Đơn vị cũ».',
  );
}

/** Without --nam-truoc, the workbook's own tables of an earlier year are last year's. */
export function yearsOf(
  found: AssessedFile,
  asked: PreviousOptions,
  earlier: BookAssessment | null,
  path: string,
): Years {
  const years = splitYears(found.assessment);
  if (asked.previous === null) return { book: years.current, previous: years.earlier ?? yearBefore(years.current) };
  const { book, previous } = earlier
    ? { book: years.current, previous: splitYears(earlier).current }
    : withSheet(found, asked, path);
  const why = whyNotEarlier(book, previous);
  if (why !== null) throw new HostError('later-year', why);
  return { book, previous };
}

function withSheet(
  { file: { book } }: AssessedFile,
  { previous: name, sheet: only }: PreviousOptions,
  path: string,
): { readonly book: BookAssessment; readonly previous: BookAssessment } {
  const sheet = book.sheets.find((each) => foldText(each.name) === foldText(name ?? ''))?.name;
  if (sheet === undefined)
    throw new CliError(
      'missing-file',
      `Không có tệp «${name ?? ''}», và trong «${path}» cũng không có trang tính nào tên như vậy để so sánh với ` +
        'năm trước.',
    );
  const thisYear = { sheets: book.sheets.filter((each) => each.name !== sheet) };
  return {
    book: splitYears(assessBook(thisYear, only === null ? {} : { sheet: only })).current,
    previous: assessBook(book, { sheet }),
  };
}
