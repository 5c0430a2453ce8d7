/** dist/cchc.js as officers and scripts start it: exit codes, clean streams, complete output through pipes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { run } from '../../src/cli/run';
import { BUNDLE, ROOT, buildBundle, cchc } from '../kit/programs/bundle';
import { textOfDocx } from '../kit/files/docx-text';
import { recordingTerminal } from '../kit/programs/terminal';

const SAMPLES = join(ROOT, 'assets', 'samples');
let folder: string;

beforeAll(() => {
  buildBundle();
  folder = mkdtempSync(join(tmpdir(), 'cchc-bundle-'));
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('exit codes', () => {
  test.each([
    [0, ['--help']],
    [0, ['kiem-tra', join(SAMPLES, 'don-vi-theo-cot.xlsx')]],
    [2, ['kiem-tra', 'không-có.xlsx']],
    [2, ['xuat']],
  ])('%d: cchc %s', (code, words) => {
    expect(cchc(words).status).toBe(code);
  });
});

test('an error in a sheet ends with 1, and the other units are still there', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(SAMPLES, 'don-vi-theo-dong.xlsx'));
  book.worksheets[0]!.getCell('C10').value = null;
  const path = join(folder, 'thiếu điểm.xlsx');
  await book.xlsx.writeFile(path);
  const { status, out } = cchc(['kiem-tra', path, '--json']);
  const { files } = JSON.parse(out) as {
    files: { sheets: { units: { undetermined: boolean; index: number | null }[] }[] }[];
  };
  expect(status).toBe(1);
  expect(
    files[0]!.sheets[0]!.units.map(({ undetermined, index }) => [undetermined, index === null]).filter(
      ([undetermined]) => undetermined,
    ),
  ).toEqual([[true, true]]);
});

test('a template is filled by the bundle, which has its own reader of small parts', () => {
  const table = join(folder, 'mẫu', 'bảng.xlsx');
  mkdirSync(join(folder, 'mẫu'));
  copyFileSync(join(SAMPLES, 'mot-don-vi.xlsx'), table);
  // A generated report is a Word document as Word writes it; the test turns some of its words into a placeholder.
  cchc(['xuat', table, '--loai', 'r4']);
  const [report = ''] = readdirSync(join(folder, 'mẫu', 'bảng (báo cáo)'));
  const parts = unzipSync(readFileSync(join(folder, 'mẫu', 'bảng (báo cáo)', report)));
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  parts['word/document.xml'] = strToU8(body.replace('Kết quả chung', '{Đơn vị} đạt {Chỉ số}%'));
  const template = join(folder, 'mẫu', 'mẫu.docx');
  writeFileSync(template, zipSync(parts));
  expect(cchc(['bao-cao', table, '--mau', template]).status).toBe(0);
  const filled = join(folder, 'mẫu', 'bảng (báo cáo)', 'mẫu - UBND huyện Vân Canh.docx');
  // 24,27 of 32 points.
  expect(textOfDocx(readFileSync(filled))).toContain('UBND huyện Vân Canh đạt 75,84%');
});

test('the bundle can be started by its name', () => {
  expect(execFileSync(BUNDLE, ['--version'], { encoding: 'utf8' })).toMatch(/^cchc \d/);
});

test('with --json standard output is one object and messages go elsewhere', () => {
  const { out, err } = cchc([
    'tinh',
    join(SAMPLES, 'mot-don-vi.xlsx'),
    '--json',
    '--out',
    join(ROOT, '.out', 'bundle'),
  ]);
  expect(Object.keys(JSON.parse(out) as object)).toEqual(['files']);
  expect(out.endsWith(']}\n')).toBe(true);
  expect(err).toContain('→');
});

test('every sample is filled into .out and no source changes', () => {
  const names = ['don-vi-theo-cot.xlsx', 'don-vi-theo-dong.xlsx', 'ket-qua-nam-2022.xlsx', 'mot-don-vi.xlsx'];
  const before = names.map((name) => readFileSync(join(SAMPLES, name)));
  for (const mode of [[], ['--values']]) {
    const out = join(ROOT, '.out', `bundle${mode.join('')}`);
    expect(cchc(['tinh', SAMPLES, '--out', out, ...mode]).status).toBe(0);
    expect(names.every((name) => readFileSync(join(out, name)).length > 5000)).toBe(true);
  }
  names.forEach((name, at) => {
    expect(Buffer.compare(readFileSync(join(SAMPLES, name)), before[at]!)).toBe(0);
  });
});

test('reports are the same bytes as from the sources, which zip by another program', async () => {
  const write = (of: string): string => {
    mkdirSync(join(folder, of));
    copyFileSync(join(SAMPLES, 'mot-don-vi.xlsx'), join(folder, of, 'bang.xlsx'));
    return join(folder, of, 'bang.xlsx');
  };
  expect(cchc(['xuat', write('gói')]).status).toBe(0);
  expect(await run(['xuat', write('nguồn')], recordingTerminal())).toBe(0);
  const [packed = '', source = ''] = ['gói', 'nguồn'].map((of) => join(folder, of, 'bang (báo cáo)'));
  const names = readdirSync(source);
  expect(names.filter((name) => name.endsWith('.docx')).length).toBeGreaterThan(3);
  expect(readdirSync(packed)).toEqual(names);
  const differing = names.filter((name) => !readFileSync(join(packed, name)).equals(readFileSync(join(source, name))));
  expect(differing).toEqual([]);
}, 60_000);

describe('pipes', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'nhiều'));
    for (let copy = 0; copy < 24; copy += 1)
      copyFileSync(join(SAMPLES, 'don-vi-theo-cot.xlsx'), join(folder, 'nhiều', `${copy}.xlsx`));
  });

  test('more than a megabyte arrives whole, through a reader that is slow to start', () => {
    const count = 'sleep 0.5; wc -c';
    const piped = spawnSync(
      'sh',
      ['-c', `"$0" "$1" kiem-tra "$2" --json | (${count})`, process.execPath, BUNDLE, join(folder, 'nhiều')],
      { encoding: 'utf8' },
    );
    const whole = cchc(['kiem-tra', join(folder, 'nhiều'), '--json']).out;
    expect((JSON.parse(whole) as { files: unknown[] }).files).toHaveLength(24);
    expect(Buffer.byteLength(whole)).toBeGreaterThan(1_000_000);
    expect(Number(piped.stdout)).toBe(Buffer.byteLength(whole));
  }, 60_000);

  test('a reader that leaves early is no error', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" kiem-tra "$2" --json | head -c 10`, process.execPath, BUNDLE, join(folder, 'nhiều')],
      { encoding: 'utf8' },
    );
    expect(stdout).toBe('{"files":[');
    expect(stderr).toBe('');
  }, 60_000);
});

test('the sources of the bundle say no path of the machine that built it', () => {
  expect(readFileSync(BUNDLE, 'utf8')).not.toContain(ROOT);
});
