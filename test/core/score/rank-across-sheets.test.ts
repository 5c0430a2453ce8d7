import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const sheet = (name: string, points: string) =>
  grid(`Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | Chỉ đạo điều hành | 90 | ${points}`, {
    sheet: name,
  });
const settings = (rankBy: string) => grid(`Xếp hạng theo | ${rankBy}`, { sheet: 'Cấu hình' });
const ranks = (rankBy: string): (string | null)[] =>
  assessBook(
    bookOf(sheet('Xã A', '80.001'), sheet('Xã B', '80.002'), sheet('Xã C', '70'), settings(rankBy)),
  ).sheets.map(({ units: [unit] }) => (unit ? `${String(unit.rank)}/${String(unit.rankOf)}` : null));

test('units with a sheet each are ranked by the exact index, or the published one where the workbook says so', () => {
  expect(ranks('Chỉ số chưa làm tròn')).toEqual(['2/3', '1/3', '3/3']);
  // 88,890 and 88,891 are both published as 88,89.
  expect(ranks('Chỉ số đã làm tròn')).toEqual(['1/2', '1/2', '2/2']);
});
