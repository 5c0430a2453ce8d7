/**
 * Rich workbooks of other programs: after edits, every untouched part is byte for byte the same, and LibreOffice opens
 * the result.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { addressOfKey, toA1 } from '../../../src/core/values/address';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { again, cell, formula, mark, note, number, text } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import { convert } from '../../kit/programs/libreoffice';
import { checkPackage, describeWith, PYTHON } from '../../kit/programs/programs';
import { partsOf, textOfPart } from '../../kit/files/small-workbook';

/** Written files, each with the file that it was made from. */
const toCheck: (readonly [file: string, before: string])[] = [];
const folder = mkdtempSync(join(tmpdir(), 'cchc-preservation-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SHEET = 'Bảng tổng hợp';
const EDITS: SheetEdits[] = [
  {
    sheet: SHEET,
    isNew: false,
    edits: [
      cell('D6', number('1.25')),
      cell('C45', formula('SUM(C6:C40)', '196.875'), 'D9', '0.000'),
      cell('H45', text(' Tổng\nđiểm ')),
      cell('E7', number('0.3')),
      mark('D9', 'deduction'),
      mark('D10', 'error'),
      mark('F8', 'error'),
      mark('Z60', 'warning'),
      note('D9', 'Nguyên nhân: chậm'),
      note('D8', 'không được đè'),
    ],
  },
  { sheet: 'Kết quả', isNew: true, edits: [cell('A1', text('Đơn vị')), note('A1', 'x')] },
];

function rich(name: string, ...args: string[]): string {
  const file = join(folder, name);
  const made = spawnSync(PYTHON, [join(__dirname, 'rich_workbook.py'), file, ...args], { encoding: 'utf8' });
  expect(made.stderr).toBe('');
  return file;
}

function converted(file: string, to: 'csv' | 'xlsx'): string {
  const out = mkdtempSync(join(folder, 'out-'));
  convert([file], { to, into: out });
  return join(out, basename(file).replace(/\.[^.]*$/, `.${to}`));
}

function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = partsOf(before);
  const now = partsOf(after);
  expect([...old.keys()].filter((name) => !now.has(name))).toEqual([]);
  return [...now]
    .filter(([name, bytes]) => Buffer.compare(bytes, old.get(name) ?? new Uint8Array(0)) !== 0)
    .map(([name]) => name)
    .sort();
}

const marksOf = (bytes: Uint8Array): string[] =>
  [...(openXlsx(bytes, nodeCodec).book.sheets[0]?.grid().marks ?? [])]
    .map(([key, kind]) => `${toA1(addressOfKey(key))} ${kind}`)
    .sort();

describeWith(['xlsxwriter'], 'a rich workbook', () => {
  test('loses nothing: only the parts that the edits are about differ', () => {
    const path = rich('rich.xlsx');
    const source = new Uint8Array(readFileSync(path));
    const out = openXlsx(source, nodeCodec).apply(EDITS);
    expect(changedParts(source, out)).toEqual([
      '[Content_Types].xml',
      'docProps/app.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/comments1.xml',
      'xl/comments3.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/drawings/vmlDrawing3.vml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet4.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet4.xml',
    ]);
    expect(lintPackage(out)).toEqual([]);
    expect(openXlsx(out, nodeCodec).apply(again(EDITS))).toBe(out);
    const file = join(folder, 'rich-out.xlsx');
    writeFileSync(file, out);
    toCheck.push([file, path]);
  });

  test('one cell changes one part', () => {
    const source = new Uint8Array(readFileSync(rich('one.xlsx')));
    const out = openXlsx(source, nodeCodec).apply([
      { sheet: "O'Neil & Co", isNew: false, edits: [cell('B3', number('1'))] },
    ]);
    expect(changedParts(source, out)).toEqual(['xl/worksheets/sheet2.xml']);
  });

  test('macros stay in a .xlsm', () => {
    const macros = join(folder, 'vbaProject.bin');
    writeFileSync(macros, Buffer.from('d0cf11e0a1b11ae1'.repeat(64), 'hex'));
    const path = rich('rich.xlsm', macros);
    const source = new Uint8Array(readFileSync(path));
    const out = openXlsx(source, nodeCodec).apply(EDITS);
    expect(changedParts(source, out)).not.toContain('xl/vbaProject.bin');
    expect(textOfPart(out, '[Content_Types].xml')).toContain('macroEnabled');
    expect(lintPackage(out)).toEqual([]);
  });
});

describeWith(['xlsxwriter', 'libreoffice'], 'LibreOffice', () => {
  test('opens the result, calculates the same, and keeps our marks through its own saving', () => {
    const source = new Uint8Array(readFileSync(rich('lo.xlsx')));
    const file = join(folder, 'lo-out.xlsx');
    writeFileSync(file, openXlsx(source, nodeCodec).apply(EDITS));
    const sheet = readFileSync(converted(file, 'csv'), 'utf8');
    expect(sheet).toContain('196.875');
    const saved = new Uint8Array(readFileSync(converted(file, 'xlsx')));
    // LibreOffice turns the pattern of F8 into a plain colour, so F8 no longer counts as marked.
    expect(marksOf(saved)).toEqual(['D10 error', 'D9 deduction', 'Z60 warning']);
    const back = openXlsx(saved, nodeCodec).apply([
      { sheet: SHEET, isNew: false, edits: ['D9', 'D10', 'F8', 'Z60'].map((a1) => mark(a1, null)) },
    ]);
    expect(marksOf(back)).toEqual([]);
    expect(textOfPart(back, 'xl/workbook.xml')).not.toContain('_CCHC_');
    expect(lintPackage(back)).toEqual(lintPackage(saved));
  }, 180_000);

  test('its own files are edited without loss', () => {
    const path = converted(rich('own.xlsx'), 'xlsx');
    const source = new Uint8Array(readFileSync(path));
    const out = openXlsx(source, nodeCodec).apply(EDITS);
    expect(lintPackage(out)).toEqual(lintPackage(source));
    expect(openXlsx(out, nodeCodec).apply(again(EDITS))).toBe(out);
    const file = join(folder, 'own-out.xlsx');
    writeFileSync(file, out);
    toCheck.push([file, path]);
    expect(readFileSync(converted(file, 'csv'), 'utf8')).toContain('196.875');
  }, 180_000);
});

describeWith(['xlsxwriter', 'xmllint', 'packageChecker'], 'what was written above', () => {
  test('has no fault that its source had not', () => {
    expect(toCheck.length).toBeGreaterThan(0);
    expect(toCheck.map((each) => checkPackage(...each))).toEqual(toCheck.map(() => 'package valid'));
  }, 60_000);
});
