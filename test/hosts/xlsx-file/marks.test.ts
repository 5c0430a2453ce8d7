/** Marks: colours on cells, recorded so that the officer's exact look can be restored. */
import { describe, expect, test } from '@jest/globals';
import { addressOfKey, toA1 } from '../../../src/core/values/address';
import type { Edit } from '../../../src/core/model/workbook/edit';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { cell, mark, number, onSheet } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import { sheetXml, smallWorkbook, textOfPart, workbookXml } from '../../kit/files/small-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';
const open = (file: Uint8Array) => openXlsx(file, nodeCodec);
const write = (file: Uint8Array, ...edits: Edit[]): Uint8Array => {
  const out = open(file).apply(onSheet('Bảng', ...edits));
  expect(lintPackage(out)).toEqual([]);
  expect(open(out).apply(onSheet('Bảng', ...edits))).toBe(out);
  return out;
};
const marksOf = (file: Uint8Array): string[] =>
  [...(open(file).book.sheets[0]?.grid().marks ?? [])].map(([key, kind]) => `${toA1(addressOfKey(key))} ${kind}`);
const namesOf = (file: Uint8Array): string[] =>
  [...textOfPart(file, 'xl/workbook.xml').matchAll(/name="(_CCHC[^"]*)"[^>]*>([^<]*)/g)].map(
    (match) => `${match[1] ?? ''}=${match[2] ?? ''}`,
  );

// A plain, B yellow, C gradient, D theme colour with a tint, E centred.
const ROW = (row: number): string => {
  const cells = [0, 1, 2, 3, 6].map(
    (style, n) => `<c r="${'ABCDE'[n] ?? ''}${row.toString()}" s="${style.toString()}"><v>1</v></c>`,
  );
  return `<row r="${row.toString()}">${cells.join('')}</row>`;
};
const FILE = smallWorkbook(sheetXml([1, 2, 3].map(ROW).join('').replaceAll(' s="0"', '')));

describe('marks', () => {
  test('are recorded in hidden names with the fill that was there before', () => {
    const out = write(
      FILE,
      ...['A1', 'A2', 'E1', 'B1', 'D2'].map((a1) => mark(a1, 'deduction')),
      mark('B3', 'error'),
      mark('Z9', 'warning'),
    );
    expect(marksOf(out)).toEqual([
      'A1 deduction',
      'B1 deduction',
      'E1 deduction',
      'A2 deduction',
      'D2 deduction',
      'B3 error',
      'Z9 warning',
    ]);
    expect(namesOf(out)).toEqual([
      "_CCHC_DEDUCTION_FFFFFF00_1='Bảng'!$B$1",
      "_CCHC_DEDUCTION_NONE_1='Bảng'!$A$1:$A$2,'Bảng'!$E$1",
      "_CCHC_DEDUCTION_THEME4Tm0p249977111117893_1='Bảng'!$D$2",
      "_CCHC_ERROR_FFFFFF00_1='Bảng'!$B$3",
      "_CCHC_WARNING_NONE_1='Bảng'!$Z$9",
    ]);
    expect(textOfPart(out, 'xl/styles.xml')).toContain('<alignment horizontal="center"/><protection locked="0"/></xf>');
  });

  test('taking them off gives back the sheet as it was, to the byte', () => {
    const edits = ['A1', 'B1', 'D1', 'E3'];
    const out = write(FILE, ...edits.map((a1) => mark(a1, 'error')));
    const back = write(out, ...edits.map((a1) => mark(a1, null)));
    expect(textOfPart(back, SHEET)).toBe(textOfPart(FILE, SHEET));
    expect(textOfPart(back, 'xl/workbook.xml')).toBe(textOfPart(FILE, 'xl/workbook.xml'));
    expect(marksOf(back)).toEqual([]);
  });

  test('another kind over a mark keeps the true fill', () => {
    const out = write(write(FILE, mark('B1', 'deduction')), mark('B1', 'error'));
    expect(namesOf(out)).toEqual(["_CCHC_ERROR_FFFFFF00_1='Bảng'!$B$1"]);
    expect(textOfPart(write(out, mark('B1', null)), SHEET)).toBe(textOfPart(FILE, SHEET));
  });

  test('a gradient is left alone, yet listed, so that the mark is not planned for ever', () => {
    const out = write(FILE, mark('C1', 'error'));
    expect(textOfPart(out, SHEET)).toBe(textOfPart(FILE, SHEET));
    expect(marksOf(out)).toEqual(['C1 error']);
    expect(marksOf(write(out, mark('C1', null)))).toEqual([]);
  });

  test('a marked cell that gets a new format stays marked, and a lent format never carries a mark along', () => {
    const out = write(FILE, mark('B1', 'deduction'), mark('A1', 'error'));
    const lent = write(out, cell('A1', number('1'), 'B1'), cell('G1', number('1'), 'B1'));
    expect(marksOf(lent)).toEqual(['A1 error', 'B1 deduction']);
    expect(namesOf(lent)).toEqual(["_CCHC_DEDUCTION_FFFFFF00_1='Bảng'!$B$1", "_CCHC_ERROR_FFFFFF00_1='Bảng'!$A$1"]);
    expect(textOfPart(lent, SHEET)).toContain('<c r="G1" s="1">');
  });

  test('a cell painted over by the officer is no longer ours; a copy of the colour without a record never was', () => {
    const out = write(FILE, mark('A1', 'error'));
    const style = /<c r="A1" s="(\d+)"/.exec(textOfPart(out, SHEET))?.[1] ?? '?';
    const names = /<definedNames>.*<\/definedNames>/.exec(textOfPart(out, 'xl/workbook.xml'))?.[0] ?? '';
    const later = smallWorkbook(
      sheetXml(ROW(1).replace('r="A1" s="0"', 'r="A1" s="1"').replace('r="E1" s="6"', `r="E1" s="${style}"`)),
      { 'xl/styles.xml': textOfPart(out, 'xl/styles.xml'), 'xl/workbook.xml': workbookXml(names) },
    );
    expect(marksOf(later)).toEqual([]);
    expect(namesOf(write(later, mark('E1', 'error'), mark('A1', 'warning')))).toEqual([
      "_CCHC_ERROR_NONE_1='Bảng'!$E$1",
      "_CCHC_WARNING_FFFFFF00_1='Bảng'!$A$1",
    ]);
  });

  test('names that moved with inserted rows, and names of other sheets, are read by their cells', () => {
    const out = write(FILE, mark('B1', 'error'));
    const style = /<c r="B1" s="(\d+)"/.exec(textOfPart(out, SHEET))?.[1] ?? '?';
    const moved = smallWorkbook(sheetXml(ROW(7).replace('r="B7" s="1"', `r="B7" s="${style}"`)), {
      'xl/styles.xml': textOfPart(out, 'xl/styles.xml'),
      'xl/workbook.xml': workbookXml(
        '<definedNames><definedName name="_CCHC_ERROR_FFFFFF00_1" localSheetId="0" ' +
          'hidden="1">Bảng!$B$7,#REF!,\'Khác\'!$A$7</definedName><definedName ' +
          'name="Cua_toi">Bảng!$A$1</definedName></definedNames>',
      ),
    });
    expect(marksOf(moved)).toEqual(['B7 error']);
    const back = write(moved, mark('B7', null));
    expect(textOfPart(back, SHEET)).toContain('<c r="B7" s="1">');
    expect(textOfPart(back, 'xl/workbook.xml')).toContain(
      '<definedNames><definedName name="Cua_toi">Bảng!$A$1</definedName></definedNames>',
    );
  });

  test('thousands of marks stay within the length of a name', () => {
    const edits = Array.from({ length: 3000 }, (_, n) =>
      mark(`${n % 2 ? 'A' : 'C'}${(n * 2 + 10).toString()}`, 'deduction'),
    );
    const out = write(FILE, ...edits);
    expect(marksOf(out)).toHaveLength(3000);
    expect(Math.max(...namesOf(out).map((name) => name.length))).toBeLessThan(8100);
    expect(namesOf(out).length).toBeGreaterThan(4);
  });
});
