import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toVietnamese } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';
import { factsOf, outline, sheetOf } from './show';

const TITLE = 'BẢNG TỔNG HỢP ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025\n';
const tableOf = (text: string, merges: readonly string[] = []) => grid(TITLE + text, { merges: [...merges] });

/** Points and maximum of each unit; «?» if the unit is undetermined. */
const awarded = (text: string, merges: readonly string[] = []): string[] =>
  assessBook(bookOf(tableOf(text, merges))).sheets.flatMap(({ units }) =>
    units.map(({ index, totals: { awardedTotal: whole } }) =>
      index === null || whole === null ? '?' : `${toVietnamese(whole.points)}/${toVietnamese(whole.max)}`,
    ),
  );

const UNITS = 'Điểm tối đa | 2 | 3 | 2 | 3 | 10\n1 | Xã A | 1 | 3 | 2 | 2 | 8\n2 | Xã B | 2 | 3 | 2 | 1 | 8';
const HEADS = ['C2:D2', 'E2:F2'];

describe('criteria across the columns', () => {
  test('stand below the heading that several share, by name or by code', () => {
    const names =
      'TT | Đơn vị | Chỉ đạo | | Thể chế | | Tổng\n' + ` | | Kế hoạch | Báo cáo | Ban hành | Rà soát |\n | ${UNITS}`;
    expect(awarded(names, HEADS)).toEqual(['8/10', '8/10']);
    expect(outline(sheetOf(tableOf(names, HEADS)))).toEqual(['1 ?', '  1.1 2', '  1.2 3', '2 ?', '  2.1 2', '  2.2 3']);
    const codes = `TT | Đơn vị | Chỉ đạo | | Thể chế | | Tổng\n | | 1.1 | 1.2 | 2.1 | 2.2 |\n | ${UNITS}`;
    expect(awarded(codes, HEADS)).toEqual(['8/10', '8/10']);
  });

  test('beside their area are no areas themselves: nothing counts twice', () => {
    const flat =
      'TT | Đơn vị | 1. Chỉ đạo | 1.1. Kế hoạch | 1.2. Báo cáo | 2. Thể chế | 2.1. Ban hành | 2.2. Rà soát | Tổng\n' +
      ' | Điểm tối đa | 5 | 2 | 3 | 5 | 2 | 3 | 10\n' +
      '1 | Xã A | 4 | 1 | 3 | 4 | 2 | 2 | 8\n2 | Xã B | 5 | 2 | 3 | 3 | 2 | 1 | 8';
    expect(awarded(flat)).toEqual(['8/10', '8/10']);
    expect(outline(sheetOf(tableOf(flat)))).toEqual(['1 5', '  1.1 2', '  1.2 3', '2 5', '  2.1 2', '  2.2 3']);
  });

  test('«Cộng» under an area is the area, by its word or because it is the sum', () => {
    for (const word of ['Cộng', 'Điểm lĩnh vực', '']) {
      const table =
        'TT | Đơn vị | Chỉ đạo | | | Thể chế | | | Tổng\n' +
        ` | | Kế hoạch | Báo cáo | ${word} | Ban hành | Rà soát | ${word} |\n` +
        ' | Điểm tối đa | 2 | 3 | 5 | 2 | 3 | 5 | 10\n' +
        '1 | Xã A | 1 | 3 | 4 | 2 | 2 | 4 | 8\n2 | Xã B | 2 | 3 | 5 | 2 | 1 | 3 | 8';
      expect(awarded(table, ['C2:E2', 'F2:H2'])).toEqual(['8/10', '8/10']);
      // A heading that is a known word is not a guess that the officer must check.
      const isTold = factsOf(sheetOf(tableOf(table, ['C2:E2', 'F2:H2']))).some((fact) => fact.startsWith('likely'));
      expect(isTold).toBe(word !== 'Cộng');
    }
  });

  test('a criterion whose heading is gone is not counted out of what its area is out of', () => {
    const table =
      'TT | Đơn vị | Chỉ đạo (5 điểm) | | Thể chế (5 điểm) | | Tổng\n' +
      ' | | Kế hoạch (2 điểm) | | Ban hành (2 điểm) | Rà soát (3 điểm) |\n' +
      '1 | Xã A | 1 | 3 | 2 | 2 | 8\n2 | Xã B | 2 | 3 | 2 | 1 | 8';
    expect(awarded(table, HEADS)).toEqual(['?', '?']);
  });

  test('TC | TĐ under every area stay two sides of one score', () => {
    const table =
      'TT | Đơn vị | Chỉ đạo | | Thể chế | | Tổng\n | | TC | TĐ | TC | TĐ |\n' +
      ' | Điểm tối đa | 5 | 5 | 5 | 5 | 10\n1 | Xã A | 5 | 4 | 5 | 4 | 8\n2 | Xã B | 4 | 3 | 5 | 5 | 8';
    expect(awarded(table, HEADS)).toEqual(['8/10', '8/10']);
  });
});

describe('what a text says that totals are out of', () => {
  const ROWS = 'TT | Đơn vị | Tổng điểm\n1 | Xã A | 62\n2 | Xã B | 55';
  test.each([
    ['above', `(Tổng điểm tối đa: 70 điểm)\n${ROWS}`],
    ['above, as a scale', `(Thang điểm 70)\n${ROWS}`],
    ['below', `${ROWS}\n | Ghi chú: tổng điểm tối đa là 70 điểm |`],
  ])('%s the table', (_, text) => {
    expect(awarded(text)).toEqual(['62/70', '55/70']);
  });

  test('two texts that differ say nothing, and a share is no maximum', () => {
    expect(awarded(`(Thang điểm 70)\n${ROWS}\n | Tổng điểm tối đa là 80 điểm |`)).toEqual(['62/100', '55/100']);
    expect(awarded(`(Thang điểm 70 %)\n${ROWS}`)).toEqual(['62/100', '55/100']);
  });

  test('where everybody has less than half of a hundred, they are out of something else', () => {
    expect(awarded('TT | Đơn vị | Chỉ đạo | Thể chế | Tổng\n1 | Xã A | 18 | 9 | 27\n2 | Xã B | 17 | 8 | 25')).toEqual([
      '?',
      '?',
    ]);
  });
});

test('points that stand once more, weighed by a factor, are asked about', () => {
  const table =
    'STT | Tiêu chí | Điểm tối đa | Hệ số | Điểm chấm | Điểm sau hệ số\n1 | Chỉ đạo | 10 | | 8 |\n' +
    '1.1 | Kế hoạch | 4 | 2 | 3 | 6\n1.2 | Báo cáo | 6 | 1 | 5 | 5';
  expect(awarded(table)).toEqual(['?']);
  expect(factsOf(sheetOf(tableOf(table)))).toContain('undecided-column 2');
});

test('bare years below the names of units head their columns: the later one counts', () => {
  const table =
    'STT | Tiêu chí | Điểm tối đa | Xã A | | Xã B |\n | | | 2024 | 2025 | 2024 | 2025\n' +
    '1 | Chỉ đạo | 10 | 7 | 8 | 8 | 9\n' +
    '1.1 | Kế hoạch | 4 | 3 | 3 | 4 | 4\n1.2 | Báo cáo | 6 | 4 | 5 | 4 | 5';
  expect(awarded(table, ['D2:E2', 'F2:G2'])).toEqual(['8/10', '9/10']);
});
