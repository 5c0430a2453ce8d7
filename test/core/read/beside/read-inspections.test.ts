/** Tells a log of inspections from a table of points that mentions how its units were inspected. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { bookOf, grid } from '../../../kit/grid';

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

describe('a log of its own', () => {
  const logs: readonly (readonly [string, string])[] = [
    [
      'ways in one column',
      'STT | Tên đơn vị | Kiểm tra trực tiếp/qua báo cáo | Kết quả đạt được | Tồn tại | Kết quả khắc phục\n' +
        '1 | Xã An | Trực tiếp | Đủ kế hoạch | Chậm báo cáo | Đã khắc phục\n' +
        '2 | Xã Bình | Qua báo cáo | Có kế hoạch | Thiếu kế hoạch | Chưa khắc phục',
    ],
    [
      'a column a way, ticked',
      'STT | Đơn vị | Trực tiếp | Qua báo cáo | Ưu điểm | Hạn chế | Tình trạng\n' +
        '1 | Xã An | x | | Đủ kế hoạch | Chậm báo cáo | Đã khắc phục\n' +
        '2 | Xã Bình | | X | Có kế hoạch | Thiếu kế hoạch | Chưa khắc phục',
    ],
    [
      'ways over the bodies',
      'STT | Đơn vị | Ưu điểm | Hạn chế | Tình trạng\nI | Kiểm tra trực tiếp\n' +
        '1 | Xã An | Đủ kế hoạch | Chậm báo cáo | Đã khắc phục\nII | Kiểm tra qua báo cáo\n' +
        '2 | Xã Bình | Có kế hoạch | Thiếu kế hoạch | Chưa khắc phục',
    ],
  ];
  test.each(logs)('says how each body was inspected: %s', (_, table) => {
    const { sheets, inspections, details } = assessBook(
      bookOf(grid(`SỔ THEO DÕI KIỂM TRA CCHC NĂM 2022\n${table}`, { sheet: 'Kiểm tra' })),
    );
    expect(sheets).toEqual([]);
    expect(details.year).toBe(2022);
    expect(
      inspections.map(({ name, how, strengths, shortcomings, remedyStatus }) => [
        name,
        how,
        strengths,
        shortcomings,
        remedyStatus,
      ]),
    ).toEqual([
      ['Xã An', 'onSite', 'Đủ kế hoạch', 'Chậm báo cáo', 'Đã khắc phục'],
      ['Xã Bình', 'byReport', 'Có kế hoạch', 'Thiếu kế hoạch', 'Chưa khắc phục'],
    ]);
  });
});
