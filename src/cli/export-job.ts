/** One run of `xuat`: each workbook is read and assessed, and what was asked for goes into a folder of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { assessBook } from '../core/assess';
import type { BookAssessment } from '../core/model/assessment';
import { foldText, unitKey } from '../core/model/fold-text';
import { exportFiles } from '../export/export-files';
import type { ExportedFile, UnitRef } from '../export/export-request';
import { nodeCodec } from '../hosts/xlsx-file/codec-node';
import type { ExportJob } from './args';
import { assessFile, type AssessedFile } from './assess-file';
import { CliError, faultOf } from './fault';
import { findInputs, planFolders, type Input } from './files';
import { EXIT, workThrough, type Outcome } from './job';
import type { Terminal } from './terminal';
import { clean } from './text';
import { writeCopy } from './write-copy';

export async function runExport(job: ExportJob, terminal: Terminal): Promise<number> {
  const earlier = earlierFile(job, terminal);
  if (earlier === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  const folders = planFolders(inputs, job.out);
  return workThrough(inputs, job, terminal, (input, sources) => workOn(input, job, earlier, folders.get(input) ?? '', sources));
}

/** Last year's workbook; null when no file was named, undefined when it cannot be read, which has been said. */
function earlierFile({ previous }: ExportJob, { err }: Terminal): BookAssessment | null | undefined {
  if (previous === null || !existsSync(previous)) return null;
  try {
    return assessFile(previous, { sheet: null }).assessment;
  } catch (error) {
    const { code, message } = faultOf(error);
    err(`${clean(previous)} · ${code} · ${clean(message)}\n`);
    return undefined;
  }
}

/** Last year as a sheet of the workbook itself, which is then no sheet of this year. */
function splitYears({ file: { book } }: AssessedFile, { previous: name, sheet: only }: ExportJob, path: string): { readonly book: BookAssessment; readonly previous: BookAssessment } {
  const sheet = book.sheets.find((each) => foldText(each.name) === foldText(name ?? ''))?.name;
  if (sheet === undefined) throw new CliError('missing-file', `Không có tệp «${name ?? ''}», và trong «${path}» cũng không có trang tính nào tên như vậy để so sánh với năm trước.`);
  const thisYear = { sheets: book.sheets.filter((each) => each.name !== sheet) };
  return { book: assessBook(thisYear, only === null ? {} : { sheet: only }), previous: assessBook(book, { sheet }) };
}

async function workOn({ path, fault }: Input, job: ExportJob, earlier: BookAssessment | null, folder: string, sources: ReadonlySet<string>): Promise<Outcome> {
  const nothing = { path, book: null, copy: null, taken: null };
  if (fault !== null) return { ...nothing, exported: [], fault };
  let book: BookAssessment | null = null;
  const exported: string[] = [];
  try {
    const found = assessFile(path, job);
    const years = job.previous === null || earlier ? { book: found.assessment, previous: earlier } : splitYears(found, job, path);
    book = years.book;
    const request = { kinds: job.kinds, units: unitsOf(job, book, path), apart: job.apart };
    if (book.sheets.length > 0) for await (const file of exportFiles(request, years, nodeCodec)) exported.push(keep(folder, file, sources));
    return { ...nothing, book, exported, fault: null };
  } catch (error) {
    return { ...nothing, book, exported, fault: faultOf(error) };
  }
}

function unitsOf({ units: wanted }: ExportJob, { sheets }: BookAssessment, path: string): UnitRef[] | null {
  if (wanted.length === 0) return null;
  const all = sheets.flatMap(({ scoreSheet: { sheet, units } }) => units.map(({ name, index }) => ({ name, ref: { sheet, unit: index } })));
  return wanted.flatMap((name) => {
    const found = all.filter((each) => unitKey(each.name) === unitKey(name));
    if (found.length === 0) throw new CliError('missing-unit', `Trong «${path}» không có đơn vị «${name}»; các đơn vị: ${all.map((each) => `«${each.name}»`).join(', ')}.`);
    return found.map(({ ref }) => ref);
  });
}

/** An earlier export may have been written on since: a new one that differs stands beside it. */
function keep(folder: string, { name, bytes }: ExportedFile, sources: ReadonlySet<string>): string {
  const extension = extname(name);
  const stem = join(folder, name.slice(0, name.length - extension.length));
  for (let count = 1; ; count += 1) {
    const path = `${stem}${count === 1 ? '' : ` (${count})`}${extension}`;
    if (!existsSync(path)) writeCopy(path, bytes, sources);
    else if (!readFileSync(path).equals(bytes)) continue;
    return path;
  }
}
