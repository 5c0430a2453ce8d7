/** Files that are no .xlsx and may be read all the same: by their name which reader opens them. */
import type { Book } from '../../core/model/grid';
import type { Codec } from '../xlsx-file/zip/codec';
import { readSpreadsheet } from './spreadsheet';
import { readWordTables } from './word-tables';

/** Throws HostError with the reason as a sentence. */
export function openOther(name: string, bytes: Uint8Array, codec: Codec): Book {
  if (/\.docx$/i.test(name)) return readWordTables(bytes, codec);
  return readSpreadsheet(bytes, /\.(csv|txt|tsv)$/i.test(name));
}
