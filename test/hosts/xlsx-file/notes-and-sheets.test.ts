/** Notes with their drawings, and added sheets. */
import { describe, expect, test } from '@jest/globals';
import { addressOfKey, toA1 } from '../../../src/core/values/address';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import { HostError } from '../../../src/hosts/host';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { again, cell, note, number, onSheet, text } from '../../kit/edits';
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

const open = (file: Uint8Array) => openXlsx(file, nodeCodec);
const write = (file: Uint8Array, edits: SheetEdits[]): Uint8Array => {
  const out = open(file).apply(edits);
  expect(lintPackage(out)).toEqual([]);
  expect(open(out).apply(again(edits))).toBe(out);
  return out;
};
const notesOf = (file: Uint8Array, sheet = 0): string[] =>
  [...(open(file).book.sheets[sheet]?.grid().notes ?? [])].map(([key, value]) => `${toA1(addressOfKey(key))} ${value}`);
const VML = (inner: string): string =>
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
  'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">' +
  `<o:idmap v:ext="edit" data="1"/></o:shapelayout>${inner}</xml>`;
const SHAPE = (id: string, row: number, column: number): string =>
  `<v:shape id="${id}" type="#_x0000_t202"><v:textbox><div>a<br>b</div></v:textbox>` +
  `<x:ClientData ObjectType="Note"><x:Row>${row.toString()}</x:Row><x:Column>${column.toString()}</x:Column>` +
  '</x:ClientData></v:shape>';
const COMMENTS = (author: string): string =>
  `<comments xmlns="${MAIN}"><authors><author>${author}</author></authors><commentList>` +
  '<comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t>Ông A:</t></r><r>' +
  '<t xml:space="preserve"> vì sao</t></r></text></comment></commentList></comments>';
const noted = (author = 'Ông A', extra: Record<string, string> = {}, tail = ''): Uint8Array =>
  smallWorkbook(
    sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
      '<pageMargins left="1" right="1" top="1" bottom="1" header="0" ' +
        `footer="0"/>${tail}<legacyDrawing r:id="rId2"/><extLst><ext uri="x"/></extLst>`,
    ),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        ['comments', '../comments1.xml'],
        ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ),
      'xl/comments1.xml': COMMENTS(author),
      'xl/drawings/vmlDrawing1.vml': VML(SHAPE('_x0000_s1025', 0, 0)),
      '[Content_Types].xml': contentTypes([
        '/xl/comments1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
      ]).replace(
        '<Override',
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override',
      ),
      ...extra,
    },
  );

describe('notes', () => {
  test('are added beside those of the officer, whose own are never changed', () => {
    const out = write(noted(), onSheet('Bảng', note('B2', 'dòng 1\ndòng 2'), note('A1', 'của ta'), note('C3', null)));
    expect(notesOf(out)).toEqual(['A1 Ông A: vì sao', 'B2 dòng 1\ndòng 2']);
    expect(textOfPart(out, 'xl/comments1.xml')).toContain('<author>Ông A</author><author>Chỉ số CCHC</author>');
    expect(textOfPart(out, 'xl/drawings/vmlDrawing1.vml')).toContain('id="_x0000_s1026"');
    expect(notesOf(write(out, onSheet('Bảng', note('A1', null))))).toHaveLength(2);
  });

  test('are replaced and removed with their shapes, to the byte', () => {
    const before = write(noted(), onSheet('Bảng', note('B2', 'một')));
    const out = write(before, onSheet('Bảng', note('B2', 'hai')));
    expect(notesOf(out)).toEqual(['A1 Ông A: vì sao', 'B2 hai']);
    const back = write(out, onSheet('Bảng', note('B2', null)));
    expect(notesOf(back)).toEqual(['A1 Ông A: vì sao']);
    expect(textOfPart(back, 'xl/drawings/vmlDrawing1.vml')).not.toContain('_x0000_s1026');
  });

  test('a sheet without notes gets the parts, in schema order, with shape ids of a block of its own', () => {
    const two = smallWorkbook(
      sheetXml(
        '',
        '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>' +
          '<legacyDrawingHF r:id="rId1"/><tableParts count="0"/>',
      ),
      {
        'xl/worksheets/_rels/sheet1.xml.rels': relationships(['vmlDrawing', '../drawings/vmlDrawing1.vml']),
        'xl/drawings/vmlDrawing1.vml': VML(SHAPE('_x0000_s1025', 0, 0)),
        '[Content_Types].xml': contentTypes().replace(
          '<Override',
          '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override',
        ),
      },
    );
    const out = write(two, onSheet('Bảng', note('A1', 'x')));
    expect(textOfPart(out, 'xl/worksheets/sheet1.xml')).toMatch(
      /footer="0"\/><legacyDrawing r:id="rId\d"\/><legacyDrawingHF/,
    );
    expect(textOfPart(out, 'xl/drawings/vmlDrawing2.vml')).toMatch(/data="2".*_x0000_s2049/s);
    expect(textOfPart(out, 'xl/drawings/vmlDrawing1.vml')).toBe(textOfPart(two, 'xl/drawings/vmlDrawing1.vml'));
  });

  test('more than a block of notes takes another block', () => {
    const edits = onSheet('Bảng', ...Array.from({ length: 1500 }, (_, n) => note(`A${(n + 2).toString()}`, 'x')));
    const out = write(noted(), edits);
    expect(textOfPart(out, 'xl/drawings/vmlDrawing1.vml')).toContain('data="1,2"');
    expect(notesOf(out)).toHaveLength(1501);
  });

  test('a threaded comment is read from its own part and left alone', () => {
    const file = noted('tc={1}', {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(
        ['comments', '../comments1.xml'],
        ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
        [
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/threadedComment1.xml',
        ],
      ),
      'xl/threadedComments/threadedComment1.xml':
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">' +
        '<threadedComment ref="A1" id="{1}"><text>Thiếu kế hoạch</text></threadedComment>' +
        '<threadedComment ref="A1" id="{2}" parentId="{1}"><text>Đã bổ sung</text></threadedComment>' +
        '</ThreadedComments>',
    });
    expect(notesOf(file)).toEqual(['A1 Thiếu kế hoạch\nĐã bổ sung']);
    expect(open(file).apply(onSheet('Bảng', note('A1', 'của ta')))).toBe(file);
  });
});

describe('new sheets', () => {
  const APP =
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><HeadingPairs>' +
    '<vt:vector size="4" baseType="variant"><vt:variant><vt:lpstr>Trang tính</vt:lpstr></vt:variant>' +
    '<vt:variant><vt:i4>1</vt:i4></vt:variant><vt:variant><vt:lpstr>Phạm vi Có tên</vt:lpstr></vt:variant>' +
    '<vt:variant><vt:i4>1</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts>' +
    '<vt:vector size="2" baseType="lpstr"><vt:lpstr>Bảng</vt:lpstr><vt:lpstr>Tong</vt:lpstr></vt:vector>' +
    '</TitlesOfParts></Properties>';
  const file = smallWorkbook(sheetXml(''), {
    'docProps/app.xml': APP,
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml'], ['extended-properties', 'docProps/app.xml']),
    'xl/workbook.xml': workbookXml(
      '<definedNames><definedName name="Tong">Bảng!$A$1</definedName></definedNames><calcPr calcId="1"/>',
    ),
  });

  test('come last, with their title in the properties and with cells and notes in one go', () => {
    const edits: SheetEdits[] = [
      {
        sheet: 'Điểm & "trừ"',
        isNew: true,
        edits: [cell('A1', text('Đơn vị')), cell('B2', number('1')), note('A1', 'n')],
      },
    ];
    const out = write(file, edits);
    expect(open(out).book.sheets.map(({ name }) => name)).toEqual(['Bảng', 'Điểm & "trừ"']);
    expect(open(out).book.sheets[1]?.grid().values).toEqual([['Đơn vị'], [null, 1]]);
    expect(notesOf(out, 1)).toEqual(['A1 n']);
    expect(textOfPart(out, 'docProps/app.xml')).toMatch(
      new RegExp(
        '<vt:i4>2</vt:i4>.*<vt:i4>1</vt:i4>.*size="3".*' +
          '<vt:lpstr>Bảng</vt:lpstr><vt:lpstr>Điểm &amp; "trừ"</vt:lpstr><vt:lpstr>Tong',
      ),
    );
    expect(textOfPart(out, 'xl/worksheets/sheet2.xml')).toContain('<dimension ref="A1:B2"/>');
  });

  test('an empty one is added too; a taken or bad name is refused', () => {
    expect(partsOf(write(file, [{ sheet: 'Kết quả', isNew: true, edits: [] }])).has('xl/worksheets/sheet2.xml')).toBe(
      true,
    );
    for (const name of ['bảng', 'a/b', 'x'.repeat(32), "'a"])
      expect(() => open(file).apply([{ sheet: name, isNew: true, edits: [] }])).toThrow(HostError);
  });
});
