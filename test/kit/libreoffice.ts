/**
 * One LibreOffice for all test files of a process: to start it takes fifty times as long as to convert a file. Whoever
 * asks with the same profile is served by the one that runs; where none does, LibreOffice starts for the one question.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Formulas are worked out anew; otherwise the values in a file are trusted, unless LibreOffice itself wrote it. */
type Kind = 'plain' | 'recalculating';

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** A sheet that nobody looks at keeps it open; it ends with the process that asked, and its profile with it. */
const SERVE = `
soffice --headless --norestore --nologo private:factory/scalc "-env:UserInstallation=file://$1" &
while kill -0 "$2" 2>/dev/null; do sleep 1; done
trap '' TERM
kill -TERM 0
sleep 1
rm -rf "$1"
`;
/**
 * Of its profile: there while it runs, and there once the sheet is open; without an open sheet it ends after an answer.
 */
const RUNS = '.lock';
const OPENED = join('user', 'config', 'soffice.cfg', 'modules', 'scalc', 'statusbar');
const SETTLING = 1500;
const LONGEST_START = 60_000;

/** The files, converted, in the folder. */
export function convert(
  files: readonly string[],
  { to, into, kind = 'plain' }: { readonly to: string; readonly into: string; readonly kind?: Kind },
): void {
  const { status, stderr } = spawnSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${served(kind)}`, '--convert-to', to, '--outdir', into, ...files],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
}

/** The profile of the one that runs. */
function served(kind: Kind): string {
  const profile = join(tmpdir(), `cchc-libreoffice-${process.pid.toString()}-${kind}`);
  if (existsSync(join(profile, RUNS))) return profile;
  mkdirSync(join(profile, 'user'), { recursive: true });
  if (kind === 'recalculating') writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
  spawn('sh', ['-c', SERVE, 'sh', profile, process.pid.toString()], { detached: true, stdio: 'ignore' }).unref();
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < LONGEST_START && !existsSync(join(profile, OPENED)); waited += 50)
    Atomics.wait(pause, 0, 0, 50);
  Atomics.wait(pause, 0, 0, SETTLING);
  return profile;
}
