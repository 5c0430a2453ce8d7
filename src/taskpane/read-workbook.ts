/** A file that somebody chose, as bytes; what is no workbook is refused before anything else happens. */
import { PlainFault } from './faults';
import { TEXT } from './text';

export const isWorkbook = ({ name }: File): boolean => /\.xls[xm]$/i.test(name);

export async function readWorkbook(file: File): Promise<Uint8Array> {
  if (!isWorkbook(file)) throw new PlainFault(TEXT.notWorkbook);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new PlainFault(TEXT.unreadableFile);
  });
  return new Uint8Array(bytes);
}
