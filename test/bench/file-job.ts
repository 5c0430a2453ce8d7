/**
 * Bench (b): the whole job on a file (open, read, check, score, fill, save) against exceljs' bare load and save, each
 * in its own process.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBigWorkbook } from '../kit/files/big-workbook';

export interface Usage {
  /** Processor time of all threads, which does not depend on the other load of the machine. */
  readonly seconds: number;
  readonly megabytes: number;
}

export interface FileResult {
  readonly units: number;
  readonly fileMegabytes: number;
  readonly ours: Usage;
  readonly exceljs: Usage;
}

const root = join(__dirname, '..', '..');

export function benchFile(units: number, items: number, repeats: number): FileResult {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-bench-'));
  try {
    const source = join(folder, 'source.xlsx');
    writeFileSync(source, buildBigWorkbook({ units, items }));
    const ours = runs(repeats, folder, [join(root, 'dist', 'cchc.js'), 'tinh', source, '--out', join(folder, 'out')]);
    const exceljs = runs(repeats, folder, [
      join(root, 'test', 'bench', 'exceljs-job.js'),
      source,
      join(folder, 'exceljs.xlsx'),
    ]);
    return { units, fileMegabytes: statSync(source).size / 1e6, ours, exceljs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the median time and the largest memory of several runs. */
export function runs(repeats: number, folder: string, words: readonly string[]): Usage {
  const all = Array.from({ length: repeats }, () => measured(folder, words)).sort((a, b) => a.seconds - b.seconds);
  return {
    seconds: all[Math.floor(all.length / 2)]?.seconds ?? 0,
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  };
}

function measured(folder: string, words: readonly string[]): Usage {
  const usage = join(folder, 'usage.json');
  const { status, stderr, signal } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6144', '--require', join(root, 'test', 'bench', 'usage.js'), ...words],
    {
      env: { ...process.env, BENCH_USAGE: usage },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (status === null || status > 1)
    throw new Error(`${words.join(' ')} ended with ${String(status ?? signal)}: ${stderr}`);
  const { seconds, kilobytes } = JSON.parse(readFileSync(usage, 'utf8')) as { seconds: number; kilobytes: number };
  return { seconds, megabytes: (kilobytes * 1024) / 1e6 };
}
