/** Sheets of survey factors in percent: as listed in the 2021 report, and as a province's table of districts. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { readSurvey } from '../../../../src/core/read/beside/read-survey';
import { toVietnamese } from '../../../../src/core/values/decimal';
import { bookOf, grid } from '../../../kit/grid';

const said = (table: string, sheet = 'SIPAS') =>
  readSurvey(grid(table, { sheet }))?.units.map(({ name, factors, overall: whole }) => [
    name,
    ...factors.map((each) => `${each.name} ${toVietnamese(each.percent)} ${each.place ?? ''}`.trim()),
    whole && `= ${toVietnamese(whole.percent)} ${whole.place ?? ''}`.trim(),
  ]);

/** Section II.2 of the report. */
const DISTRICT = `
  TT | Yếu tố | Tỷ lệ (%) | Vị trí
  1 | Tiếp cận dịch vụ | '75,16' | '8/11'
  2 | Thủ tục hành chính | '68,16' | '10/11'
  3 | Công chức, viên chức giải quyết TTHC | '65,96' | '10/11'
  4 | Kết quả giải quyết TTHC | '79,47' | '10/11'
  5 | Tiếp nhận, xử lý phản ánh kiến nghị | '85,61' | '7/11'
`;

const TABLE = `
  CHỈ SỐ HÀI LÒNG NĂM 2021
  TT | Đơn vị | Tiếp cận dịch vụ (%) | Thủ tục hành chính (%) | Chỉ số SIPAS (%) | Xếp hạng | Ghi chú
  1 | Huyện Vân Canh | 75.16 | '68,16%' | 71.66 | 2/2 | Khảo sát qua bưu điện
  2 | Huyện Tuy Phước | 80 | 70 | 75 | 1/2 |
`;

describe('a sheet of survey factors', () => {
  test('the factors of one unit, with their places as stated', () => {
    expect(said(DISTRICT)).toEqual([
      [
        '',
        'Tiếp cận dịch vụ 75,16 8/11',
        'Thủ tục hành chính 68,16 10/11',
        'Công chức, viên chức giải quyết TTHC 65,96 10/11',
        'Kết quả giải quyết TTHC 79,47 10/11',
        'Tiếp nhận, xử lý phản ánh kiến nghị 85,61 7/11',
        null,
      ],
    ]);
  });

  test('units × factors, the whole apart', () => {
    expect(said(TABLE)).toEqual([
      ['Huyện Vân Canh', 'Tiếp cận dịch vụ 75,16', 'Thủ tục hành chính 68,16', '= 71,66 2/2'],
      ['Huyện Tuy Phước', 'Tiếp cận dịch vụ 80', 'Thủ tục hành chính 70', '= 75 1/2'],
    ]);
  });

  test('is none with a maximum, in points, in sums below a hundred, or without its name', () => {
    expect(said(TABLE.replace('dịch vụ (%)', 'dịch vụ (10 điểm)'))).toBeUndefined();
    expect(said(TABLE.replace('dịch vụ (%)', 'dịch vụ: điểm'))).toBeUndefined();
    expect(said(TABLE.replace(/75\.16|68,16%|80|70/g, '7'))).toBeUndefined();
    expect(said(TABLE.replace('HÀI LÒNG', 'CHUNG').replace('SIPAS', 'chung'), 'Trang 2')).toBeUndefined();
    expect(said(TABLE.replace('75.16', '175.16'))).toBeUndefined();
    const POINTS =
      'TT | Đơn vị | Thể chế | Thủ tục | Điều tra xã hội học | Cộng\n' +
      '1 | Xã An | 20 | 30 | 25 | 75\n2 | Xã Bình | 22 | 31 | 24 | 77';
    expect(said(POINTS, 'Khối xã')).toBeUndefined();
    // Means are not sums: the same figures with the mean in the last column.
    expect(said(POINTS.replace('| 75', '| 62').replace('| 77', '| 64'), 'Khối xã')).toBeDefined();
  });

  test('beside the table of points it is neither a rival nor a fault', () => {
    const points = grid(`
      TT | Nội dung | Điểm tối đa | Huyện Vân Canh | Huyện Tuy Phước
      1 | Công tác chỉ đạo điều hành | 60 | 45.84 | 50
      2 | Chỉ số hài lòng (SIPAS) | 40 | 29.78 | 30
    `);
    const book = assessBook(bookOf(points, grid(TABLE, { sheet: 'SIPAS' })));
    expect(book.sheets.map(({ scoreSheet }) => scoreSheet.sheet)).toEqual(['Bảng tổng hợp']);
    // 71,66 is the mean of the factors, and 29,78 of 40 is 74,45; 30 of 40 is 75, as its sheet says.
    expect(book.sheets.flatMap(({ diagnostics }) => diagnostics.map(({ alias, unit }) => [alias, unit?.name]))).toEqual(
      [['survey-percent', 'Huyện Vân Canh']],
    );
    expect(book.surveys.map(({ sheet, year }) => [sheet, year])).toEqual([['SIPAS', 2021]]);
    expect(book.unreadSheets.map(({ sheet }) => sheet)).toEqual(['SIPAS']);
  });
});
