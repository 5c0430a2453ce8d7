/**
 * What a run over several files has done so far, in a file beside its results: there as long as the run is not whole,
 * so that after an interruption the same run goes on where it was.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../package.json';
import type { Told } from './view';

interface Done {
  readonly exit: number;
  readonly told: Told;
  /** Paths of what was written for it. */
  readonly written: readonly string[];
}

export interface Unfinished {
  /** How many files the interrupted run did. */
  readonly count: number;
  /** Null for a file that is still to be done: not done yet, changed since, or its results are gone. */
  readonly known: (path: string) => Done | null;
  readonly note: (path: string, done: Done) => void;
  /** The run is whole. */
  readonly end: () => void;
}

const NAME = '.cchc-dang-chay.jsonl';

export const NOTHING_KEPT: Unfinished = { count: 0, known: () => null, note: () => undefined, end: () => undefined };

/**
 * `run`: all that the results depend on beside the files: another run begins anew. `beside`: files that it reads for
 * all of them.
 */
export function unfinishedRun(folder: string, run: unknown, beside: readonly string[]): Unfinished {
  const path = join(folder, NAME);
  const head = JSON.stringify({ version: manifest.version, run, beside: beside.map(stateOf) });
  const before = linesAt(path, head);
  if (before.size === 0 && !begin(path, head)) return NOTHING_KEPT;
  return {
    count: before.size,
    known: (file) => {
      const kept = before.get(file);
      return kept && kept.state === stateOf(file) && kept.done.written.every((each) => existsSync(each))
        ? kept.done
        : null;
    },
    note: (file, done) => {
      appendFileSync(path, `${JSON.stringify({ file, state: stateOf(file), done })}\n`);
    },
    end: () => {
      rmSync(path, { force: true });
    },
  };
}

/** False where nothing can be written: the run itself will say so. */
function begin(path: string, head: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${head}\n`);
    return true;
  } catch {
    return false;
  }
}

interface Kept {
  readonly file: string;
  readonly state: string;
  readonly done: Done;
}

/** A last line that is cut short is not done. */
function linesAt(path: string, head: string): ReadonlyMap<string, Kept> {
  const [first, ...lines] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  if (first !== head) return new Map();
  return new Map(
    lines.slice(0, -1).map((line) => {
      const kept = JSON.parse(line) as Kept;
      return [kept.file, kept];
    }),
  );
}

/** Size and time of change. */
function stateOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${String(size)} ${String(mtimeMs)}`;
  } catch {
    return '';
  }
}
