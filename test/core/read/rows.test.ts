/** What totals, the order of the two sides and a repeated header reveal about the headings of a table. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { ZERO, toText } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';
import { sheetOf } from './show';

const errorsOf = (text: string): string =>
  assessBook(bookOf(grid(text)))
    .sheets.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'))
    .map(({ message }) => message)
    .join('\n');

const AREAS = `
  TT | Đơn vị | Thể chế (10 điểm) | | Tài chính (20 điểm) | | Tổng điểm
     |        | Xã chấm | Điểm thẩm định | Xã chấm | Điểm thẩm định |
  1 | Xã An Bình | 9 | 8 | 18 | 15 | 23
  2 | Xã Phú Lộc | 10 | 10 | 20 | 19 | 29
  3 | Xã Tân Lập | 7 | 6 | 16 | 16 | 22`;

test('a table of areas as it should be is not asked about', () => {
  expect(errorsOf(AREAS)).toBe('');
});

test('sides below one area in another order than below the others', () => {
  const exchanged = AREAS.replace(
    'Xã chấm | Điểm thẩm định | Xã chấm | Điểm thẩm định',
    'Xã chấm | Điểm thẩm định | Điểm thẩm định | Xã chấm',
  );
  expect(errorsOf(exchanged)).toContain('các lĩnh vực khác ghi các cột này theo thứ tự khác');
});

test('totals that are no sum of the areas, one of which is a slip', () => {
  const slip = AREAS.replace('| 15 | 23', '| 15 | 24');
  expect(errorsOf(slip)).toBe('');
  const others = slip.replace('| 19 | 29', '| 19 | 30').replace('| 16 | 22', '| 16 | 23');
  expect(errorsOf(others)).toContain('không bằng cộng các lĩnh vực ở 3 đơn vị');
});

test('maxima that differ from unit to unit where the points do not', () => {
  const totals = `
  TT | Đơn vị | Điểm tối đa | Xã tự chấm | Điểm thẩm định
  1 | Xã An Bình | 45 | 45 | 30
  2 | Xã Phú Lộc | 45 | 43 | 40
  3 | Xã Tân Lập | 45 | 41 | 38`;
  expect(errorsOf(totals)).toBe('');
  const exchanged = totals.replace('Điểm tối đa | Xã tự chấm', 'Xã tự chấm | Điểm tối đa');
  expect(errorsOf(exchanged)).toContain('là điểm tối đa');
});

test('a heading of maxima, or of nobody knows what, over nothing is not out of 100', () => {
  const totals = `
  TT | Đơn vị | Điểm tối đa | Xã tự chấm | Điểm thẩm định
  1 | Xã An Bình | | 45 | 30
  2 | Xã Phú Lộc | | 43 | 40`;
  expect(errorsOf(totals)).toContain('không ghi điểm tối đa');
  expect(errorsOf(totals.replace('Điểm tối đa', 'Điểm cao nhất'))).toContain('có phải là điểm tối đa không');
  expect(errorsOf(totals.replace(' | Điểm tối đa', '').replaceAll('| |', '|'))).toBe('');
});

const ITEMS = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Xã tự chấm | Hội đồng thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | 5 | 4
  '1.1' | Kế hoạch | 2 | 2 | 2
  '1.2' | Báo cáo | 3 | 3 | 2
  TT | Nội dung | Điểm tối đa | Xã tự chấm | Hội đồng thẩm định
  '2' | THỂ CHẾ | 4 | 4 | 3
  '2.1' | Văn bản | 1 | 1 | 1
  '2.2' | Rà soát | 3 | 3 | 2`;

test('a header that is printed again in another order while the codes run on', () => {
  expect(errorsOf(ITEMS)).toBe('');
  const moved = ITEMS.replace('Điểm tối đa | Xã tự chấm', 'Xã tự chấm | Điểm tối đa');
  expect(errorsOf(moved)).toContain('mà mã tiêu chí chạy tiếp');
});

test('an area of a list of losses without its maximum', () => {
  const losses = `
  CÁC NỘI DUNG MẤT ĐIỂM NĂM 2025
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ
  I | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 6.5 | 1.5
  '1' | Kế hoạch | 3 | 2.5 | 0.5
  '2' | Báo cáo | 2 | 1 | 1
  II | THỂ CHẾ | 9 | 8 | 1
  '3' | Văn bản | 2 | 1 | 1
  III | TÀI CHÍNH | 5 | 5 | 0
  IV | CHẾ ĐỘ CÔNG VỤ | 12 | 9 | 3
  '4' | Đánh giá | 3 | 2 | 1
  '5' | Bố trí | 4 | 2 | 2`;
  expect(errorsOf(losses)).toBe('');
  expect(errorsOf(losses.replace('THỂ CHẾ | 9 |', 'THỂ CHẾ | |'))).toContain('Chưa rõ điểm tối đa của lĩnh vực II');
});

test.each([
  ['Tăng cường kỷ luật, kỷ cương', 'II'],
  ['Xếp hạng chuyển đổi số', 'II'],
  ['Phân loại đơn vị', 'II'],
  ['Tăng cường kỷ luật, kỷ cương', ''],
  ['Xếp loại cán bộ', ''],
])('«%s» with a maximum and points up to it is an area («%s»), no result line', (name, code) => {
  const sheet = sheetOf(
    grid(`
      TT                    | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C
      ${code && 'I'}        | Chỉ đạo  | 10          | 9    | 8    | 10
      ${code}               | ${name}  | 12          | 11,5 | 10   | 12
      ${code && 'III'}      | Thể chế  | 8           | 7    | 7,5  | 8
    `),
  );
  expect(sheet.items.map((item) => [item.name, toText(item.max ?? ZERO)])).toEqual([
    ['Chỉ đạo', '10'],
    [name, '12'],
    ['Thể chế', '8'],
  ]);
});

test('a line of ranks is none, with the number of units in the column of maxima', () => {
  const sheet = sheetOf(
    grid(`
      TT  | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C
      I   | Chỉ đạo  | 10          | 9    | 8    | 10
      II  | Thể chế  | 8           | 7    | 7,5  | 8
      III | Xếp hạng | 3           | 2    | 3    | 1
    `),
  );
  expect(sheet.items.map((item) => item.name)).toEqual(['Chỉ đạo', 'Thể chế']);
});
