/** What is a log of inspections, and what is a table of points that says how its units were inspected. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const POINTS = grid('STT | Đơn vị | Điểm thẩm định | Chỉ số (%)\n1 | Sở Nội vụ | 81 | 81\n2 | Sở Y tế | 76 | 76', {
  sheet: 'Khối sở',
});
const read = (table: string) => assessBook(bookOf(POINTS, grid(table, { sheet: 'Khối xã' })));

describe('a sheet with «Hình thức kiểm tra» beside a table of points', () => {
  test.each([
    ['numbers', '75', '83.5'],
    ['texts that are numbers', "'75,5'", "'83,25'"],
    ['points out of a maximum', "'75/94'", "'83/93'"],
  ])('is a table of points where it has %s, whatever heads them', (_, one, other) => {
    const { sheets, inspections } = read(
      'STT | Đơn vị | Hình thức kiểm tra | Huyện chấm\n' +
        `1 | Xã An | Trực tiếp | ${one}\n2 | Xã Bình | Qua báo cáo | ${other}`,
    );
    expect(sheets.map(({ scoreSheet: { sheet, units } }) => [sheet, units.length])).toEqual([
      ['Khối sở', 2],
      ['Khối xã', 2],
    ]);
    expect(inspections.map(({ name, how }) => [name, how])).toEqual([
      ['Xã An', 'onSite'],
      ['Xã Bình', 'byReport'],
    ]);
  });

  test('is a log where ordinals and counts are its only numbers', () => {
    const { sheets, inspections, unreadSheets } = read(
      'STT | Đơn vị | Hình thức kiểm tra | Tồn tại | Số tồn tại\n' +
        '1 | Xã An | Trực tiếp | Chậm báo cáo | 3\n2 | Xã Bình | Qua báo cáo | Thiếu kế hoạch | 5',
    );
    expect(sheets.map(({ scoreSheet: { sheet } }) => sheet)).toEqual(['Khối sở']);
    expect(unreadSheets.map(({ sheet }) => sheet)).toEqual(['Khối xã']);
    expect(inspections.map(({ shortcomings }) => shortcomings)).toEqual(['Chậm báo cáo', 'Thiếu kế hoạch']);
  });
});
