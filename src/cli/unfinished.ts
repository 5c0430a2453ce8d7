/**
 * Records the progress of a run over several files in a file beside its results, so that the same run resumes after an
 * interruption. The record is removed when the run is complete.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import manifest from '../../package.json';
import type { Output } from './view';

interface Done {
  readonly exit: number;
  readonly output: Output;
  /** Paths of the files written for it. */
  readonly written: readonly string[];
}

export interface Unfinished {
  /** How many files the interrupted run finished. */
  readonly count: number;
  /** Null if the file is still to be done: it was not reached, has changed since, or its results are gone. */
  readonly known: (path: string) => Done | null;
  readonly note: (path: string, done: Done) => void;
  /** Marks the run as complete. */
  readonly end: () => void;
}

export const NOTHING_KEPT: Unfinished = { count: 0, known: () => null, note: () => undefined, end: () => undefined };

/**
 * `run` is everything that the results depend on besides the files; a different run has its own record. `beside` lists
 * files that are read for all of them. If the record cannot be read or written, the run goes on without it.
 */
export function unfinishedRun(folder: string, run: unknown, beside: readonly string[]): Unfinished {
  const head = JSON.stringify({ version: manifest.version, run, beside: beside.map(stateOf) });
  const path = join(folder, `.cchc-dang-chay-${createHash('sha256').update(head).digest('hex').slice(0, 8)}.jsonl`);
  const before = linesAt(path, head);
  // State of each file before work on it starts, so that a file saved in the meantime is done again.
  const states = new Map<string, string>();
  let isBegun = false;
  return {
    count: before.size,
    known: (file) => {
      const state = stateOf(file);
      states.set(file, state);
      const record = before.get(resolve(file));
      return record && record.state === state && record.done.written.every((each) => existsSync(each))
        ? record.done
        : null;
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

/** Whether `write` succeeded. */
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

const lineOf = (record: Kept): string => `${JSON.stringify(record)}\n`;

/** A line that is cut short, or lost in a power failure, counts as not done. */
function linesAt(path: string, head: string): ReadonlyMap<string, Kept> {
  const [first, ...lines] = textAt(path).split('\n');
  if (first !== head) return new Map();
  return new Map(lines.flatMap((line) => keptIn(line) ?? []).map((record) => [record.file, record]));
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

/** Size and time of the last change. */
function stateOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${String(size)} ${String(mtimeMs)}`;
  } catch {
    return '';
  }
}
