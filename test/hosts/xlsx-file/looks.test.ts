/** Looks and widths of rows and columns added beside a table. */
import { describe, expect, test } from '@jest/globals';
import type { Edit } from '../../../src/core/model/workbook/edit';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { cell, format, mark, number, onSheet, width } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import { sheetXml, smallWorkbook, textOfPart } from '../../kit/files/small-workbook';

const SHEET = 'xl/worksheets/sheet1.xml';

function sheetAfter(file: Uint8Array, ...edits: Edit[]): string {
  const out = openXlsx(file, nodeCodec).apply(onSheet('Bảng', ...edits));
  expect(lintPackage(out)).toEqual([]);
  expect(openXlsx(out, nodeCodec).apply(onSheet('Bảng', ...edits))).toBe(out);
  return textOfPart(out, SHEET);
}
const rowsAfter = (rows: string, ...edits: Edit[]): string =>
  /<sheetData>(.*)<\/sheetData>/s.exec(sheetAfter(smallWorkbook(sheetXml(rows)), ...edits))?.[1] ?? '';
const colsAfter = (cols: string, ...edits: Edit[]): string =>
  /<cols>.*<\/cols>|<cols\/>/s.exec(sheetAfter(smallWorkbook(sheetXml('', '', cols)), ...edits))?.[0] ?? '';

describe('a lent look', () => {
  test('makes a blank cell where there is none, and keeps what a cell holds', () => {
    expect(
      rowsAfter(
        '<row r="1"><c r="A1" s="6"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        format('A2', 'A1'),
        format('B1', 'A1'),
      ),
    ).toBe(
      '<row r="1"><c r="A1" s="6"><v>1</v></c><c r="B1" s="6"><v>2</v></c></row><row r="2"><c r="A2" s="6"/></row>',
    );
  });

  test('leaves a cell that looks so already, and one that takes after a plain cell, out of the file', () => {
    const rows = '<row r="1"><c r="A1" s="6"/><c r="B1" s="6"/></row>';
    expect(rowsAfter(rows, format('A1', 'B1'), format('C3', 'D1'))).toBe(rows);
  });

  test('goes together with a content and with a mark', () => {
    const after = rowsAfter(
      '<row r="1"><c r="A1" s="1"/></row>',
      format('B1', 'A1'),
      cell('B1', number('2'), 'A1'),
      format('C1', 'A1'),
      mark('C1', 'error'),
    );
    expect(after).toMatch(/<c r="B1" s="1"><v>2<\/v><\/c><c r="C1" s="\d+"\/>/);
  });
});

describe('a lent width', () => {
  test('takes a column out of its run, which keeps everything else', () => {
    expect(
      colsAfter(
        '<cols><col min="1" max="1" width="6" customWidth="1"/>' +
          '<col min="2" max="16384" width="9.5" style="1" bestFit="1" ' +
          'outlineLevel="1"/></cols>',
        width('D', 'A'),
        width('E', 'A'),
      ),
    ).toBe(
      '<cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="3" width="9.5" style="1" ' +
        'bestFit="1" outlineLevel="1"/><col min="4" max="4" width="6" style="1" outlineLevel="1" ' +
        'customWidth="1"/>' +
        '<col min="5" max="5" width="6" style="1" outlineLevel="1" customWidth="1"/>' +
        '<col min="6" max="16384" width="9.5" style="1" bestFit="1" outlineLevel="1"/></cols>',
    );
  });

  test('stands in order where the column had no width of its own', () => {
    expect(
      colsAfter(
        "<cols><col min='1' max='1' width='6'></col><col min='5' max='5' width='7'/></cols>",
        width('C', 'E'),
        width('B', 'A'),
        width('G', 'A'),
      ),
    ).toBe(
      '<cols><col min=\'1\' max=\'1\' width=\'6\'></col><col min="2" max="2" width="6" customWidth="1"/>' +
        '<col min="3" max="3" width="7" customWidth="1"/><col min=\'5\' max=\'5\' width=\'7\'/>' +
        '<col min="7" max="7" width="6" customWidth="1"/></cols>',
    );
  });

  test.each([
    ['the column is as wide already', '<cols><col min="1" max="3" width="6"/></cols>', width('C', 'A')],
    ['the model has no width of its own', '<cols><col min="3" max="3" width="6"/></cols>', width('C', 'A')],
    ['the model is hidden by a width of nought', '<cols><col min="1" max="1" width="0"/></cols>', width('C', 'A')],
    ['no column has a width', '', width('C', 'A')],
  ])('changes nothing where %s', (_why, cols, edit) => {
    expect(colsAfter(cols, edit)).toBe(cols);
  });
});
