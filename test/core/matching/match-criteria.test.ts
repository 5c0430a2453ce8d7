import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Assessment } from '../../../src/core/model/assessment';
import { toText } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';

/** A table without maxima beside the sheet that states them. */
function assessed(table: string, set: string): Assessment {
  const [only] = assessBook(
    bookOf(
      grid(`TT | Nội dung | Điểm thẩm định\n${table}`),
      grid(`TT | Tên tiêu chí | Điểm tối đa\n${set}`, { sheet: 'Bộ tiêu chí' }),
    ),
  ).sheets;
  if (!only) throw new Error('no sheet was read');
  return only;
}
const maxima = ({ scoreSheet: { items } }: Assessment): (string | null)[] =>
  items.flatMap(({ children, max }) => (children.length === 0 ? [max && toText(max)] : []));
const indexOf = ({ units }: Assessment): string | null => {
  const index = units[0]?.publishedIndex ?? null;
  return index && toText(index);
};
const told = ({ diagnostics }: Assessment): string[] => diagnostics.map(({ alias }) => alias);

const TABLE = `
1 | CHỈ ĐẠO |
1.1 | Kế hoạch |
 | - Ban hành đúng hạn | 0.5
1.2 | Báo cáo |
 | - Ban hành đúng hạn | 0.5`;
const SET = `
1 | CHỈ ĐẠO | 3
1.1 | Kế hoạch | 1
 | - Ban hành đúng hạn | 1
1.2 | Báo cáo | 2
 | - Ban hành đúng hạn | 2`;

describe('a set lends its maxima', () => {
  test('to dashes, whatever stands for the dash and however the name is typed', () => {
    const table = '1 | Kế hoạch |\n | - Ban hành đúng hạn | 0.5\n | - Chất lượng kế hoạch | 0.25';
    for (const [one, other] of [
      ['- Ban hành đúng hạn', '- Chất lượng kế hoạch'],
      ['– Ban hành đúng hạn;', '— Chất lượng kế hoạch.'],
      ['• Ban hành đúng hạn', '▪ Chất lượng kế hoạch'],
      ['+ Ban hành đúng hạn', '+Chất lượng kế hoạch'],
      ['\uf0b7 Ban hành đúng hạn', '● Chất lượng kế hoạch'],
      ['Ban hành đúng hạn', 'Chất lượng  kế hoạch'],
      ['- Ban hành đúng hạn'.normalize('NFD'), '− CHẤT LƯỢNG KẾ HOẠCH'],
      ['- Ban hànhđúng hạn', '- Chấtlượng kế hoạch'],
    ] as const) {
      const assessment = assessed(table, `1 | Kế hoạch | 1\n | ${one} | 0.5\n | ${other} | 0.5`);
      expect([one, maxima(assessment), indexOf(assessment)]).toEqual([one, ['0.5', '0.5'], '75']);
    }
  });

  test('to each of two items of one name its own, by the criterion above', () => {
    const assessment = assessed(TABLE, SET);
    expect(maxima(assessment)).toEqual(['1', '2']);
    expect(indexOf(assessment)).toBe('33.33');
    expect(told(assessment)).not.toContain('mismatched-max');
  });

  test('also where codes moved, where one code stands twice, and where the areas are left out on one side', () => {
    const moved = SET.replace('1.1 |', '1.2 |').replace('1.2 | Báo cáo', '1.1 | Báo cáo');
    expect(maxima(assessed(TABLE, moved))).toEqual(['1', '2']);
    const doubled = (text: string): string => text.replace('1.2 |', '1.1 |');
    expect(maxima(assessed(doubled(TABLE), doubled(SET)))).toEqual(['1', '2']);
    expect(maxima(assessed(TABLE, SET.replace('1 | CHỈ ĐẠO | 3', '')))).toEqual(['1', '2']);
    expect(maxima(assessed(TABLE.replace('1 | CHỈ ĐẠO |', ''), SET))).toEqual(['1', '2']);
  });

  test('by number 1.10 where Excel made 1.1 of it, on either side', () => {
    const rows = (max: (at: number) => string): string =>
      Array.from({ length: 10 }, (_, at) => `1.${at + 1} | Nội dung thứ ${at + 1} | ${max(at)}`).join('\n');
    const assessment = assessed(
      `1 | CHỈ ĐẠO |\n${rows(() => '1')}`,
      `1 | CHỈ ĐẠO | 11\n${rows((at) => (at === 9 ? '2' : '1'))}`,
    );
    expect(maxima(assessment)).toEqual([...Array.from({ length: 9 }, () => '1'), '2']);
  });

  test('not by guess: what two lines could be is told, and the unit stays undetermined', () => {
    const assessment = assessed(
      '1 | Kế hoạch |\n | - Đúng hạn | 0.5\n | - Chất lượng | 0.5',
      '1 | Kế hoạch | 3\n | - Đúng hạn | 1\n | - Đúng hạn | 2\n | - Chất lượng | 1',
    );
    expect(maxima(assessment)).toEqual([null, '1']);
    expect(indexOf(assessment)).toBeNull();
    expect(told(assessment)).toContain('missing-column');
  });

  test('where two lines could be meant and say the same, that is what they say', () => {
    const assessment = assessed(
      '1 | Kế hoạch |\n | - Đúng hạn | 0.5\n | - Chất lượng | 0.5',
      '1 | Kế hoạch | 3\n | - Đúng hạn | 1\n | - Đúng hạn | 1\n | - Chất lượng | 1',
    );
    expect(maxima(assessment)).toEqual(['1', '1']);
  });
});

describe('what the set does not say', () => {
  test('leaves no unit undetermined without a word', () => {
    const assessment = assessed('1 | Kế hoạch |\n | - Đúng hạn | 0.5\n | - Chất lượng | 0.5', '1 | Kế hoạch | 1');
    expect(indexOf(assessment)).toBeNull();
    expect(told(assessment).filter((alias) => alias === 'missing-column')).toHaveLength(2);
  });

  test('a wrong sum in the set is told of the set’s own cell, not of the cell that holds the code', () => {
    const assessment = assessed(
      TABLE,
      SET.replace('CHỈ ĐẠO | 3', 'CHỈ ĐẠO | 6').replace('1.1 | Kế hoạch | 1', '1.1 | Kế hoạch | 4'),
    );
    const [found] = assessment.diagnostics.filter(({ alias }) => alias === 'mismatched-max');
    expect(found?.message).toBe(
      'Tiêu chí 1.1 Kế hoạch: điểm tối đa ở trang tính «Bộ tiêu chí» ô C3 ghi 4 nhưng ' +
        'tổng điểm tối đa của 1 tiêu chí con là 1.',
    );
    expect(found?.at).toEqual([]);
  });
});
