/** A file in any form that is read here, as a Book: by its name which reader opens it. */
import type { Book } from '../../core/model/grid';
import type { Codec } from '../xlsx-file/zip/codec';
import { HostError } from '../host';
import { openXlsx } from '../xlsx-file/xlsx-file';
import { readWordTables } from './word-tables';

/** Read by the part that is loaded for them. */
export const isOldForm = (name: string): boolean => /\.(?:xlsb?|ods|csv)$/i.test(name);

/** Throws HostError with the reason as a sentence. */
export async function openAny(name: string, bytes: Uint8Array, codec: Codec): Promise<Book> {
  if (/\.xls[xm]$/i.test(name)) return openXlsx(bytes, codec).book;
  if (/\.docx$/i.test(name)) return readWordTables(bytes, codec);
  if (!isOldForm(name))
    throw new HostError('unsupported-file', 'Tệp không phải bảng tính hay văn bản Word .docx; hãy lưu lại dạng .xlsx.');
  const { readSpreadsheet } = await import(/* webpackChunkName: "spreadsheets" */ './spreadsheet');
  return readSpreadsheet(bytes, /\.csv$/i.test(name));
}
