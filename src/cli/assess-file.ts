/** One workbook from the disk, read and assessed; what stands in the way is thrown as a fault with its sentence. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assessBook } from '../core/assess';
import { sourceOf, type Source } from '../core/collect';
import { planCorrections, sureCorrections } from '../core/corrections/plan-corrections';
import type { BookAssessment } from '../core/model/assessment';
import type { Book } from '../core/model/grid';
import { unicodeText } from '../core/values/unicode-text';
import { nodeCodec } from '../hosts/xlsx-file/zip/codec-node';
import { asXlsx, openAny } from '../hosts/other-files/open-any';
import { openXlsx, type XlsxFile } from '../hosts/xlsx-file/xlsx-file';
import { CliError, fileError } from './fault';
import { isOfOtherForm } from './files';

export interface AssessedFile {
  readonly file: XlsxFile;
  readonly assessment: BookAssessment;
}

interface Wanted {
  readonly results?: 'values' | null;
  readonly sheet: string | null;
}

/** A file of another form becomes a .xlsx in memory first, which is what can be filled in. */
export async function assessFile(path: string, wanted: Wanted): Promise<AssessedFile> {
  if (!isOfOtherForm(basename(path))) return assessed(path, openXlsx(readFile(path), nodeCodec), wanted);
  return assessed(path, openXlsx(asXlsx(await openFile(path), nodeCodec), nodeCodec), wanted);
}

function assessed(path: string, file: XlsxFile, { results, sheet }: Wanted): AssessedFile {
  const assessment = assessBook(file.book, { ...(results ? { results } : {}), ...(sheet === null ? {} : { sheet }) });
  const { sheets, diagnostics, inspections } = assessment;
  if (sheets.length + diagnostics.length + inspections.length === 0) throw nothingIn(path, file.book, sheet);
  return { file, assessment };
}

/** A file of any form, as it is; what reads old forms is large, and loaded only for them. */
export const openFile = (path: string): Promise<Book> => openAny(path, readFile(path), nodeCodec);

/** A file of any form that a unit sent: its scores, or the list of its losses. */
export async function sentFile(file: string, path: string): Promise<Source> {
  const book = await openFile(path);
  const source = sourceOf(file, book, assessBook(book));
  const { sheets, diagnostics } = source.book;
  if (sheets.length + diagnostics.length + source.losses.length === 0) throw nothingIn(path, book, null);
  return source;
}

/** With its sure corrections made and recorded; read again, because all results follow from them. */
export function mended({ file, assessment }: AssessedFile, { results, sheet }: Wanted): AssessedFile {
  const corrections = sureCorrections(assessment);
  if (corrections.length === 0) return { file, assessment };
  const when = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' }).format(new Date());
  const next = openXlsx(file.apply(planCorrections(file.book, corrections, when)), nodeCodec);
  const options = { ...(results ? { results } : {}), ...(sheet === null ? {} : { sheet }) };
  return { file: next, assessment: assessBook(next.book, options) };
}

function nothingIn(path: string, { sheets }: Book, sheet: string | null): CliError {
  if (sheet === null)
    return new CliError(
      'missing-table',
      `Trong «${path}» không có bảng tổng hợp nào: mọi trang tính đều trống, hoặc chỉ có ảnh.`,
    );
  const names = sheets.map(({ name }) => `«${name}»`).join(', ');
  return new CliError(
    'missing-table',
    `Trong «${path}» không có bảng ở trang tính «${sheet}»; tệp có các trang tính: ${names}.`,
  );
}

/** UTF-8. */
/** Throws CliError where it is no text in Unicode. */
export function readText(path: string): string {
  const text = unicodeText(readFile(path));
  if (text !== null) return text;
  throw new CliError(
    'unreadable-file',
    `«${path}» không phải tệp văn bản Unicode; hãy lưu lại thành .txt với bảng mã UTF-8.`,
  );
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileError('read', path, error);
  }
}
