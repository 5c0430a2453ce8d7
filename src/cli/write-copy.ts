/** Writes a filled copy whole or not at all, and never over a workbook that the run reads. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileError, CliError } from './fault';
import { identityOf } from './files';

/** `sources` are the identities of every workbook of this run. */
export function writeCopy(path: string, bytes: Uint8Array, sources: ReadonlySet<string>): void {
  const there = identityOf(path);
  if (there !== null && sources.has(there)) {
    throw new CliError('same-file', `Không ghi «${path}» vì đó chính là một tệp gốc của lần tính này; chọn thư mục khác bằng --out.`);
  }
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(draft, bytes);
      renameSync(draft, path);
    } finally {
      rmSync(draft, { force: true });
    }
  } catch (error) {
    throw fileError('write', path, error);
  }
}
