/** Writes a filled copy whole or not at all, and never over a workbook that the run reads. */
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { RESULT_SHEET_NAMES } from '../core/model/result-sheet';
import { nodeCodec } from '../hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../hosts/xlsx-file/xlsx-file';
import { fileError, CliError } from './fault';
import { identityOf, isFolder } from './files';

/** Writes a filled copy. It may replace an earlier copy, but no other workbook. */
export function writeResult(path: string, bytes: Uint8Array, sources: ReadonlySet<string>): void {
  if (existsSync(path) && !isResult(path) && !sources.has(identityOf(path) ?? ''))
    throw new CliError(
      'same-file',
      `Không ghi «${path}» vì ở đó đã có một tệp khác, không phải bản đã tính; chọn thư mục khác bằng --out.`,
    );
  writeCopy(path, bytes, sources);
}

/** Whether the file holds a sheet that the add-in writes into every workbook that it fills. */
function isResult(path: string): boolean {
  try {
    const { sheets, structureLocked } = openXlsx(readFileSync(path), nodeCodec).book;
    const ours: readonly string[] = RESULT_SHEET_NAMES;
    // If the structure is locked, the add-in cannot add its sheets, so their absence proves nothing.
    return structureLocked === true || sheets.some(({ name }) => ours.includes(name));
  } catch {
    return false;
  }
}

/** `sources` are the identities of every workbook of this run. */
export function writeCopy(path: string, bytes: Uint8Array, sources: ReadonlySet<string>): void {
  const there = identityOf(path);
  if (there !== null && sources.has(there)) {
    throw new CliError(
      'same-file',
      `Không ghi «${path}» vì đó chính là một tệp gốc của lần tính này; chọn thư mục khác bằng --out.`,
    );
  }
  clearDrafts(dirname(path));
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

const cleared = new Set<string>();

/** Removes half-written files of runs that were stopped, once per folder. */
function clearDrafts(folder: string): void {
  if (cleared.has(folder) || !isFolder(folder)) return;
  cleared.add(folder);
  for (const name of readdirSync(folder)) {
    const writer = /^\..+\.(\d+)\.tmp$/.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // EPERM: the process is running under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Writes under another name if a different file exists, because an earlier export may have been edited. Returns the
 * path of the bytes.
 */
export function keep(wanted: string, bytes: Uint8Array, sources: ReadonlySet<string>): string {
  const extension = extname(wanted);
  const stem = wanted.slice(0, wanted.length - extension.length);
  for (let count = 1; ; count += 1) {
    const path = `${stem}${count === 1 ? '' : ` (${count})`}${extension}`;
    if (!existsSync(path)) writeCopy(path, bytes, sources);
    else if (!readFileSync(path).equals(bytes)) continue;
    return path;
  }
}
