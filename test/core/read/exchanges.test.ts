/** Swapped headings, when the numbers below show that they are swapped. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const errorsOf = (text: string): string =>
  assessBook(bookOf(grid(text)))
    .sheets.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'))
    .map(({ message }) => message)
    .join('\n');

const UNITS = `
  TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Phú Lộc | Trung bình
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 5 | 7 | 6
  '1.1' | Kế hoạch | 3 | 1 | 3 | 2
  '1.2' | Báo cáo | 5 | 4 | 4 | 4
  '2' | THỂ CHẾ | 9 | 9 | 6 | 7.5
  '2.1' | Văn bản | 4 | 4 | 3 | 3.5
  '2.2' | Rà soát | 5 | 5 | 3 | 4`;

test('headings in their places are not asked about', () => {
  expect(errorsOf(UNITS)).toBe('');
});

test('a unit and the maximum', () => {
  const exchanged = UNITS.replace('Điểm tối đa | Xã An Bình', 'Xã An Bình | Điểm tối đa');
  expect(errorsOf(exchanged)).toContain('là điểm tối đa');
});

test('a unit and the average', () => {
  const exchanged = UNITS.replace('Xã Phú Lộc | Trung bình', 'Trung bình | Xã Phú Lộc');
  expect(errorsOf(exchanged)).toContain('là điểm trung bình');
});

test('a unit and the average, the word for it mistyped', () => {
  const exchanged = UNITS.replace('Xã Phú Lộc | Trung bình', 'Trugn bình | Xã Phú Lộc');
  expect(errorsOf(exchanged)).toContain('là điểm trung bình');
});

test('two units of one area, where one row tells them from their average', () => {
  const area = `
  TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Phú Lộc | Trung bình
  '1' | Văn bản | 4 | 3.5 | 2.5 | 3
  '2' | Rà soát | 5 | 4 | 4 | 4`;
  expect(errorsOf(area)).toBe('');
  const exchanged = area.replace('Xã Phú Lộc | Trung bình', 'Trung bình | Xã Phú Lộc');
  expect(errorsOf(exchanged)).toContain('là điểm trung bình');
});

test('totals without a maximum, where every unit claims the same', () => {
  const totals = `
  TỔNG HỢP ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH
  TT | Đơn vị | Điểm tự chấm | Điểm thẩm định
  1 | Xã An Bình | 65 | 45.5
  2 | Xã Phú Lộc | 65 | 55
  3 | Xã Tân Lập | 65 | 64.5`;
  expect(errorsOf(totals)).toContain('mọi đơn vị tự chấm cùng một số 65');
  expect(errorsOf(totals.replaceAll('| 65 |', '| 100 |'))).toBe('');
  expect(errorsOf(totals.replace('| 65 |', '| 64 |'))).toBe('');
  expect(errorsOf(totals.replace('Điểm thẩm định', 'Điểm cao nhất').replace('| 65 |', '| 64 |'))).toContain(
    'là điểm tối đa',
  );
});

test('points and what they lack, where the unit itself claims the latter', () => {
  const lost = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 8 | 7 | 1
  '1.1' | Kế hoạch | 3 | 3 | 3 | 0
  '1.2' | Báo cáo | 5 | 5 | 4 | 1
  '2' | THỂ CHẾ | 9 | 9 | 9 | 0
  '2.1' | Văn bản | 4 | 4 | 4 | 0
  '2.2' | Rà soát | 5 | 5 | 5 | 0`;
  expect(errorsOf(lost)).toBe('');
  const exchanged = lost.replace('Điểm thẩm định | Điểm bị trừ', 'Điểm bị trừ | Điểm thẩm định');
  expect(errorsOf(exchanged)).toContain('là điểm đạt được, cột nào là điểm bị trừ');
});

test('one name over two columns side by side', () => {
  const twice = UNITS.replace('Xã An Bình | Xã Phú Lộc', 'Xã An Bình | Xã An Bình');
  expect(errorsOf(twice)).toContain('ác cột của «Xã An Bình» ghi gì');
});

test('a unit whose points are what the others have on average', () => {
  const four = `
  TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Phú Lộc | Xã Tân Lập | Xã Sơn Tây
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 5 | 7 | 6 | 6
  '1.1' | Kế hoạch | 3 | 1 | 3 | 2 | 2
  '1.2' | Báo cáo | 5 | 4 | 4 | 4 | 4
  '2' | THỂ CHẾ | 9 | 9 | 6 | 6 | 7
  '2.1' | Văn bản | 4 | 4 | 3 | 2 | 3
  '2.2' | Rà soát | 5 | 5 | 3 | 4 | 4`;
  expect(errorsOf(four)).toContain('hay điểm trung bình');
  expect(errorsOf(four.replace('| 3 | 2 | 2', '| 3 | 1 | 2').replace('| 6 | 6 | 7', '| 6 | 5 | 7'))).not.toContain(
    'trung bình',
  );
});

test('every unit twice under headings that say nothing', () => {
  const sides = `
  TT | Nội dung | Điểm tối đa | Bảng một | | Bảng hai |
     |          |             | Xã An Bình | Xã Phú Lộc | Xã An Bình | Xã Phú Lộc
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 8 | 7 | 6 | 6
  '1.1' | Kế hoạch | 3 | 3 | 3 | 2 | 2
  '1.2' | Báo cáo | 5 | 5 | 4 | 4 | 4
  '2' | THỂ CHẾ | 9 | 9 | 6 | 6 | 5
  '2.1' | Văn bản | 4 | 4 | 3 | 2 | 3
  '2.2' | Rà soát | 5 | 5 | 3 | 4 | 2`;
  expect(errorsOf(sides)).toContain('ác cột của «Xã An Bình» ghi gì');
  expect(errorsOf(sides.replace('Bảng một', 'Xã chấm').replace('Bảng hai', 'Huyện thẩm định'))).toBe('');
});

test('a heading that counts its column is no unit', () => {
  const counted = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm |
     |          |             | Cột 4 | Cột 5
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 8 | 7
  '1.1' | Kế hoạch | 3 | 3 | 3
  '1.2' | Báo cáo | 5 | 5 | 4
  '2' | THỂ CHẾ | 9 | 9 | 6
  '2.1' | Văn bản | 4 | 4 | 3
  '2.2' | Rà soát | 5 | 5 | 3`;
  expect(errorsOf(counted)).toContain('Cột 4');
});

test('the average of all units is no score of one that lies below it everywhere', () => {
  const below = (heading: string): string => `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm đạt được | ${heading}
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 4 | 6
  '1.1' | Kế hoạch | 3 | 1 | 2
  '1.2' | Báo cáo | 5 | 3 | 4
  '2' | THỂ CHẾ | 9 | 6 | 7.5
  '2.1' | Văn bản | 4 | 3 | 3.5
  '2.2' | Rà soát | 5 | 3 | 4`;
  for (const heading of ['Điểm trung bình toàn tỉnh', 'Bình quân các xã', 'TB tỉnh', 'Mức bình quân toàn tỉnh'])
    expect(errorsOf(below(heading))).toBe('');
});

test('points and losses of a list that holds only what lost', () => {
  const list = `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm bị trừ
  'I' | CHỈ ĐẠO, ĐIỀU HÀNH | 8 | 6.5 | 1.5
  'I.1' | Kế hoạch | 3 | 1.5 | 1.5
  'II' | THỂ CHẾ | 9 | 7 | 2
  'II.1' | Văn bản | 4 | 2 | 2`;
  expect(errorsOf(list)).toBe('');
  const exchanged = list.replace('Điểm thẩm định | Điểm bị trừ', 'Điểm bị trừ | Điểm thẩm định');
  expect(errorsOf(exchanged)).toContain('là điểm đạt được, cột nào là điểm bị trừ');
});
