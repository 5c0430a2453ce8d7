/** Several exported files as one to be downloaded. They are packed already, so nothing is packed twice. */
import { zipSync, type Zippable } from 'fflate';
import type { ExportedFile } from './export-request';

/** The same files give the same bytes on any day. */
const NO_DATE = '1980-01-01T00:00:00';

export function zipFiles(files: readonly ExportedFile[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, bytes }) => [name, [bytes, { level: 0, mtime: NO_DATE }]]),
  );
  return zipSync(entries);
}
