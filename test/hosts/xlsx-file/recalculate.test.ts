/** Results of the officer's formulas after an edit, as LibreOffice computes them from the written file. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { CellValue } from '../../../src/core/model/workbook/grid';
import { cell, formula, number, onSheet, text } from '../../kit/edits';
import {
  contentTypes,
  MAIN,
  OFFICE,
  relationships,
  sheetXml,
  smallWorkbook,
  textOfPart,
} from '../../kit/files/small-workbook';
import { open } from '../../kit/files/workbook-of';
import { lintPackage } from '../../kit/programs/lint-package';
import { describeWith } from '../../kit/programs/programs';
import { recalculateFiles, type Recalculated } from '../../kit/programs/recalculate';

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Scores of two units in B and C; below them sums, percentages, ratings and ranks; a sum on a sheet of its own. */
const FILE = smallWorkbook(
  sheetXml(
    '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>15</v></c><c r="C1"><v>1.5</v></c></row>' +
      '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>2.1</v></c><c r="C2"><v>2.25</v></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" ref="A3:C3" si="0">SUM(A1:A2)</f><v>5</v></c>' +
      '<c r="B3"><f t="shared" si="0"/><v>17.1</v></c><c r="C3"><f t="shared" si="0"/><v>3.75</v></c></row>' +
      '<row r="4"><c r="B4"><f>ROUND(B3/$A3*100,2)</f><v>342</v></c>' +
      '<c r="C4"><f>ROUND(C3/$A3*100,2)</f><v>75</v></c></row>' +
      '<row r="5"><c r="B5" t="str"><f>IF(B4&gt;=80,"Tốt",IF(B4&gt;=70,"Khá","Yếu"))</f><v>Tốt</v></c></row>' +
      '<row r="6"><c r="B6"><f>RANK(B4,$B$4:$C$4)</f><v>1</v></c>' +
      '<c r="C6"><f>RANK(C4,$B$4:$C$4)</f><v>2</v></c></row>' +
      '<row r="7"><c r="B7" t="b"><f>B4&gt;100</f><v>1</v></c><c r="C7"><f>SUMPRODUCT(B1:B2)</f><v>17.1</v></c></row>' +
      '<row r="8"><c r="B8"><f>VLOOKUP(15,B1:C2,2,0)</f><v>1.5</v></c>' +
      '<c r="C8" t="e"><f>B9/0</f><v>#DIV/0!</v></c></row>',
  ),
  {
    '[Content_Types].xml': contentTypes(['xl/worksheets/sheet2.xml', WORKSHEET]),
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Bảng" sheetId="1" r:id="rId1"/>` +
      '<sheet name="Tổng hợp" sheetId="2" r:id="rId3"/></sheets></workbook>',
    'xl/worksheets/sheet2.xml': sheetXml(
      '<row r="1"><c r="A1"><f>Bảng!B3+\'Bảng\'!C3</f><v>20.85</v></c><c r="B1"><v>7</v></c></row>',
    ),
  },
);
const FIX = onSheet('Bảng', cell('B1', number('1.5')));

const valuesOf = (file: Uint8Array, sheet: number): (CellValue | undefined)[][] =>
  open(file)
    .book.sheets[sheet]?.grid()
    .values.map((row) => [...(row ?? [])]) ?? [];

describe('formulas that depend on an edited cell', () => {
  const fixed = open(FILE).apply(FIX);

  test('get their results, through other formulas and on other sheets; the formulas stay', () => {
    expect(valuesOf(fixed, 0).slice(2, 7)).toEqual([
      [5, 3.6, 3.75],
      [null, 72, 75],
      [null, 'Khá'],
      [null, 2, 1],
      [null, false, 17.1],
    ]);
    expect(valuesOf(fixed, 1)).toEqual([[7.35, 7]]);
    expect(open(fixed).book.sheets[0]?.grid().formulas).toEqual(open(FILE).book.sheets[0]?.grid().formulas);
    expect(textOfPart(fixed, 'xl/worksheets/sheet1.xml')).toContain('<f t="shared" si="0"/><v>3.6</v>');
    expect(lintPackage(fixed)).toEqual([]);
  });

  test('that are not understood keep theirs, and Excel computes them when it opens the file', () => {
    expect(valuesOf(fixed, 0)[7]).toEqual([null, 1.5, { error: '#DIV/0!' }]);
    expect(textOfPart(fixed, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('stay as they are if nothing changes, also by the same edit a second time', () => {
    expect(open(FILE).apply(onSheet('Bảng', cell('B1', number('15'))))).toBe(FILE);
    expect(open(fixed).apply(FIX)).toBe(fixed);
    const other = open(FILE).apply(onSheet('Bảng', cell('D9', text('ghi chú'))));
    expect(textOfPart(other, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  });

  test('an edited formula keeps the result that the edit gives it; what depends on it is computed from that', () => {
    const out = open(FILE).apply(onSheet('Bảng', cell('B3', formula('SUM(B1:B2)+0', '4'))));
    expect(valuesOf(out, 0).slice(2, 4)).toEqual([
      [5, 4, 3.75],
      [null, 80, 75],
    ]);
    expect(lintPackage(out)).toEqual([]);
  });

  test('a formula that depends on itself keeps its result', () => {
    const circle = smallWorkbook(
      sheetXml(
        '<row r="1"><c r="A1"><f>B1+C1</f><v>4</v></c><c r="B1"><f>A1</f><v>4</v></c><c r="C1"><v>1</v></c></row>',
      ),
    );
    expect(valuesOf(open(circle).apply(onSheet('Bảng', cell('C1', number('2')))), 0)).toEqual([[4, 4, 2]]);
  });
});

describeWith(['libreoffice'], 'LibreOffice', () => {
  let values: Recalculated;
  const fixed = open(FILE).apply(FIX);
  beforeAll(() => {
    const [found] = recalculateFiles([fixed]);
    if (!found) throw new Error('no result');
    values = found;
  }, 120_000);

  test('computes the results that the file holds', () => {
    for (const [sheet, rows] of [
      ['Bảng', [2, 3, 4, 5]],
      ['Tổng hợp', [0]],
    ] as const)
      for (const row of rows)
        valuesOf(fixed, sheet === 'Bảng' ? 0 : 1)[row]?.forEach((value, column) => {
          expect([sheet, row, column, values(sheet, row, column)]).toEqual([sheet, row, column, value]);
        });
  });
});
