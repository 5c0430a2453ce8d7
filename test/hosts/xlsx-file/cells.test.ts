/** Contents and formulas of cells: which are written, and which are refused. */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import type { Edit } from '../../../src/core/model/workbook/edit';
import { HostError } from '../../../src/hosts/host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { cell, formula, mark, number, onSheet, text } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import {
  contentTypes,
  MAIN,
  partsOf,
  relationships,
  sheetXml,
  smallWorkbook,
  textOfPart,
  workbookXml,
} from '../../kit/files/small-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';
const open = (file: Uint8Array) => openXlsx(file, nodeCodec);
const write = (file: Uint8Array, ...edits: Edit[]): Uint8Array => {
  const out = open(file).apply(onSheet('Bảng', ...edits));
  expect(lintPackage(out)).toEqual([]);
  expect(open(out).apply(onSheet('Bảng', ...edits))).toBe(out);
  return out;
};
const written = (rows: string, ...edits: Edit[]): string =>
  /<sheetData>(.*)<\/sheetData>/s.exec(textOfPart(write(smallWorkbook(sheetXml(rows)), ...edits), SHEET))?.[1] ?? '';
const gridOf = (file: Uint8Array) => open(file).book.sheets[0]?.grid();
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof HostError) return `${fault.alias}: ${fault.message}`;
    throw fault;
  }
  return 'not refused';
};

describe('cells', () => {
  test('a value replaces another and keeps the format, losing what tied the old value to rich data', () => {
    expect(
      written('<row r="1"><c r="A1" s="1" t="s" vm="1" cm="2"><v>0</v></c></row>', cell('A1', number('-0.25'))),
    ).toBe('<row r="1"><c r="A1" s="1"><v>-0.25</v></c></row>');
  });

  test('text is written inline, with its space and control characters safe', () => {
    const value = ' a\n<b> & "c" \u0001 _x0041_ \ud800 đ ';
    const out = write(smallWorkbook(sheetXml('')), cell('B2', text(value)));
    expect(gridOf(out)?.values[1]?.[1]).toBe(value);
    expect(textOfPart(out, SHEET)).toContain('_x0001_ _x005F_x0041_ _xD800_');
  });

  test('empty text clears a cell and leaves its format', () => {
    expect(written('<row r="1"><c r="A1" s="1"><f>1+1</f><v>2</v></c></row>', cell('A1', text('')))).toBe(
      '<row r="1"><c r="A1" s="1"/></row>',
    );
  });

  test('new cells and rows stand in order', () => {
    expect(
      written(
        '<row r="2"><c r="B2"/><c r="D2"/></row><row r="5"/>',
        ...['E2', 'C2', 'A2', 'A1', 'A3', 'B5', 'A9'].map((a1) => cell(a1, number('1'))),
      ),
    ).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"/>' +
        '<c r="C2"><v>1</v></c><c r="D2"/><c r="E2"><v>1</v></c></row>' +
        '<row r="3"><c r="A3"><v>1</v></c></row><row r="5"><c r="B5"><v>1</v></c></row>' +
        '<row r="9"><c r="A9"><v>1</v></c></row>',
    );
  });

  test('a new cell inherits the format of its row, then of its column', () => {
    const file = smallWorkbook(
      sheetXml(
        '<row r="1" s="1" customFormat="1"/><row r="2" s="1"/>',
        '',
        '<cols><col min="2" max="3" style="3"/></cols>',
      ),
    );
    const out = textOfPart(
      write(file, cell('A1', number('1')), cell('B1', number('1')), cell('C2', number('1')), cell('D4', number('1'))),
      SHEET,
    );
    for (const made of ['<c r="A1" s="1">', '<c r="B1" s="1">', '<c r="C2" s="3">', '<c r="D4">'])
      expect(out).toContain(made);
  });

  test('a lent format is cloned with another number format, appended to the styles only', () => {
    const file = smallWorkbook(sheetXml('<row r="1"><c r="A1" s="6"><v>1</v></c></row>'));
    const before = textOfPart(file, 'xl/styles.xml');
    const out = write(
      file,
      cell('B1', number('1'), 'A1', '0.000'),
      cell('C1', number('2'), 'A1'),
      cell('D1', number('2'), 'A1', '0.000'),
    );
    const after = textOfPart(out, 'xl/styles.xml');
    expect(textOfPart(out, SHEET)).toContain(
      '<c r="B1" s="7"><v>1</v></c><c r="C1" s="6"><v>2</v></c><c r="D1" s="7"><v>2</v></c>',
    );
    expect(after).toContain(
      '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">' +
        '<alignment horizontal="center"/><protection locked="0"/></xf></cellXfs>',
    );
    expect(
      after
        .replace(/<numFmts.*?<\/numFmts>/, '')
        .startsWith(before.replace(/<numFmts.*?<\/numFmts>/, '').split('<cellXfs')[0] ?? '?'),
    ).toBe(true);
  });

  test('formulas carry the prefix of newer functions in the file, and cached values beside them', () => {
    const out = write(
      smallWorkbook(sheetXml('')),
      cell('A1', formula('IFNA(RANK.EQ(B1,B:B),"IFNA(x)")', '1')),
      cell('A2', formula('CONCAT("a",B1)', 'chữ')),
      cell('A4', formula('IF(1,"","")', '')),
    );
    const xml = textOfPart(out, SHEET);
    expect(xml).toContain('<f>_xlfn.IFNA(_xlfn.RANK.EQ(B1,B:B),"IFNA(x)")</f><v>1</v>');
    expect(xml).toContain('<c r="A2" t="str"><f>_xlfn.CONCAT("a",B1)</f><v>chữ</v></c>');
    expect(gridOf(out)?.formulas.get(cellKey(0, 0))).toBe('IFNA(RANK.EQ(B1,B:B),"IFNA(x)")');
    expect(textOfPart(out, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  test('calcChain goes when formulas change, and stays when only values do', () => {
    const file = smallWorkbook(sheetXml('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>'), {
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`,
      'xl/_rels/workbook.xml.rels': relationships(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
        ['calcChain', 'calcChain.xml'],
      ),
      '[Content_Types].xml': contentTypes([
        '/xl/calcChain.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
      ]),
    });
    expect(partsOf(write(file, cell('B1', number('3')))).has('xl/calcChain.xml')).toBe(true);
    const out = write(file, cell('A1', number('3')));
    expect(partsOf(out).has('xl/calcChain.xml')).toBe(false);
    expect(textOfPart(out, '[Content_Types].xml') + textOfPart(out, 'xl/_rels/workbook.xml.rels')).not.toContain(
      'calcChain',
    );
  });

  test('shared formulas are read in every cell, and their master moves before it is overwritten', () => {
    const rows =
      '<row r="1"><c r="B1"><f t="shared" ref="B1:B4" si="0">A1+$A$1*SUM(A:A,1:1)&amp;"A1"</f><v>1</v></c>' +
      '</row><row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c></row><row r="4">' +
      '<c r="B4"><f t="shared" si="0"/><v>4</v></c></row>';
    const before = gridOf(smallWorkbook(sheetXml(rows)));
    expect(before?.formulas.get(cellKey(2, 1))).toBe('A3+$A$1*SUM(A:A,3:3)&"A1"');
    const out = write(
      smallWorkbook(sheetXml(rows)),
      cell('B1', number('9')),
      cell('B2', number('8')),
      mark('B3', 'error'),
    );
    const after = gridOf(out);
    expect(textOfPart(out, SHEET)).toContain('<f t="shared" ref="B3:B4" si="0">A3+$A$1*SUM(A:A,3:3)&amp;"A1"</f>');
    expect([2, 3].map((row) => after?.formulas.get(cellKey(row, 1)))).toEqual(
      [2, 3].map((row) => before?.formulas.get(cellKey(row, 1))),
    );
    expect(after?.formulas.has(cellKey(0, 1))).toBe(false);
    const all = write(smallWorkbook(sheetXml(rows)), ...['B1', 'B2', 'B3', 'B4'].map((a1) => cell(a1, number('0'))));
    expect(textOfPart(all, SHEET)).not.toContain('shared');
  });

  test('parts of arrays, what-if tables, merges and table headings are refused by name', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c><c r="C1">' +
      '<f t="array" ref="C1">B1</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="5">' +
      '<c r="A5"><f t="dataTable" ref="A5:B6" dt2D="1" dtr="1" r1="A1" r2="A2"/><v>0</v></c></row>';
    const file = smallWorkbook(
      sheetXml(
        rows,
        '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>' +
          '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      ),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(['table', '../tables/table1.xml']),
        'xl/tables/table1.xml':
          `<table xmlns="${MAIN}" id="1" name="T" displayName="T" ref="G1:H4"><tableColumns count="2">` +
          '<tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>',
      },
    );
    const attempt = (a1: string): string => refusal(() => open(file).apply(onSheet('Bảng', cell(a1, number('99')))));
    expect(attempt('A2')).toBe(
      'blocked-cell: Không ghi được ô A2 của trang tính «Bảng» vì ô thuộc một công thức mảng ' +
        'hoặc bảng dữ liệu; hãy xóa công thức đó rồi thử lại.',
    );
    expect(attempt('B6')).toMatch(/^blocked-cell: .*B6/);
    expect(attempt('E2')).toMatch(/^blocked-cell: .*vùng gộp bắt đầu từ D1/);
    expect(attempt('G1')).toMatch(/^blocked-cell: .*tiêu đề cột/);
    expect(['C1', 'D1', 'G2'].map(attempt)).toEqual(['not refused', 'not refused', 'not refused']);
    expect(refusal(() => open(file).apply(onSheet('Bảng', cell('J1', text('x'.repeat(32_768))))))).toMatch(
      /^oversized-request: .*J1/,
    );
    expect(refusal(() => open(file).apply(onSheet('Khác', cell('J1', number('1')))))).toMatch(
      /^changed-sheet: .*«Khác»/,
    );
  });

  test('protected sheets, locked structures and signed files are read but not written', () => {
    const locked = smallWorkbook(
      sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>', '<sheetProtection sheet="1" objects="1"/>'),
      { 'xl/workbook.xml': workbookXml('').replace('<sheets>', '<workbookProtection lockStructure="1"/><sheets>') },
    );
    expect(gridOf(locked)?.values).toEqual([[1]]);
    expect(refusal(() => open(locked).apply(onSheet('Bảng', cell('A1', number('2')))))).toMatch(
      /^protected-sheet: Trang tính «Bảng»/,
    );
    expect(refusal(() => open(locked).apply([{ sheet: 'Mới', isNew: true, edits: [] }]))).toMatch(
      /^protected-sheet: Cấu trúc/,
    );
    const signed = smallWorkbook(sheetXml(''), {
      '_rels/.rels': relationships(
        ['officeDocument', 'xl/workbook.xml'],
        [
          'http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin',
          '_xmlsignatures/origin.sigs',
        ],
      ),
      '_xmlsignatures/origin.sigs': 'x',
    });
    expect(refusal(() => open(signed).apply(onSheet('Bảng', cell('A1', number('2')))))).toMatch(/^signed-file/);
  });

  test('edits that change nothing give back the very same bytes', () => {
    const file = smallWorkbook(
      sheetXml(
        '<row r="1"><c r="A1"><v>0.50</v></c><c r="B1" t="inlineStr"><is><t>a</t></is>' +
          '</c><c r="C1"><f>A1</f><v>0.5</v></c></row>',
      ),
    );
    expect(open(file).apply([])).toBe(file);
    expect(
      open(file).apply(
        onSheet(
          'Bảng',
          cell('A1', number('0.5')),
          cell('B1', text('a')),
          cell('C1', formula('A1', '0.5')),
          cell('Z9', text('')),
          mark('A1', null),
        ),
      ),
    ).toBe(file);
  });

  test('one refused edit leaves everything undone', () => {
    const file = smallWorkbook(sheetXml('', '<mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells>'));
    const copy = file.slice();
    expect(refusal(() => open(file).apply(onSheet('Bảng', cell('A1', number('1')), cell('E1', number('1')))))).toMatch(
      /^blocked-cell/,
    );
    open(file).apply(onSheet('Bảng', cell('A1', number('1'))));
    expect(file).toEqual(copy);
  });
});
