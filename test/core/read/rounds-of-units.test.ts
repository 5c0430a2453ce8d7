/** Units as rows with the points of several rounds: the last round counts, and none of them is read as a maximum. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const readOf = (headings: string) => {
  const [sheet] = assessBook(
    bookOf(
      grid(`
  TT | Đơn vị | ${headings} | Xếp hạng
  1 | Xã An Bình | 80 | 85 | 2
  2 | Xã Phú Lộc | 82 | 90 | 1
  3 | Xã Tân Lập | 70 | 75 | 3`),
    ),
  ).sheets;
  const columns = sheet?.scoreSheet.items[0]?.columns;
  const percents = sheet?.units.map(({ index }) => index && Number(index.numerator) / Number(index.denominator));
  return {
    columns,
    percents,
    found: sheet?.diagnostics.filter(({ severity }) => severity !== 'note').map(({ message }) => message),
  };
};

test.each(['Điểm lần 1 | Điểm lần 2', 'Điểm thẩm định lần 1 | Điểm thẩm định lần 2', 'Điểm vòng 1 | Điểm vòng 2'])(
  '%s',
  (headings) => {
    const { columns, percents, found } = readOf(headings);
    expect(columns).toEqual({ appraised: 3 });
    expect(percents).toEqual([85, 90, 75]);
    expect(found).toEqual([]);
  },
);

test('the points of the one round, out of a maximum that is headed so', () => {
  expect(readOf('Điểm lần 1 | Điểm tối đa').columns).toEqual({ appraised: 2, max: 3 });
});
