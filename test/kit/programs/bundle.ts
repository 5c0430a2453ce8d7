/** The built command line, run as a separate program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..', '..', '..');
export const BUNDLE = join(ROOT, 'dist', 'cchc.js');

/** Builds dist/cchc.js unless it is newer than its sources. */
export function buildBundle(): void {
  execFileSync(process.execPath, [join(ROOT, '.ci', 'setup.mjs'), '--build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export function cchc(words: readonly string[], folder: string = ROOT): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BUNDLE, ...words], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, out: stdout, err: stderr };
}
