/**
 * Files that units send in other formats read as the same sheet; LibreOffice and the docx package write the files to
 * read.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { cellKey } from '../../../src/core/values/address';
import { openAny } from '../../../src/hosts/other-files/open-any';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { HostError } from '../../../src/hosts/host';
import { grid } from '../../kit/grid';
import { convert } from '../../kit/programs/libreoffice';
import { describeWith } from '../../kit/programs/programs';
import { workbookOf } from '../../kit/files/workbook-of';

const SHEET = grid(
  `
  BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC NĂM 2025 |        |   |     |
  Đơn vị: UBND xã Kim Sơn                |        |   |     |
  STT  | Tiêu chí               | Điểm tối đa | Điểm tự chấm | Giải trình
  1    | LĨNH VỰC CHỈ ĐẠO       | 3      | 2.25 |
  '1.1' | Kế hoạch, "báo cáo"    | 1      | 0.75 | Chậm; thiếu
  '1.10' | Báo cáo định kỳ       | 2      | 1.5  |
       | Cộng                   | 3      | 2.25 |`,
  { sheet: 'Tự chấm', merges: ['A1:E1'], formulas: { D7: 'D5+D6' }, notes: { D5: 'Ghi chú của xã' }, hiddenRows: [6] },
);

const open = async (name: string, bytes: Uint8Array): Promise<Grid> => {
  const [first] = (await openAny(name, bytes, nodeCodec)).sheets;
  if (!first) throw new Error('no sheet');
  return first.grid();
};

/** Without trailing blank cells and trailing blank rows. */
const shown = ({ values }: Grid): string[] =>
  Array.from(values, (row) =>
    (row ?? []).map((value) => (typeof value === 'object' ? '' : String(value))).join('|'),
  ).map((line) => line.replace(/\|+$/, ''));

describeWith(['libreoffice'], 'as LibreOffice writes them', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cchc-forms-'));
    writeFileSync(join(folder, 'xã.xlsx'), await workbookOf([SHEET]));
    for (const form of ['xls', 'ods', 'csv:Text - txt - csv (StarCalc):59,34,76,1'])
      convert([join(folder, 'xã.xlsx')], { to: form, into: folder });
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(['xls', 'ods'])('.%s holds the same values, merges, formulas and notes', async (form) => {
    const read = await open(`xã.${form}`, readFileSync(join(folder, `xã.${form}`)));
    expect(shown(read)).toEqual(shown(SHEET));
    expect(read.sheet).toBe('Tự chấm');
    expect(read.merges).toEqual(SHEET.merges);
    expect([...read.formulas.keys()]).toEqual([cellKey(6, 3)]);
    expect(read.notes.get(cellKey(4, 3))).toContain('Ghi chú của xã');
    expect([...read.hiddenRows]).toEqual(form === 'xls' ? [5] : []);
  });

  test('.csv keeps every text as it is typed', async () => {
    const read = await open('xã.csv', readFileSync(join(folder, 'xã.csv')));
    expect(shown(read)).toEqual(shown(SHEET));
    expect(read.values[5]?.[0]).toBe('1.10');
  });
});

test('a page of HTML that is called .xls keeps its texts; a text in another encoding is one sentence', async () => {
  const page = '<html><body><table><tr><td>1.10</td><td>6,46</td><td>0,5</td></tr></table></body></html>';
  expect(shown(await open('bảng.xls', new TextEncoder().encode(page)))).toEqual(['1.10|6,46|0,5']);
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('TT;Xã A\n1;0,5', 'utf16le')]);
  expect(shown(await open('bảng.csv', utf16))[0]).toContain('Xã A');
  const ansi = Uint8Array.from([...Buffer.from('TT;X'), 0xe3, ...Buffer.from(' A\n1;2')]);
  await expect(open('bảng.csv', ansi)).rejects.toThrow(/không ở bảng mã Unicode/);
});

test('a workbook of today that is called .xls is read with all that it holds', async () => {
  const read = await open('xã.xls', await workbookOf([SHEET]));
  expect(shown(read)).toEqual(shown(SHEET));
  expect(read.notes.get(cellKey(4, 3))).toBe('Ghi chú của xã');
  expect([...read.hiddenRows]).toEqual([5]);
});

const cell = (text: string, options: object = {}): TableCell =>
  new TableCell({
    ...options,
    children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(line)] })),
  });
const row = (...cells: (string | TableCell)[]): TableRow =>
  new TableRow({ children: cells.map((each) => (typeof each === 'string' ? cell(each) : each)) });

test('a table of Word is a sheet, its merged cells merged, with the lines above it', async () => {
  const begins = { verticalMerge: VerticalMergeType.RESTART };
  const goesOn = cell('', { verticalMerge: VerticalMergeType.CONTINUE });
  const table = new Table({
    rows: [
      row(cell('STT', begins), cell('Tiêu chí', begins), cell('Điểm', { columnSpan: 2 })),
      row(goesOn, goesOn, 'Tối đa', 'Tự chấm'),
      row('1', 'LĨNH VỰC\nCHỈ ĐẠO', '3', '2,5'),
      row('1.10', 'Báo cáo định kỳ', '2', 'KĐG'),
    ],
  });
  const letterhead = new Table({ rows: [row('UBND XÃ KIM SƠN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')] });
  const runs = ['Đơn vị: ', 'xã ', 'Kim Sơn'].map((text) => new TextRun(text));
  const document = new Document({ sections: [{ children: [letterhead, new Paragraph({ children: runs }), table] }] });
  const read = await open('xã.docx', new Uint8Array(await Packer.toBuffer(document)));
  expect(shown(read)).toEqual([
    'UBND XÃ KIM SƠN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Đơn vị: xã Kim Sơn',
    'STT|Tiêu chí|Điểm',
    '||Tối đa|Tự chấm',
    '1|LĨNH VỰC\nCHỈ ĐẠO|3|2,5',
    '1.10|Báo cáo định kỳ|2|KĐG',
  ]);
  expect(read.merges).toEqual(
    expect.arrayContaining([
      { top: 3, left: 2, bottom: 3, right: 3 },
      { top: 3, left: 0, bottom: 4, right: 0 },
      { top: 3, left: 1, bottom: 4, right: 1 },
    ]),
  );
  expect(read.merges).toHaveLength(3);
});

test.each([
  ['rỗng.docx', new Uint8Array(0)],
  ['chữ.docx', new TextEncoder().encode('không phải Word')],
  ['hỏng.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ['hỏng.ods', new TextEncoder().encode('PK\u0003\u0004 hỏng')],
])('%s is refused in one sentence', async (name, bytes) => {
  await expect(openAny(name, bytes, nodeCodec)).rejects.toThrow(HostError);
});

test('a table that was cut where a page ends is one table; a letterhead stands above every table', async () => {
  const head = row('STT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm');
  const letterhead = new Table({ rows: [row('UBND XÃ KIM SƠN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')] });
  const children = [
    letterhead,
    new Table({ rows: [head, row('1', 'CHỈ ĐẠO', '3', '2,5'), row('1.1', 'Kế hoạch', '1', '0,5')] }),
    new Paragraph({ children: [] }),
    new Table({ rows: [head, row('1.2', 'Báo cáo', '2', '2'), row('2', 'THỂ CHẾ', '2', '1')] }),
    new Table({ rows: [row('2.1', 'Rà soát', '1', '1'), row('2.2', 'Xử lý', '1', '0'), row('', 'Cộng', '5', '3,5')] }),
    // A table with the same codes again is another table.
    new Table({ rows: [head, row('1', 'CHỈ ĐẠO', '3', '1,5'), row('1.1', 'Kế hoạch', '1', '1')] }),
  ];
  const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
  const { sheets } = await openAny('xã.docx', bytes, nodeCodec);
  expect(sheets.map((sheet) => shown(sheet.grid()))).toEqual([
    [
      'UBND XÃ KIM SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'STT|Tiêu chí|Điểm tối đa|Điểm tự chấm',
      '1|CHỈ ĐẠO|3|2,5',
      '1.1|Kế hoạch|1|0,5',
      'STT|Tiêu chí|Điểm tối đa|Điểm tự chấm',
      '1.2|Báo cáo|2|2',
      '2|THỂ CHẾ|2|1',
      '2.1|Rà soát|1|1',
      '2.2|Xử lý|1|0',
      '|Cộng|5|3,5',
    ],
    [
      'UBND XÃ KIM SƠN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'STT|Tiêu chí|Điểm tối đa|Điểm tự chấm',
      '1|CHỈ ĐẠO|3|1,5',
      '1.1|Kế hoạch|1|1',
    ],
  ]);
});

test('a table of Word goes on where a page cut it, and not below another header or for other units', async () => {
  const head = row('Đơn vị', 'Điểm tối đa', 'Điểm đạt');
  const some = (...names: string[]): TableRow[] => names.map((name) => row(name, '100', '80'));
  const tables = [
    [head, ...some('Xã An Bình', 'Xã Tân An')],
    some('Xã Hòa Bình', 'Xã Kim Sơn'),
    [head, ...some('Sở Y tế', 'Sở Tư pháp')],
    [row('Đơn vị', 'Điểm cộng', 'Điểm trừ'), row('Xã Đông Hà', '2', '0'), row('Xã An Bình', '1', '0')],
  ].map((rows) => new Table({ rows }));
  const document = new Document({ sections: [{ children: tables }] });
  const { sheets } = await openAny('xã.docx', new Uint8Array(await Packer.toBuffer(document)), nodeCodec);
  expect(sheets.map((entry) => shown(entry.grid()).map((line) => line.split('|')[0]))).toEqual([
    ['Đơn vị', 'Xã An Bình', 'Xã Tân An', 'Xã Hòa Bình', 'Xã Kim Sơn'],
    ['Đơn vị', 'Sở Y tế', 'Sở Tư pháp'],
    ['Đơn vị', 'Xã Đông Hà', 'Xã An Bình'],
  ]);
});

test('an old workbook that is called .xlsx is read as what it is', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['TT', 'Xã A'], [1, 0.5]]), 'A'); // prettier-ignore
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  expect(shown(await open('bảng.xlsx', bytes))).toEqual(['TT|Xã A', '1|0.5']);
});

/** As typed in the fonts .VnTime, .VnTimeH and VNI-Times; the last case holds Western words. */
test.each([
  ['tcvn3', ['B¶ng tù chÊm ®iÓm c¶i c¸ch hµnh chÝnh', 'Néi dung tiªu chÝ', '§iÓm chuÈn'], 'Nội dung tiêu chí'],
  ['vni', ['BAÛNG TÖÏ CHAÁM ÑIEÅM', 'Noäi dung tieâu chí', 'Ñieåm chuaån'], 'Nội dung tiêu chí'],
  ['Unicode', ['Bảng tự chấm điểm', 'Nội dung tiêu chí', 'µm ©'], 'Nội dung tiêu chí'],
  ['Western', ['Évaluation des critères', 'Größe', 'Français'], 'Größe'],
])('an old workbook typed for fonts of %s reads as its fonts show it', async (_, texts, second) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([texts]), 'Bang');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  expect((await open('xã.xls', bytes)).values[0]?.[1]).toBe(second);
});
