/**
 * What a run over several files has done so far, in a file beside its results: there as long as the run is not whole,
 * so that after an interruption the same run goes on where it was.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

export const NOTHING_KEPT: Unfinished = { count: 0, known: () => null, note: () => undefined, end: () => undefined };

/**
 * `run`: all that the results depend on beside the files: another run has a record of its own. `beside`: files that it
 * reads for all of them. A record that cannot be read or written is done without.
 */
export function unfinishedRun(folder: string, run: unknown, beside: readonly string[]): Unfinished {
  const head = JSON.stringify({ version: manifest.version, run, beside: beside.map(stateOf) });
  const path = join(folder, `.cchc-dang-chay-${createHash('sha256').update(head).digest('hex').slice(0, 8)}.jsonl`);
  const before = linesAt(path, head);
  // As they were before they were worked on: a file that is saved in between is done again.
  const states = new Map<string, string>();
  let isBegun = false;
  return {
    count: before.size,
    known: (file) => {
      const state = stateOf(file);
      states.set(file, state);
      const kept = before.get(resolve(file));
      return kept && kept.state === state && kept.done.written.every((each) => existsSync(each)) ? kept.done : null;
    },
    note: (file, done) => {
      const line = lineOf({ file: resolve(file), state: states.get(file) ?? '', done });
      isBegun ||= tried(() => {
        writeFileSync(path, [`${head}\n`, ...[...before.values()].map(lineOf)].join(''));
      });
      if (isBegun) tried(() => appendFileSync(path, line));
    },
    end: () => {
      tried(() => rmSync(path, { force: true }));
    },
  };
}

/** Whether it could be done. */
function tried(write: () => void): boolean {
  try {
    write();
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

const lineOf = (kept: Kept): string => `${JSON.stringify(kept)}\n`;

/** A line that is cut short, or was lost with the power, is not done. */
function linesAt(path: string, head: string): ReadonlyMap<string, Kept> {
  const [first, ...lines] = textAt(path).split('\n');
  if (first !== head) return new Map();
  return new Map(lines.flatMap((line) => keptIn(line) ?? []).map((kept) => [kept.file, kept]));
}

function keptIn(line: string): Kept | null {
  try {
    return JSON.parse(line) as Kept;
  } catch {
    return null;
  }
}

function textAt(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
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
