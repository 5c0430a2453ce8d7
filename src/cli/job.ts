/** One run of `tinh` or `kiem-tra`: each workbook is read, assessed, and for `tinh` filled into a copy. */
import type { BookAssessment } from '../core/model/assessment';
import { planEdits } from '../core/plan/plan-edits';
import type { Job } from './args';
import { assessFile } from './assess-file';
import { faultOf, type Fault } from './fault';
import { findInputs, identityOf, planCopies, type Input } from './files';
import { startProgress } from './progress';
import { readCausesText, takeCauses, type TakenCauses } from './take-causes';
import type { Terminal } from './terminal';
import { clean } from './text';
import { jsonView, textView } from './view';
import { writeCopy } from './write-copy';

/** What became of one workbook. */
export interface Outcome {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly book: BookAssessment | null;
  /** Where the filled copy is; null when none was written. */
  readonly copy: string | null;
  /** Files that were exported from it. */
  readonly exported: readonly string[];
  /** What became of the causes in a text; null where none was given. */
  readonly taken: TakenCauses | null;
  readonly fault: Fault | null;
}

export const EXIT = { clean: 0, errorsFound: 1, couldNotRun: 2 } as const;

export async function runJob(job: Job, terminal: Terminal): Promise<number> {
  const causes = job.causes === null ? null : textOf(job.causes, terminal);
  if (causes === undefined) return EXIT.couldNotRun;
  const inputs = findInputs(job.paths, job.out);
  const copies = planCopies(inputs, job.out);
  return workThrough(inputs, job, terminal, (input, sources) => workOn(input, job, causes, copies.get(input) ?? '', sources));
}

/** Works through all files, whatever happens to one of them; returns the exit code. `sources` tells what must never be written over. */
export async function workThrough(
  inputs: readonly Input[],
  { json }: Pick<Job, 'json'>,
  terminal: Terminal,
  work: (input: Input, sources: ReadonlySet<string>) => Outcome | Promise<Outcome>,
): Promise<number> {
  const sources = new Set(inputs.flatMap(({ path }) => identityOf(path) ?? []));
  const view = json ? jsonView(terminal) : textView(terminal);
  const progress = startProgress(inputs.length, terminal);
  let exitCode: number = EXIT.clean;
  for (const [done, input] of inputs.entries()) {
    progress.show(done, input.path);
    const outcome = await work(input, sources);
    progress.clear();
    view.show(outcome);
    exitCode = Math.max(exitCode, exitCodeOf(outcome));
  }
  view.end();
  return exitCode;
}

/** Undefined where it cannot be read, which has been said. */
function textOf(path: string, { err }: Terminal): string | undefined {
  try {
    return readCausesText(path);
  } catch (error) {
    const { code, message } = faultOf(error);
    err(`${clean(path)} · ${code} · ${clean(message)}\n`);
    return undefined;
  }
}

function workOn({ path, fault }: Input, job: Job, causes: string | null, copy: string, sources: ReadonlySet<string>): Outcome {
  const nothing = { path, book: null, copy: null, exported: [], taken: null };
  if (fault !== null) return { ...nothing, fault };
  let book: BookAssessment | null = null;
  try {
    const found = assessFile(path, job);
    const taken = causes === null ? null : takeCauses(found, causes, job);
    const { file, assessment } = taken ?? found;
    book = assessment;
    const fills = job.command === 'tinh' && assessment.sheets.length > 0;
    if (fills) writeCopy(copy, file.apply(planEdits(file.book, assessment)), sources);
    return { ...nothing, book, copy: fills ? copy : null, taken, fault: null };
  } catch (error) {
    return { ...nothing, book, fault: faultOf(error) };
  }
}

function exitCodeOf({ book, fault }: Outcome): number {
  if (fault !== null || book === null) return EXIT.couldNotRun;
  const all = [...book.diagnostics, ...book.sheets.flatMap(({ diagnostics }) => diagnostics)];
  return all.some(({ severity }) => severity === 'error') ? EXIT.errorsFound : EXIT.clean;
}
