/** Reads one workbook from disk and assesses it; throws a fault with its sentence if that is not possible. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { assessBook } from '../core/assess';
import { sourceOf, type Source } from '../core/collect';
import { planCorrections, sureCorrections } from '../core/corrections/plan-corrections';
import type { BookAssessment } from '../core/model/assessment';
import type { Book } from '../core/model/workbook/grid';
import { foldText } from '../core/values/fold-text';
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

/** Converts a file of another form to .xlsx in memory first, because only .xlsx can be filled in. */
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

/** Opens a file of any form without converting it. The readers of old forms are large, so they load on demand. */
export const openFile = (path: string): Promise<Book> => openAny(path, readFile(path), nodeCodec);

/** The book with the one sheet that is wanted. */
export function onlySheet(book: Book, path: string, sheet: string | null): Book {
  if (sheet === null) return book;
  const sheets = book.sheets.filter(({ name }) => foldText(name) === foldText(sheet));
  if (sheets.length === 0) throw nothingIn(path, book, sheet);
  return { ...book, sheets };
}

/** Reads a file of any form that a unit sent: its scores, or its list of losses. */
export async function sentFile(file: string, path: string): Promise<Source> {
  const book = await openFile(path);
  const source = sourceOf(file, book, assessBook(book));
  const { sheets, diagnostics } = source.book;
  if (sheets.length + diagnostics.length + source.losses.length === 0) throw nothingIn(path, book, null);
  return source;
}

/** Makes and records the sure corrections, then reads the file again because all results depend on them. */
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

/** Reads a text file in UTF-8, or in UTF-16 with a byte order mark. Throws CliError for any other encoding. */
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
