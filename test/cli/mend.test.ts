/** `tinh --sua`: sure corrections in the copy and their record; the JSON of a finding that is set aside. */
import { afterAll, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { textAt, type Book } from '../../src/core/model/workbook/grid';
import { cli, cliFolder } from '../kit/programs/cli';
import { open } from '../kit/files/workbook-of';

const folder = cliFolder();
afterAll(() => folder.remove());

/** The loss of area 1 is 10 − 6,46 = 3,54; either item 3.1 or area 3 is wrong, and the table does not tell which. */
const TABLE = `
BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2021
Đơn vị: UBND huyện Vân Canh
STT | Nội dung | Điểm tối đa | Điểm đạt được | Điểm bị trừ
1 | CHỈ ĐẠO ĐIỀU HÀNH | 10 | 6.46 | -3.36
'1.1' | Kế hoạch | 4 | 3.46 | -0.54
'1.2' | Kiểm tra | 6 | 3 | -3
2 | THỂ CHẾ | 2 | 2 |
3 | MỘT CỬA | 10 | 7.5 |
'3.1' | Trụ sở | 4 | 3 |
'3.2' | Kết quả | 6 | 4 |`;

const bookIn = (path: string): Book => open(new Uint8Array(readFileSync(path))).book;
const rowsOf = (book: Book, sheet: string): string[][] => {
  const grid = book.sheets.find(({ name }) => name === sheet)?.grid();
  return Array.from({ length: grid?.rowCount ?? 0 }, (_, row) =>
    Array.from({ length: grid?.columnCount ?? 0 }, (__, column) => (grid ? textAt(grid, row, column) : '')),
  );
};
interface Told {
  readonly alias: string;
  readonly at: readonly string[];
  readonly follows: boolean;
  readonly setAside?: string;
}
const told = (out: string): Told[] =>
  (JSON.parse(out) as { files: { sheets: { diagnostics: Told[] }[] }[] }).files.flatMap(({ sheets }) =>
    sheets.flatMap(({ diagnostics }) => diagnostics),
  );

test('what is sure is mended in the copy and recorded there; the doubtful and the source stay', async () => {
  const source = await folder.workbook('bang.xlsx', { 'Bảng tổng hợp': TABLE });
  const before = readFileSync(source);
  const { code, out } = await cli('tinh', source, '--sua', '--out', folder.path('ra'), '--json');
  expect(code).toBe(0);
  const wrong = told(out).filter(({ alias }) => /^(mismatched|restated)/.test(alias));
  expect(wrong.map(({ alias, at }) => [alias, at])).toEqual([['mismatched-subtotal', ['D8']]]);

  const copy = folder.path('ra/bang.xlsx');
  expect(existsSync(copy)).toBe(true);
  const record = rowsOf(bookIn(copy), 'Nhật ký sửa');
  expect(record.map((row) => row.slice(0, 5))).toEqual([
    ['STT', 'Trang tính', 'Ô', 'Trước khi sửa', 'Sau khi sửa'],
    ['1', 'Bảng tổng hợp', 'E4', '-3.36', '-3.54'],
  ]);
  expect(record[1]?.[6]).toMatch(/\d+\/\d+\/\d{2,4}/);
  expect(rowsOf(bookIn(copy), 'Bảng tổng hợp')[3]?.[4]).toBe('-3.54');
  expect(readFileSync(source).equals(before)).toBe(true);
});

test('without --sua nothing stated is changed and no record is begun', async () => {
  const source = await folder.workbook('bang.xlsx', { 'Bảng tổng hợp': TABLE });
  await cli('tinh', source, '--out', folder.path('ra-2'));
  const copy = bookIn(folder.path('ra-2/bang.xlsx'));
  expect(copy.sheets.map(({ name }) => name)).not.toContain('Nhật ký sửa');
  expect(rowsOf(copy, 'Bảng tổng hợp')[3]?.[4]).toBe('-3.36');
});

test('a finding set aside keeps its reason in the JSON and in the list, and --sua leaves it', async () => {
  const source = await folder.workbook('bang.xlsx', {
    'Bảng tổng hợp': TABLE,
    'Cấu hình': 'Để lại | CCHC303 | Bảng tổng hợp!E4 | 3.36 → 3.54 | Sở đã xác nhận',
  });
  const { out } = await cli('tinh', source, '--sua', '--out', folder.path('ra-3'), '--json');
  expect(told(out).find(({ at }) => at[0] === 'E4')).toMatchObject({
    alias: 'mismatched-loss',
    setAside: 'Sở đã xác nhận',
  });
  expect(told(out).find(({ at }) => at[0] === 'D8')).not.toHaveProperty('setAside');
  expect(rowsOf(bookIn(folder.path('ra-3/bang.xlsx')), 'Bảng tổng hợp')[3]?.[4]).toBe('-3.36');
  const list = (await cli('kiem-tra', source)).out;
  expect(list).toMatch(/Đã để lại[^]*E4 · CCHC303[^]*Lý do để lại: Sở đã xác nhận/);
});
