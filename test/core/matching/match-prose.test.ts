import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Assessment } from '../../../src/core/model/assessment';
import type { ProseMatch } from '../../../src/core/model/beside/prose';
import { readProse } from '../../../src/core/read/prose/read-prose';
import { matchProse } from '../../../src/core/matching/match-prose';
import { PROSE, PROSE_TABLE } from '../../kit/field/field-prose';
import { bookOf, grid } from '../../kit/grid';

const assessed = (table: string): Assessment => {
  const [only] = assessBook(bookOf(grid(table))).sheets;
  if (!only) throw new Error('no sheet was read');
  return only;
};
const itemsOf = ({ deductions }: ProseMatch): string[] =>
  deductions.map(({ item }) => (item.code === '' ? item.name.slice(0, 12) : item.code));
const kinds = ({ doubts }: ProseMatch): string => doubts.map(({ kind }) => kind).join(' ');

describe('the published prose beside its own table', () => {
  const assessment = assessed(PROSE_TABLE);
  const matches = matchProse(assessment, null, readProse(PROSE));

  test('every passage finds its deduction: a criterion its losing part, the miscited 1.8 the item of its name', () => {
    expect(matches.map((match) => `${match.line.code} → ${itemsOf(match).join(' ')}`)).toEqual([
      '1.1 → Chất lượng k',
      '1.2 → 1.2',
      '1.3 → 1.3',
      '1.4 → 1.4',
      '1.6 → 1.6',
      '1.7 → 1.7',
      '1.8 → 1.8.3',
      '3.5 → 3.5',
      '3.6 → 3.6',
    ]);
  });

  test('the wrong code and the wrong loss are said, and nothing else', () => {
    expect(matches.map(kinds)).toEqual(['', '', '', '', '', '', 'miscited', 'loss-differs', '']);
    expect(matches.flatMap(({ doubts }) => doubts.map(({ message }) => message))).toEqual([
      'Đoạn văn ghi mã 1.8, nhưng tiêu chí có tên này trong bảng mang mã 1.8.3.',
      'Đoạn văn ghi trừ 0,15 điểm; theo bảng là 0,05 điểm.',
    ]);
  });
});

describe('prose and sheet disagree', () => {
  const assessment = assessed(`
TT | Nội dung | Điểm tối đa | Xã Hòa An | Xã Tân Lập
1 | CHỈ ĐẠO | 6 | |
1.1 | Kế hoạch cải cách hành chính | 2 | 1 | 2
1.2 | Công tác tuyên truyền | 2 | |
1.2.1 | Ban hành kế hoạch tuyên truyền | 1 | 0.5 | 0.5
1.2.2 | Hình thức tuyên truyền đa dạng | 1 | 0.25 | 0.5
1.3 | Công tác kiểm tra | 2 | 1 | 0
`);
  const match = (text: string, unit: number | null = null): ProseMatch[] =>
    matchProse(assessment, unit, readProse(text));

  test.each([
    ['no unit is said', '- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm)', null, 'no-unit'],
    [
      'the unit stands above, old or new tone place',
      'UBND xã Hoà An:\n- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm)',
      null,
      '',
    ],
    [
      'the unit is not in the sheet',
      '1.3. UBND xã Cát Tiến\n- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm)',
      null,
      'unknown-unit',
    ],
    ['the item is in no line', '- Tiêu chí 7.1. Chữ ký số (trừ 1 điểm)', 0, 'not-found'],
    ['the item lost nothing', '- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm)', 1, 'no-loss'],
    ['the code is another name', '- Tiêu chí 1.1. Chữ ký số cá nhân (trừ 1 điểm)', 0, 'name-differs'],
    [
      'the points are others',
      '- Tiêu chí 1.1. Kế hoạch cải cách hành chính: đạt 0/2 điểm (mất 2 điểm)',
      0,
      'loss-differs points-differ',
    ],
  ])('%s', (_, text, unit, expected) => {
    expect(match(text, unit).map(kinds)).toEqual([expected]);
  });

  test('a criterion stands for all its parts that lost points, or for the one that lost as much as is said', () => {
    const [whole] = match('- Tiêu chí 1.2. Công tác tuyên truyền (trừ 1,25 điểm)', 0);
    const [part] = match('- Tiêu chí 1.2. Công tác tuyên truyền (trừ 0,75 điểm)', 0);
    const [either] = match('- Tiêu chí 1.2. Công tác tuyên truyền (trừ 0,5 điểm)', 1);
    expect([whole, part, either].map((each) => each && [itemsOf(each), kinds(each)])).toEqual([
      [['1.2.1', '1.2.2'], 'covers-several'],
      [['1.2.2'], ''],
      [['1.2.1', '1.2.2'], 'loss-differs covers-several'],
    ]);
  });

  test('an item explained twice is said the second time; a criterion that opens the list of its parts is none', () => {
    const once = (why: string): string => `- Tiêu chí 1.1. Kế hoạch cải cách hành chính (trừ 1 điểm)${why}\n`;
    expect(
      match(
        `${once('. Lý do: chậm')}- Tiêu chí 1.3. Công tác kiểm tra (trừ 1 điểm). ` +
          `Lý do: thiếu\n${once('. Lý do: muộn')}`,
        0,
      ).map(kinds),
    ).toEqual(['', '', 'repeated']);
    expect(match(once('') + once('. Lý do: chậm'), 0).map(kinds)).toEqual(['', '']);
  });
});

describe('whose prose it is', () => {
  const matched = (table: string, unit: string): ProseMatch[] =>
    matchProse(
      assessed(table),
      null,
      readProse(`Đơn vị: ${unit}\n- Tiêu chí 1.1. Kế hoạch (trừ 1 điểm). Nguyên nhân: muộn.`),
    );

  test('a unit that only its sheet names goes by the name of the sheet', () => {
    const [match] = matched(
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định\n1 | MỘT | 2 |\n1.1 | Kế hoạch | 2 | 1',
      'BẢNG tổng hợp',
    );
    expect([match?.unit?.position, match && kinds(match)]).toEqual([0, '']);
  });

  test('a name that two units bear is neither', () => {
    const [match] = matched(
      'TT | Nội dung | Điểm tối đa | Xã A | Xã A\n1 | MỘT | 2 | |\n1.1 | Kế hoạch | 2 | 1 | 1',
      'Xã A',
    );
    expect(match).toMatchObject({
      unit: null,
      deductions: [],
      doubts: [{ kind: 'unknown-unit', message: 'Trong bảng có nhiều đơn vị tên «Xã A».' }],
    });
  });
});
