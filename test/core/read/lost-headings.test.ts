/** Evidence that a heading was deleted: columns without a unit name above them, rows above a table, duplicate items. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { bookOf, grid } from '../../kit/grid';

function errorsOf(...grids: readonly Grid[]): string {
  const { diagnostics, sheets } = assessBook(bookOf(...grids));
  return [...diagnostics, ...sheets.flatMap((sheet) => sheet.diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
    .join('\n');
}

const SIDES = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm đánh giá |  | Nguyên nhân
     |  |  | Tự chấm | Thẩm định |
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4 |
  '1.1' | Kế hoạch | 2 | 2 | 2 |
  '1.2' | Báo cáo | 3 | 3 | 2 | Báo cáo chậm`;
const MERGES = ['D2:E2'];

test('a column whose neighbour under the same heading says whose it is, is asked about', () => {
  expect(errorsOf(grid(SIDES, { merges: MERGES }))).toBe('');
  expect(errorsOf(grid(SIDES.replace('Tự chấm', ''), { merges: MERGES }))).toContain('ột D dưới «Điểm đánh giá»');
});

test('a column without a heading beside that of a unit is asked about', () => {
  const units = `
  TT | Nội dung | Điểm tối đa | Xã An Bình |
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4
  '1.1' | Kế hoạch | 2 | 2 | 2
  '1.2' | Báo cáo | 3 | 3 | 2`;
  expect(errorsOf(grid(units))).not.toBe('');
});

describe('rows above the table', () => {
  const pages = (first: string): Grid =>
    grid(`
  Đơn vị: Xã An Bình
  TT | ${first} | Điểm tối đa | Điểm thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 4
  '1.1' | Kế hoạch | 2 | 2
  '1.2' | Báo cáo | 3 | 2
  TT | Tiêu chí | Điểm tối đa | Điểm thẩm định
  '2' | THỂ CHẾ | 4 | 3
  '2.1' | Văn bản | 4 | 3`);

  test('that hold points are said where the first header lost its words', () => {
    expect(errorsOf(pages('Tiêu chí'))).toBe('');
    expect(errorsOf(pages(''))).not.toBe('');
  });
});

test('items that stand twice under a header that was not known are asked about', () => {
  const block = (head: string, unit: string): string => `
  TT | Nội dung | ${head} | ${unit} | Xã Phú Lộc
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4
  '1.1' | Kế hoạch | 2 | 2 | 2
  '1.2' | Báo cáo | 3 | 3 | 2
  '2' | THỂ CHẾ | 4 | 4 | 4
  '2.1' | Văn bản | 4 | 4 | 4`;
  expect(errorsOf(grid(block('Điểm tối đa', 'Xã An Bình') + block('', 'Xã Mỹ Đức')))).not.toBe('');
});

const round = (name: string, units: string): Grid =>
  grid(
    `
  ${name.toUpperCase()} CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Nội dung | Điểm tối đa | ${units}
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4 | 3
  '1.1' | Kế hoạch | 2 | 2 | 2 | 1
  '1.2' | Báo cáo | 3 | 3 | 2 | 2`,
    { sheet: name },
  );
const ALL = 'Xã An Bình | Xã Phú Lộc | Xã Mỹ Đức';

test('a unit that one round has and the other lacks is asked about', () => {
  expect(errorsOf(round('Tự chấm', ALL), round('Thẩm định', ALL))).toBe('');
  const asked = errorsOf(round('Tự chấm', ALL), round('Thẩm định', 'Xã An Bình | Xã Phú Lộc | Đánh số'));
  expect(asked).not.toBe('');
});
