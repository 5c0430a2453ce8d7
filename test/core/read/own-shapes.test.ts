/** Layouts that an officer reads at once: abbreviated names of departments, fractions, statistics beside the points. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toNumber } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';

const ITEMS = (head: string, rows: readonly string[]): string =>
  [`BẢNG CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025`, head, ...rows].join('\n');

/** «name points/max», with ? for an undetermined unit. */
const told = (table: string): string[] =>
  assessBook(bookOf(grid(table, { sheet: 'Bảng tổng hợp' }))).sheets.flatMap(({ units }) =>
    units.map(({ unit, totals: { awardedTotal: all }, undetermined }) =>
      undetermined || !all ? `${unit.name} ?` : `${unit.name} ${toNumber(all.points)}/${toNumber(all.max)}`,
    ),
  );

test('beside one sở whose name is written out, two short names are sở as well', () => {
  const table = ITEMS('TT | Tiêu chí | Điểm tối đa | SNV | STC | Sở Y tế', [
    '1 | Cải cách thể chế | 10 | 9 | 8 | 7',
    '1.1 | Kế hoạch | 4 | 4 | 4 | 3',
    '1.2 | Báo cáo | 6 | 5 | 4 | 4',
    '2 | Cải cách TTHC | 10 | 10 | 9 | 8',
  ]);
  expect(told(table)).toEqual(['SNV 19/20', 'STC 17/20', 'Sở Y tế 15/20']);
});

test('areas out of the same maximum beside their sum are areas', () => {
  const table = ITEMS('TT | Đơn vị | Điểm thể chế | Điểm TTHC | Tổng điểm', [
    '1 | Xã An Bình | 8/10 | 9/10 | 17/20',
    '2 | Xã Bình Minh | 7/10 | 8/10 | 15/20',
    '3 | Xã Cẩm Sơn | 10/10 | 9.5/10 | 19.5/20',
  ]);
  expect(told(table)).toEqual(['Xã An Bình 17/20', 'Xã Bình Minh 15/20', 'Xã Cẩm Sơn 19.5/20']);
});

test('one column of points over their maximum', () => {
  const rows = [
    '1 | Cải cách thể chế | 8/10',
    '1.1 | Kế hoạch | 4/4',
    '1.2 | Báo cáo | 4/6',
    '2 | Cải cách TTHC | 9/10',
  ];
  const table = `Đơn vị: Xã Tân An\n${ITEMS('TT | Tiêu chí | Điểm đạt/Điểm tối đa', rows)}`;
  expect(told(table)).toEqual(['Xã Tân An 17/20']);
});

test('«Điểm cao nhất» alone is the maximum, «Cao nhất | Thấp nhất» are nobody of the table', () => {
  const alone = ITEMS('TT | Tiêu chí | Điểm cao nhất có thể đạt | Kết quả cuối cùng', [
    '1 | Cải cách thể chế | 10 | 8',
    '1.1 | Kế hoạch | 4 | 4',
    '1.2 | Báo cáo | 6 | 4',
  ]);
  expect(told(`Đơn vị: Xã Tân An\n${alone}`)).toEqual(['Xã Tân An 8/10']);
  const beside = ITEMS('TT | Tiêu chí | Điểm tối đa | Thẩm định | TB tỉnh | Cao nhất | Thấp nhất', [
    '1 | Cải cách thể chế | 10 | 8 | 7.5 | 10 | 6',
    '1.1 | Kế hoạch | 4 | 4 | 3 | 4 | 2',
    '1.2 | Báo cáo | 6 | 4 | 4.5 | 6 | 4',
  ]);
  expect(told(`Đơn vị: Xã Tân An\n${beside}`)).toEqual(['Xã Tân An 8/10']);
});

describe('where every unit has the full mark', () => {
  const full = (heading: string, maxima: readonly number[], most = '') => {
    const sum = maxima.reduce((all, max) => all + max, 0);
    const areas = ['Thể chế', 'Thủ tục', 'Tài chính'].slice(0, maxima.length);
    return [
      `TT | Đơn vị | ${areas.join(' | ')} | ${heading}`,
      ` | Điểm tối đa | ${maxima.join(' | ')} | ${most}`,
      ...['Xã An Bình', 'Xã Bình Minh', 'Xã Cẩm Sơn'].map(
        (name, at) => `${at + 1} | ${name} | ${maxima.join(' | ')} | ${sum}`,
      ),
    ].join('\n');
  };

  test.each([
    ['a heading of summing', full('Cộng các mục', [20, 15, 15]), 50],
    ['a heading of summing, out of 100', full('Cộng các mục', [30, 40, 30]), 100],
    ['a heading of summing, with its maximum', full('Cộng các mục', [20, 15, 15], '50'), 50],
    ['a heading of summing, behind two areas', full('Kết quả chung', [20, 15]), 35],
    ['the last column behind three areas', full('Kết quả năm', [20, 15, 15]), 50],
  ])('%s is their total', (_name, table, whole) => {
    expect(told(table)).toEqual(
      ['Xã An Bình', 'Xã Bình Minh', 'Xã Cẩm Sơn'].map((name) => `${name} ${whole}/${whole}`),
    );
  });

  test('a column of another word behind two areas is asked about, also where it is 100', () => {
    for (const maxima of [
      [20, 15],
      [60, 40],
    ])
      expect(told(full('Chuyển đổi số', maxima))).toEqual(['Xã An Bình ?', 'Xã Bình Minh ?', 'Xã Cẩm Sơn ?']);
  });
});

test('a total of a name that nobody knows is no area, also where a percentage of 50 points follows it', () => {
  const table = ITEMS('TT | Tiêu chí | Điểm tối đa | Xã An | Xã Bình', [
    '1 | Thể chế | 20 | 15 | 20',
    '2 | Thủ tục | 20 | 20 | 10',
    '3 | Tài chính | 10 | 10 | 8',
    ' | Chung hết | 50 | 45 | 38',
    ' | Mức so sánh | | 90 | 76',
  ]);
  expect(told(table)).toEqual(['Xã An 45/50', 'Xã Bình 38/50']);
});
