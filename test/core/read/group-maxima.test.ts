/** Several columns of maxima, each for one group of units; and which of two appraisals counts. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toText, type Decimal } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';
import { filled, planned } from '../fill/planned';

interface Told {
  readonly errors: readonly string[];
  /** Name, points and maximum of every unit. */
  readonly units: readonly string[];
}

const text = (value: Decimal | undefined): string => (value === undefined ? '?' : toText(value));

function told(table: string): Told {
  const { sheets } = assessBook(bookOf(grid(table)));
  return {
    errors: sheets
      .flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'))
      .map(({ message }) => message),
    units: sheets.flatMap(({ units }) =>
      units.map(
        ({ unit, totals: { awardedTotal } }) => `${unit.name} ${text(awardedTotal?.points)}/${text(awardedTotal?.max)}`,
      ),
    ),
  };
}

const TOGETHER = `
  TT | Nội dung | Mức điểm (khối sở) | Mức điểm (khối xã) | Sở Nội vụ | Sở Y tế | Xã An Bình | Phường Phú Lộc
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 8 | 4 | 3 | 7 | 8
  '1.1' | Kế hoạch | 2 | 5 | 2 | 1 | 4 | 5
  '1.2' | Báo cáo | 3 | 3 | 2 | 2 | 3 | 3
  '2' | THỂ CHẾ | 4 | 2 | 3 | 4 | 1 | 2
  '2.1' | Văn bản | 4 | 2 | 3 | 4 | 1 | 2`;

const BESIDE = `
  TT | Nội dung | Điểm tối đa | Sở Nội vụ | Sở Y tế | Điểm tối đa | Xã An Bình | Phường Phú Lộc
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 4 | 3 | 8 | 7 | 8
  '1.1' | Kế hoạch | 2 | 2 | 1 | 5 | 4 | 5
  '1.2' | Báo cáo | 3 | 2 | 2 | 3 | 3 | 3
  '2' | THỂ CHẾ | 4 | 3 | 4 | 2 | 1 | 2
  '2.1' | Văn bản | 4 | 3 | 4 | 2 | 1 | 2`;

const UNITS = ['Sở Nội vụ 7/9', 'Sở Y tế 7/9', 'Xã An Bình 8/10', 'Phường Phú Lộc 10/10'];

test('columns of maxima serve the groups that their headings name, or the units to their right', () => {
  expect(told(TOGETHER)).toEqual({ errors: [], units: UNITS });
  expect(told(BESIDE)).toEqual({ errors: [], units: UNITS });
});

test('columns of maxima that neither words, place nor numbers give to a group are asked about', () => {
  const low = TOGETHER.replace('Mức điểm (khối sở)', 'Điểm chuẩn')
    .replace('Mức điểm (khối xã)', 'Điểm tối đa')
    .replace('7 | 8', '1 | 2');
  expect(told(low).errors).not.toEqual([]);
});

test('a unit whose scores exceed the maximum of its group is not measured by another', () => {
  const high = told(TOGETHER.replace('| 4 | 5\n', '| 40 | 5\n'));
  expect(high.errors.join('\n')).toContain('40');
});

test('the table is filled once and for all', async () => {
  const once = await filled([grid(TOGETHER)]);
  expect(planned(once)).toEqual([]);
});

const ROUNDS = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm chuẩn | Hội đồng thẩm định | Tự đánh giá | Tổ thư ký chấm
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 3 | 5 | 4
  '1.1' | Kế hoạch | 2 | 1 | 2 | 1
  '1.2' | Báo cáo | 3 | 2 | 3 | 3
  '2' | THỂ CHẾ | 4 | 3 | 4 | 3
  '2.1' | Văn bản | 4 | 3 | 4 | 3`;

test('what the council found counts, wherever its column stands', () => {
  expect(told(ROUNDS)).toEqual({ errors: [], units: ['Xã An Bình 6/9'] });
});

test('last year’s column under «Kết quả năm 2024» is nobody’s self-score', () => {
  const sheet = grid(`
  CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  Đơn vị: Xã An Bình
  TT | Nội dung | Mức điểm | Điểm UBND tỉnh | Kết quả năm 2024
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 3 | 4
  '1.1' | Kế hoạch | 2 | 1 | 2
  '1.2' | Báo cáo | 3 | 2 | 2
  '2' | THỂ CHẾ | 4 | 3 | 4
  '2.1' | Văn bản | 4 | 3 | 4`);
  const [assessment] = assessBook(bookOf(sheet)).sheets;
  expect(assessment?.units[0]?.totals.selfTotal).toBeNull();
});

const FULL = `
  BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025
  TT | Tên đơn vị | Cải cách TTHC (10 điểm) | Chính quyền số (10 điểm) | Tổ chức bộ máy (20 điểm) | TỔNG ĐIỂM
  1 | Xã An Bình | 10 | 10 | 20 | 40
  2 | Xã Phú Lộc | 10 | 10 | 20 | 40`;

test('an area that two others happen to come to is no total', () => {
  expect(told(FULL)).toEqual({ errors: [], units: ['Xã An Bình 40/40', 'Xã Phú Lộc 40/40'] });
});
