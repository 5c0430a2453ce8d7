import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const sheet = (name: string, points: string, area = 'Chỉ đạo điều hành') =>
  grid(`Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | ${area} | 90 | ${points}`, {
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

test('an area is ranked among those of the other sheets where its words are merely written otherwise', () => {
  const areaRanks = (...areas: readonly string[]): (string | null)[] =>
    assessBook(bookOf(...areas.map((area, n) => sheet(`Xã ${'ABC'[n]!}`, String(70 + n), area)))).sheets.map(
      ({ units: [unit] }) => (unit?.areas[0] ? `${String(unit.areas[0].rank)}/${String(unit.areas[0].rankOf)}` : null),
    );
  expect(areaRanks('Chỉ đạo điều hành CCHC', 'Chỉ đạo, điều hành cải cách hành chính')).toEqual(['2/2', '1/2']);
  expect(areaRanks('Chỉ đạo điều hành', 'Xây dựng thể chế')).toEqual(['null/null', 'null/null']);
});
