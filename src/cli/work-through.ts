/** One run over all its workbooks: shows each outcome, continues after a fault, and returns the exit code. */
import { dirname, resolve } from 'node:path';
import { jsonText } from '../export/json-text';
import { faultOf } from './fault';
import { identityOf, isFolder, type Input } from './files';
import type { Work } from './requests';
import type { Terminal } from './terminal';
import { clean, shorten } from './text';
import { NOTHING_KEPT, unfinishedRun, type Unfinished } from './unfinished';
import { jsonView, textView, type Done, type OutcomeFormat } from './view';

export const EXIT = { clean: 0, errorsFound: 1, couldNotRun: 2 } as const;

/** The part of a run that all commands share. */
interface Run {
  readonly json: boolean;
  /** Record of an interrupted run, which is resumed; without it every file is done again. */
  readonly unfinished?: Unfinished;
}

/**
 * `sources` are files that `work` must never overwrite. If `work` throws, the error is the fault of that workbook, and
 * its result so far is still shown.
 */
export async function workThrough<Outcome extends Done>(
  inputs: readonly Input[],
  { json, unfinished = NOTHING_KEPT }: Run,
  terminal: Terminal,
  shown: OutcomeFormat<Outcome>,
  work: (input: Input, sources: ReadonlySet<string>) => Outcome | Promise<Outcome>,
): Promise<number> {
  const sources = new Set(inputs.flatMap(({ path }) => identityOf(path) ?? []));
  const view = json ? jsonView(terminal, shown) : textView(terminal, shown);
  const progress = startProgress(inputs.length, terminal);
  if (unfinished.count > 0)
    terminal.err(`Tiếp tục lần chạy bị dừng: ${String(unfinished.count)} tệp đã xong, không làm lại.\n`);
  let exitCode: number = EXIT.clean;
  for (const [done, input] of inputs.entries()) {
    const before = unfinished.known(input.path);
    if (before) {
      view.show(before.output);
      exitCode = Math.max(exitCode, before.exit);
      continue;
    }
    progress.show(done, input.path);
    const outcome = await work(input, sources);
    progress.clear();
    const output = view.tell(outcome);
    const exit = exitCodeOf(outcome);
    view.show(output);
    // A file with a fault is tried again.
    if (outcome.fault === null) unfinished.note(input.path, { exit, output, written: shown.written?.(outcome) ?? [] });
    exitCode = Math.max(exitCode, exit);
  }
  view.end();
  unfinished.end();
  return exitCode;
}

/** The record of a run over several files, kept in the folder of the results. */
export const keptFor = (
  inputs: readonly Input[],
  { out, paths: [first], ...rest }: Work,
  { colours, columns }: Terminal,
  beside: readonly (string | null)[],
): Unfinished =>
  inputs.length < 2
    ? NOTHING_KEPT
    : unfinishedRun(
        out ?? (isFolder(first) ? first : dirname(first)),
        { out, first: resolve(first), ...rest, colours, columns },
        beside.flatMap((path) => path ?? []),
      );

/** Fills in an outcome step by step; after an error it holds the steps done so far and the fault. */
export async function attempt<Outcome extends Done>(
  nothing: Outcome,
  { fault }: Input,
  work: (tell: (known: Partial<Outcome>) => void) => void | Promise<void>,
): Promise<Outcome> {
  let outcome: Outcome = { ...nothing, fault };
  if (fault !== null) return outcome;
  try {
    await work((known) => (outcome = { ...outcome, ...known }));
    return outcome;
  } catch (error) {
    return { ...outcome, fault: faultOf(error) };
  }
}

function exitCodeOf({ book, fault }: Done): number {
  if (fault !== null || book === null) return EXIT.couldNotRun;
  const all = [...book.diagnostics, ...book.sheets.flatMap(({ diagnostics }) => diagnostics)];
  return all.some(({ severity }) => severity === 'error') ? EXIT.errorsFound : EXIT.clean;
}

/** Tells why a run could not start; `about` is the file that it fails at. */
export function couldNotRun(
  error: unknown,
  { json, about }: { readonly json: boolean; readonly about: Readonly<Record<string, string>> },
  { out, err }: Terminal,
): number {
  const { code, alias, message } = faultOf(error);
  if (json) out(`${jsonText({ ...about, error: { code, alias, message } })}\n`);
  err([...Object.values(about), code, message].map(clean).join(' · ') + '\n');
  return EXIT.couldNotRun;
}

interface Progress {
  /** File number `done` (from 0) is in progress. */
  readonly show: (done: number, path: string) => void;
  /** Removes the bar so that other text can be written. */
  readonly clear: () => void;
}

const BAR = 24;

/** A progress bar on the last line of a terminal, for runs of several files. Draws nothing into pipes and files. */
export function startProgress(total: number, { err, progressColumns }: Terminal): Progress {
  if (progressColumns === null || total < 2) return { show: () => undefined, clear: () => undefined };
  let drawn = false;
  return {
    show(done, path) {
      const full = Math.round((done / total) * BAR);
      const line = `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${done + 1}/${total} ${clean(path)}`;
      err(`\r\u001b[K${shorten(line, progressColumns - 1)}`);
      drawn = true;
    },
    clear() {
      if (drawn) err('\r\u001b[K');
      drawn = false;
    },
  };
}
