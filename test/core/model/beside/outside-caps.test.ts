/** Caps on points outside the set, read from text: caps on the total, not caps per case. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { capIn } from '../../../../src/core/model/beside/outside-caps';
import { decimal, fromText } from '../../../../src/core/values/decimal';
import { bookOf, grid } from '../../../kit/grid';

test.each([
  ['Điểm thưởng (mỗi sáng kiến tối đa 1 điểm, tổng không quá 3 điểm)', '3'],
  ['Điểm thưởng (tổng không quá 3 điểm, mỗi sáng kiến tối đa 1 điểm)', '3'],
  ['Sáng kiến (mỗi sáng kiến 1 điểm, tối đa 2 điểm)', '2'],
  ['Sáng kiến (0,5 điểm/sáng kiến, tối đa 2 điểm)', '2'],
  ['Mỗi sáng kiến 1 điểm nhưng không quá 2,5 điểm', '2.5'],
  ['Điểm cộng (tối đa 3 điểm/năm)', '3'],
  ['Điểm thưởng cho mỗi đơn vị không quá 3 điểm', '3'],
  ['Bộ phận Một cửa được khen thưởng (tối đa 2 điểm)', '2'],
  ['Một số điểm cộng khác, tối đa 2 điểm', '2'],
  ['1 Có sáng kiến (tối đa 2 điểm)', '2'],
  ['Điểm thưởng tối đa 5 điểm (sáng kiến tối đa 2 điểm, khen thưởng tối đa 3 điểm)', '5'],
])('%s: %s in all', (text, cap) => {
  expect(capIn(text)).toBe(fromText(cap));
});

test.each([
  'Điểm trừ (mỗi lần vi phạm trừ tối đa 0,5 điểm)',
  'Điểm cộng (tối đa 2 điểm/sáng kiến)',
  'Điểm cộng (tối đa 2 điểm / 01 sáng kiến)',
  'Điểm cộng (không quá 1 điểm cho mỗi sáng kiến)',
  'Điểm cộng (tối đa 1 điểm một sáng kiến)',
  'Mỗi sáng kiến, giải pháp được cộng tối đa 1 điểm',
  'Điểm thưởng cho từng sáng kiến (tối đa 1 điểm)',
  'Có 01 sáng kiến được cộng không quá 1 điểm',
  'Mỗi sáng kiến cấp tỉnh 1 điểm, cấp huyện tối đa 0,5 điểm',
  'Sáng kiến cấp tỉnh tối đa 2 điểm, cấp huyện tối đa 1 điểm',
  'Điểm thưởng',
])('%s: none in all', (text) => {
  expect(capIn(text)).toBeNull();
});

describe('what counts of the only line', () => {
  const countedOf = (label: string, points: string) => {
    const [sheet] = assessBook(
      bookOf(
        grid(`
  TT | Nội dung | Điểm tối đa | Xã A
  1 | Chỉ đạo | 100 | 90
  1.1 | Kế hoạch | 100 | 90
   | ${label} | | ${points}`),
      ),
    ).sheets;
    const { bonus, penalty } = sheet?.units[0]?.totals ?? {};
    return { bonus, penalty, codes: sheet?.diagnostics.map(({ code }) => code) };
  };

  test.each([
    ['Điểm thưởng (mỗi sáng kiến tối đa 1 điểm, tổng không quá 3 điểm)', '3', '3', '0', []],
    ['Điểm thưởng (mỗi sáng kiến tối đa 1 điểm, tổng không quá 3 điểm)', '4', '3', '0', ['CCHC316']],
    ['Điểm trừ (mỗi lần vi phạm trừ tối đa 0,5 điểm)', '1.5', '0', '1.5', []],
    ['Điểm cộng (tối đa 2 điểm/sáng kiến)', '4', '4', '0', []],
    ['Điểm cộng (tối đa 2 điểm)', '3', '2', '0', ['CCHC316']],
  ])('%s, %s given', (label, points, bonus, penalty, codes) => {
    expect(countedOf(label, points)).toEqual({ bonus: decimal(bonus), penalty: decimal(penalty), codes });
  });
});
