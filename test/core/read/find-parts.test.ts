/** Sheets that hold parts of one table: joined if that is sure, else asked about. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { toNumber } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';

type Sheet = readonly [tab: string, table: string];

/** «name points/max», with ? for an undetermined unit. */
const told = (sheets: readonly Sheet[]): string[] =>
  assessBook(bookOf(...sheets.map(([sheet, table]) => grid(table, { sheet })))).sheets.flatMap(({ units }) =>
    units.map(({ unit, totals: { awardedTotal: all }, undetermined }) =>
      undetermined || !all ? `${unit.name} ?` : `${unit.name} ${toNumber(all.points)}/${toNumber(all.max)}`,
    ),
  );

describe('one form that two bodies fill in, each its own areas', () => {
  const form = (
    first: readonly string[],
    second: readonly string[],
    [most, parent]: readonly [string, string],
  ): string => `
KẾT QUẢ THẨM ĐỊNH CHỈ SỐ CCHC NĂM 2025
TT | Tiêu chí | Điểm tối đa | Sở Nội vụ | Sở Y tế
'1' | CHỈ ĐẠO ĐIỀU HÀNH | 4 | ${first[0] ? '| ' : `${parent} | ${parent}`}
'1.1' | Kế hoạch cải cách hành chính | 2 | ${first[0] ?? '|'}
'1.2' | Báo cáo định kỳ | 2 | ${first[1] ?? '|'}
'2' | CẢI CÁCH THỂ CHẾ | ${2 * Number(most)} | ${second[0] ? '| ' : `${parent} | ${parent}`}
'2.1' | Ban hành văn bản | ${most} | ${second[0] ?? '|'}
'2.2' | Rà soát văn bản | ${most} | ${second[1] ?? '|'}
`;
  const one = ['2 | 1', '1 | 2'];
  const two = ['2 | 2', '1 | 0.5'];
  const joined = ['Sở Nội vụ 6/8', 'Sở Y tế 5.5/8'];
  const asked = ['Sở Nội vụ ?', 'Sở Y tế ?', 'Sở Nội vụ ?', 'Sở Y tế ?'];

  test.each<readonly [string, readonly [string, string], readonly [string, string], readonly string[]]>([
    ['blank elsewhere', ['2', ''], ['2', ''], joined],
    ['sums of 0 above what is blank', ['2', '0'], ['2', '0'], joined],
    ['whose maxima differ', ['2', ''], ['3', ''], asked],
    ['points above what is blank', ['2', '3'], ['2', '3'], asked],
  ])('%s', (_name, a, b, expected) => {
    expect(
      told([
        ['Phòng A', form(one, [], a)],
        ['Phòng B', form([], two, b)],
      ]),
    ).toEqual(expected);
  });
});

const part = (area: number, points: string, head = 'Điểm thẩm định'): string => `
TT | Tiêu chí | Điểm tối đa | ${head}
'${area}' | ${['', 'CHỈ ĐẠO ĐIỀU HÀNH', 'CẢI CÁCH THỦ TỤC HÀNH CHÍNH'][area] ?? ''} | 5 |
'${area}.1' | ${['', 'Kế hoạch', 'Công khai'][area] ?? ''} | 2 | 2
'${area}.2' | ${['', 'Báo cáo', 'Kiểm soát'][area] ?? ''} | 3 | ${points}`;

describe('one unit that no cell names, on tabs of two sides', () => {
  test('has its parts side by side', () => {
    const sheets = ['LV1', 'LV2'].flatMap((tab, at): Sheet[] => [
      [`${tab} Tự chấm`, part(at + 1, '3', 'Điểm tự chấm')],
      [`${tab} Thẩm định`, part(at + 1, at === 0 ? '2' : '1.5')],
    ]);
    expect(told(sheets)).toEqual([' 7.5/10']);
  });

  test('has its rounds side by side', () => {
    expect(
      told([
        ['Tự chấm', part(1, '3', 'Điểm tự chấm')],
        ['Thẩm định', part(1, '2')],
      ]),
    ).toEqual([' 4/5']);
  });

  test('is asked about where the sides are not of the same parts', () => {
    expect(
      told([
        ['LV1 Tự chấm', part(1, '3', 'Điểm tự chấm')],
        ['LV1 Thẩm định', part(1, '2')],
        ['LV2 Thẩm định', part(2, '2')],
      ]),
    ).toEqual(['LV1 Tự chấm ?', 'LV1 Thẩm định ?', 'LV2 Thẩm định ?']);
  });
});

describe('a sheet without a name whose areas follow those of a named unit', () => {
  const named = `Đơn vị: Xã An Bình\n${part(1, '2').trim()}`;

  test.each(['Phần II', 'LV2', 'Sheet2', '2', 'TTHC', 'Thủ tục hành chính', 'An Bình (2)'])(
    '«%s» is its part',
    (tab) => {
      expect(
        told([
          ['An Bình', named],
          [tab, part(2, '1.5')],
        ]),
      ).toEqual(['Xã An Bình 7.5/10']);
    },
  );

  test.each(['Hòa Lộc', 'Ba Vì'])('«%s» is asked about', (tab) => {
    expect(
      told([
        ['An Bình', named],
        [tab, part(2, '1.5')],
      ]),
    ).toEqual(['Xã An Bình ?', `${tab} ?`]);
  });
});
