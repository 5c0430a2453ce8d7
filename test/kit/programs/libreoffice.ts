/**
 * One LibreOffice for all test files of a process: starting it takes fifty times as long as converting a file. Requests
 * with the same profile go to the running instance; without one, LibreOffice starts for the single request.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * `recalculating` recalculates all formulas; `plain` trusts the values in a file unless LibreOffice itself wrote it.
 */
type Kind = 'plain' | 'recalculating';

const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * An unused open sheet keeps LibreOffice running; it ends together with the requesting process and deletes its profile.
 */
const SERVE = `
soffice --headless --norestore --nologo private:factory/scalc "-env:UserInstallation=file://$1" &
while kill -0 "$2" 2>/dev/null; do sleep 1; done
trap '' TERM
kill -TERM 0
sleep 1
rm -rf "$1"
`;
/**
 * Files in the profile: the first exists while LibreOffice runs, the second once the sheet is open. Without an open
 * sheet LibreOffice ends after one answer.
 */
const RUNS = '.lock';
const OPENED = join('user', 'config', 'soffice.cfg', 'modules', 'scalc', 'statusbar');
const SETTLING = 1500;
const LONGEST_START = 60_000;

/** Converts the files into the folder. */
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

/** The profile of the running instance, which is started if necessary. */
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
