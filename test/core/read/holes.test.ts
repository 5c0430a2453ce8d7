/** Columns inside a table whose whole content, heading included, was deleted. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { readingView } from '../../../src/core/read/reading-view';
import { bookOf, grid, type GridExtras } from '../../kit/grid';

function errorsOf(text: string, extras: GridExtras = {}): string[] {
  const { diagnostics, sheets } = assessBook(bookOf(grid(text, extras)));
  return [...diagnostics, ...sheets.flatMap((sheet) => sheet.diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

const DELETED = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm tự chấm |  | Nguyên nhân
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 |  |
  '1.1' | Kế hoạch | 2 | 2 |  |
  '1.2' | Báo cáo | 3 | 3 |  |
  '2' | THỂ CHẾ | 4.5 | 4 |  |
  '2.1' | Văn bản | 1.5 | 1.5 |  |
  '2.2' | Rà soát | 3 | 2.5 |  | Không rà soát đúng hạn`;

test('a column deleted between others is asked about', () => {
  expect(errorsOf(DELETED)).toEqual([expect.stringContaining('ột E, trống cả tiêu đề')]);
});

test('a column that is only there for notes, or hidden, is not', () => {
  expect(errorsOf(DELETED.replace('tự chấm |  |', 'tự chấm | Ghi chú |'))).toEqual([]);
  expect(errorsOf(DELETED, { hiddenColumns: ['E'] })).toEqual([]);
});

test('one round missing below the name of a unit is asked about', () => {
  const columns = `
  TT | Nội dung | Điểm tối đa | Xã An Bình |  | Xã Phú Lộc |
     |          |             | Xã chấm |  | Xã chấm | Huyện chấm
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 |  | 4 | 3
  '1.1' | Kế hoạch | 2 | 2 |  | 2 | 1
  '1.2' | Báo cáo | 3 | 3 |  | 2 | 2
  '2' | THỂ CHẾ | 4 | 3 |  | 4 | 4
  '2.1' | Văn bản | 4 | 3 |  | 4 | 4`;
  const merges = ['D1:E1', 'F1:G1'];
  expect(errorsOf(columns, { merges }).join('\n')).toContain('ột E, trống cả tiêu đề');
});

test('an area of a table of units that is gone is asked about', () => {
  const rows = `
  BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Tên đơn vị | Thể chế (10 điểm) |  | Tài chính (10 điểm) | Xếp hạng
  1 | Xã An Bình | 9 |  | 8 | 1
  2 | Xã Phú Lộc | 7 |  | 8 | 2`;
  expect(errorsOf(rows).join('\n')).toContain('ột D, trống cả tiêu đề');
});

test('a name over two columns leaves none blank', () => {
  const merged = `
  Đơn vị: Xã An Bình
  TT | Nội dung | | Điểm tối đa | Điểm thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | | 5 | 4
  '1.1' | Kế hoạch | | 2 | 2
  '1.2' | Báo cáo | | 3 | 2`;
  expect(errorsOf(merged, { merges: ['B2:C2', 'B3:C3', 'B4:C4', 'B5:C5'] })).toEqual([]);
});

test('the blank column stands in the reading, and one line of «Cấu hình» answers it', () => {
  const table = grid(DELETED);
  const [asked] = assessBook(bookOf(table)).sheets;
  const [told] = (asked ? readingView(asked).blocks : []).flatMap(({ columns }) =>
    columns.filter(({ letters }) => letters === 'E'),
  );
  expect(told).toMatchObject({ headings: ['Cột E'], sure: 'undecided' });
  const settings = grid(
    `
  Mục | Giá trị
  Cột | Cột E | không dùng`,
    { sheet: 'Cấu hình' },
  );
  const { sheets } = assessBook(bookOf(table, settings));
  const errors = sheets.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
  expect(errors.map(({ message }) => message)).toEqual([]);
});

test('blank columns that part every unit from the next are spacers; one that lacks a side is not', () => {
  const spaced = `
  TT | Nội dung | Điểm tối đa |  | Xã An Bình |  |  | Xã Phú Lộc |
     |          |             |  | Xã chấm | Huyện chấm |  | Xã chấm | Huyện chấm
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 |  | 5 | 4 |  | 4 | 3
  '1.1' | Kế hoạch | 2 |  | 2 | 2 |  | 2 | 1
  '1.2' | Báo cáo | 3 |  | 3 | 2 |  | 2 | 2
  '2' | THỂ CHẾ | 4 |  | 4 | 3 |  | 4 | 4
  '2.1' | Văn bản | 1 |  | 1 | 1 |  | 1 | 1
  '2.2' | Rà soát | 3 |  | 3 | 2 |  | 3 | 3`;
  expect(errorsOf(spaced)).toEqual([]);
  const lacking = spaced.replace('Huyện chấm |  | Xã chấm', '|  | Xã chấm');
  expect(errorsOf(lacking)).not.toEqual([]);
});

test('a table of units that is not filled in yet has its units, all of them not yet scored', () => {
  const blank = (headings: string): string => `
  TT | Nội dung | Điểm tối đa | ${headings}
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | |
  '1.1' | Kế hoạch | 2 | |
  '1.2' | Báo cáo | 3 | |`;
  const [sheet] = assessBook(bookOf(grid(blank('Xã An Bình | UBND phường Phú Lộc')))).sheets;
  expect(sheet?.units.map(({ unit, index }) => [unit.name, index])).toEqual([
    ['Xã An Bình', null],
    ['UBND phường Phú Lộc', null],
  ]);
  // «Sở» may be the heading of what a department remarks.
  expect(assessBook(bookOf(grid(blank('Sở Nội vụ')))).sheets).toEqual([]);
});
