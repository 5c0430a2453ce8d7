/** XML as other programs write it: everything is read, and written back in the same style. */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { cell, formula, mark, note, number, onSheet, text } from '../../kit/edits';
import { lintPackage } from '../../kit/programs/lint-package';
import {
  contentTypes,
  MAIN,
  OFFICE,
  relationships,
  sheetXml,
  smallWorkbook,
  STYLES,
  textOfPart,
  workbookXml,
} from '../../kit/files/small-workbook';

const open = (file: Uint8Array) => openXlsx(file, nodeCodec);
const gridOf = (file: Uint8Array) => {
  const grid = open(file).book.sheets[0]?.grid();
  if (!grid) throw new Error('no sheet');
  return grid;
};
const SHEET = 'xl/worksheets/sheet1.xml';

/** Writes one edit of each kind and reads it back; writing the same again changes nothing. */
function writes(file: Uint8Array): string {
  const edits = onSheet(
    'Bảng',
    cell('B2', number('2.5')),
    cell('C9', text(' chữ ')),
    cell('D1', formula('SUM(A1:A2)', '3')),
    mark('A1', 'deduction'),
    note('A1', 'vì sao'),
  );
  const out = open(file).apply(edits);
  const after = open(out);
  const grid = after.book.sheets[0]?.grid();
  expect(grid?.values[1]?.[1]).toBe(2.5);
  expect(grid?.values[8]?.[2]).toBe(' chữ ');
  expect(grid?.formulas.get(cellKey(0, 3))).toBe('SUM(A1:A2)');
  expect(grid?.marks.get(cellKey(0, 0))).toBe('deduction');
  expect(grid?.notes.get(cellKey(0, 0))).toBe('vì sao');
  expect(after.apply(edits)).toBe(out);
  expect(lintPackage(out)).toEqual([]);
  return textOfPart(out, SHEET);
}

describe('odd XML', () => {
  test('a prefixed namespace is kept for new rows and cells', () => {
    const xml =
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v>` +
      '</x:c></x:row></x:sheetData></x:worksheet>';
    const file = smallWorkbook(xml);
    expect(gridOf(file).values[0]).toEqual([7]);
    const after = writes(file);
    expect(after).toContain('<x:row r="2"><x:c r="B2"><x:v>2.5</x:v></x:c></x:row>');
    expect(after).toContain('<x:legacyDrawing xmlns:r=');
  });

  test('rows and cells without r are counted from where they stand', () => {
    const file = smallWorkbook(
      sheetXml(
        '<row><c><v>1</v></c><c t="inlineStr"><is><t>hai</t></is></c></row><row r="5"><c r="C5">' +
          '<v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
      ),
    );
    expect(Array.from(gridOf(file).values, (row) => row ?? [])).toEqual([
      [1, 'hai'],
      [],
      [],
      [],
      [null, null, 3, 4],
      [5],
    ]);
    writes(file);
    const edited = gridOf(
      open(file).apply(onSheet('Bảng', cell('B1', number('9')), cell('E5', number('8')), cell('A3', number('6')))),
    );
    expect([edited.values[0], edited.values[2], edited.values[4], edited.values[5]]).toEqual([
      [1, 9],
      [6],
      [null, null, 3, 4, 8],
      [5],
    ]);
  });

  test('comments, CDATA, single quotes and ">" in quotes do not mislead', () => {
    const rows =
      '<!-- <row r="9"><c r="A9"><v>1</v></c></row></sheetData> --><row r=\'1\' x=\'a>b\'><!--c-->' +
      '<c r=\'A1\' t=\'str\' y="</row>"><v><![CDATA[a<b]]>&amp;<!-- x -->c</v></c><c r = "B1" >' +
      '<v> 2.5 </v ></c></row >';
    const file = smallWorkbook(sheetXml(rows.replace('y="</row>"', 'y="&lt;/row>"')));
    expect(gridOf(file).values).toEqual([['a<b&c', 2.5]]);
    writes(file);
  });

  test('UTF-16 parts and byte order marks are read, and written as UTF-8', () => {
    const source = sheetXml('<row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c></row>').replace(
      'UTF-8',
      'UTF-16',
    );
    const wide = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(source, 'utf16le')]));
    expect(gridOf(smallWorkbook(sheetXml(''), { [SHEET]: wide })).values).toEqual([['Đơn vị']]);
    expect(writes(smallWorkbook(sheetXml(''), { [SHEET]: wide }))).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/);
    const marked = new Uint8Array(
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(source.replace('UTF-16', 'utf-8'))]),
    );
    expect(gridOf(smallWorkbook(sheetXml(''), { [SHEET]: marked })).values).toEqual([['Đơn vị']]);
    writes(smallWorkbook(sheetXml(''), { [SHEET]: marked }));
  });

  test('a Strict workbook keeps its namespaces in what is added', () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const file = smallWorkbook(strict(sheetXml('<row r="1"><c r="A1" t="d"><v>2024-05-31</v></c></row>')), {
      '_rels/.rels': strict(relationships(['officeDocument', 'xl/workbook.xml'])),
      'xl/workbook.xml': strict(workbookXml()),
      'xl/_rels/workbook.xml.rels': strict(
        relationships(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
      ),
      'xl/styles.xml': strict(STYLES),
    });
    const grid = gridOf(file);
    expect(grid.values).toEqual([[45443]]);
    expect([...grid.dates]).toEqual([0]);
    writes(file);
    const out = open(file).apply([{ sheet: 'Kết quả', isNew: true, edits: [cell('A1', text('x')), note('A1', 'y')] }]);
    expect(textOfPart(out, 'xl/worksheets/sheet2.xml')).toContain('http://purl.oclc.org/ooxml/spreadsheetml/main');
    expect(textOfPart(out, 'xl/worksheets/_rels/sheet2.xml.rels')).not.toContain(
      'schemas.openxmlformats.org/officeDocument',
    );
  });

  test('backslashes, letter case and absolute targets in part names', () => {
    const file = smallWorkbook('', {
      'xl/worksheets/sheet1.xml': null,
      'xl\\Worksheets\\Sheet1.XML': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>'),
      'xl/_rels/workbook.xml.rels': relationships(
        ['worksheet', '/xl/worksheets/sheet1.xml'],
        ['styles', '../xl/./styles.xml'],
      ),
    });
    expect(gridOf(file).values).toEqual([[1]]);
    const out = open(file).apply(onSheet('Bảng', cell('A1', number('2'))));
    expect(gridOf(out).values).toEqual([[2]]);
    expect(new TextDecoder('latin1').decode(out)).toContain('xl\\Worksheets\\Sheet1.XML');
  });

  test('an empty sheetData, an empty row and no styles part at all', () => {
    const bare = {
      'xl/styles.xml': null,
      'xl/_rels/workbook.xml.rels': relationships(['worksheet', 'worksheets/sheet1.xml']),
      '[Content_Types].xml': contentTypes().replace(/<Override PartName="\/xl\/styles[^>]*>/, ''),
    };
    writes(smallWorkbook(`<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`, bare));
    writes(smallWorkbook(sheetXml('<row r="2" spans="1:1" ht="30"/>'), bare));
    expect(writes(smallWorkbook(sheetXml('<row r="2" spans="1:1" ht="30"/>')))).toContain(
      '<row r="2" ht="30"><c r="B2"><v>2.5</v></c></row>',
    );
  });

  test('numbers in every notation, booleans, errors and _x forms', () => {
    const value = (type: string, content: string): string => `<c t="${type}"><v>${content}</v></c>`;
    const file = smallWorkbook(
      sheetXml(
        `<row r="1">${value('n', '0.1')}${value('n', '1E-3')}${value('n', '-12345678901234567890')}` +
          `${value('n', '0.30000000000000004')}${value('b', '1')}${value('e', '#N/A')}` +
          `${value('str', 'a_x000D_b_x005F_x0041_')}${value('n', '')}${value('s', '99')}</row>`,
      ),
    );
    expect(gridOf(file).values).toEqual([
      [0.1, 0.001, -12345678901234567168, 0.30000000000000004, true, { error: '#N/A' }, 'a\rb_x0041_'],
    ]);
  });

  test('hidden rows and columns, dates and percents', () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" s="4"><v>45000</v></c><c r="B1" s="5"><v>0.5</v></c>' +
        '<c r="C1" s="4" t="inlineStr"><is><t>x</t></is></c></row><row r="2" hidden="1"/>' +
        '<row r="3" ht="0" customHeight="1"/><row r="9"><c r="Z9" s="1"/></row>',
      '',
      '<cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" width="0"/></cols>',
    );
    const grid = gridOf(smallWorkbook(sheet));
    expect([[...grid.dates], [...grid.percents], [...grid.hiddenRows], [...grid.hiddenColumns]]).toEqual([
      [0],
      [1],
      [1, 2],
      [1],
    ]);
    expect([grid.rowCount, grid.columnCount]).toEqual([1, 3]);
  });
});
