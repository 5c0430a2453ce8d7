/** One run of `tinh` or `kiem-tra`: each workbook is read, assessed, and for `tinh` filled into a copy. */
import { readFileSync } from 'node:fs';
import { assessBook } from '../core/assess';
import type { BookAssessment } from '../core/model/assessment';
import type { Book } from '../core/model/grid';
import { planEdits } from '../core/plan/plan-edits';
import { nodeCodec } from '../hosts/xlsx-file/codec-node';
import { openXlsx } from '../hosts/xlsx-file/xlsx-file';
import type { Job } from './args';
import { CliError, faultOf, fileError, type Fault } from './fault';
import { findInputs, identityOf, planCopies, type Input } from './files';
import { startProgress } from './progress';
import type { Terminal } from './terminal';
import { jsonView, textView } from './view';
import { writeCopy } from './write-copy';

/** What became of one workbook. */
export interface Outcome {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly book: BookAssessment | null;
  /** Where the filled copy is; null when none was written. */
  readonly copy: string | null;
  readonly fault: Fault | null;
}

export const EXIT = { clean: 0, errorsFound: 1, couldNotRun: 2 } as const;

/** Works through all files, whatever happens to one of them; returns the exit code. */
export function runJob(job: Job, terminal: Terminal): number {
  const inputs = findInputs(job.paths, job.out);
  const copies = planCopies(inputs, job.out);
  const sources = new Set(inputs.flatMap(({ path }) => identityOf(path) ?? []));
  const view = job.json ? jsonView(terminal) : textView(terminal);
  const progress = startProgress(inputs.length, terminal);
  let exitCode: number = EXIT.clean;
  for (const [done, input] of inputs.entries()) {
    progress.show(done, input.path);
    const outcome = workOn(input, job, copies.get(input) ?? '', sources);
    progress.clear();
    view.show(outcome);
    exitCode = Math.max(exitCode, exitCodeOf(outcome));
  }
  view.end();
  return exitCode;
}

function workOn({ path, fault }: Input, job: Job, copy: string, sources: ReadonlySet<string>): Outcome {
  if (fault !== null) return { path, book: null, copy: null, fault };
  let assessed: BookAssessment | null = null;
  try {
    const file = openXlsx(readFile(path), nodeCodec);
    const assessment = assessBook(file.book, { results: job.results, ...(job.sheet === null ? {} : { sheet: job.sheet }) });
    if (assessment.sheets.length + assessment.diagnostics.length === 0) throw nothingIn(path, file.book, job.sheet);
    assessed = assessment;
    const fills = job.command === 'tinh' && assessment.sheets.length > 0;
    if (fills) writeCopy(copy, file.apply(planEdits(file.book, assessment)), sources);
    return { path, book: assessment, copy: fills ? copy : null, fault: null };
  } catch (error) {
    return { path, book: assessed, copy: null, fault: faultOf(error) };
  }
}

function nothingIn(path: string, { sheets }: Book, sheet: string | null): CliError {
  if (sheet === null) return new CliError('missing-table', `Trong «${path}» không có bảng tổng hợp nào: mọi trang tính đều trống.`);
  return new CliError('missing-table', `Trong «${path}» không có bảng ở trang tính «${sheet}»; tệp có các trang: ${sheets.map(({ name }) => `«${name}»`).join(', ')}.`);
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fileError('read', path, error);
  }
}

function exitCodeOf({ book, fault }: Outcome): number {
  if (fault !== null || book === null) return EXIT.couldNotRun;
  const all = [...book.diagnostics, ...book.sheets.flatMap(({ diagnostics }) => diagnostics)];
  return all.some(({ severity }) => severity === 'error') ? EXIT.errorsFound : EXIT.clean;
}
