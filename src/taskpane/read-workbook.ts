/** A file that somebody chose, as bytes; what is no workbook is refused before anything else happens. */
import { PlainFault } from './faults';
import { TEXT } from './text';

const WORKBOOK = /\.xls[xm]$/i;

export async function readWorkbook(file: File): Promise<Uint8Array> {
  if (!WORKBOOK.test(file.name)) throw new PlainFault(TEXT.notWorkbook);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new PlainFault(TEXT.unreadableFile);
  });
  return new Uint8Array(bytes);
}
