/**
 * Reads a chosen file as the bytes of a .xlsx, converting other forms. A file that cannot hold a table is refused
 * first.
 */
import { PlainFault } from './faults';
import { TEXT } from './text/text';
import type { Engine } from './worker/client';

const READ = /\.(?:xls[xmb]?|ods|csv|docx)$/i;
export const isWorkbook = ({ name }: File): boolean => READ.test(name);
const isOfOtherForm = (name: string): boolean => !/\.xls[xm]$/i.test(name);
/** The file's name after the conversion. */
export const xlsxName = (name: string): string => (isOfOtherForm(name) ? name.replace(/\.[^.]+$/, '.xlsx') : name);

export async function readWorkbook(file: File, engine: Engine): Promise<Uint8Array> {
  if (!isWorkbook(file)) throw new PlainFault(TEXT.notWorkbook);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new PlainFault(TEXT.unreadableFile);
  });
  const content = new Uint8Array(bytes);
  return isOfOtherForm(file.name) ? engine.call('asXlsx', file.name, content) : content;
}
