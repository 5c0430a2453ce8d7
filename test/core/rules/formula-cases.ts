/** Sheets for the rule that audits the officer's own sums; formulas as officers type them. */
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import type { Cases } from './try-rule';
import { DEFAULT_SETTINGS } from '../../../src/core/model/settings';
import { decimal } from '../../../src/core/values/decimal';

/** Rows 2 to 8: two areas, the first of which has a criterion with two parts. */
const TREE = `code | name | max | A.self | B.self
1 | Chỉ đạo | 5 | 5 | 4
1.1 | Kế hoạch | 3 | 3 | 2
1.1.1 | Ban hành | 1 | 1 | 1
1.1.2 | Kết quả | 2 | 2 | 1
1.2 | Báo cáo | 2 | 2 | 2
2 | Thể chế | 5 | 5 | 5
2.1 | Văn bản | 5 | 5 | 5
=total | | | 10 | 9`;
const ALL = (column: string): Record<string, string> => ({
  [`${column}2`]: `${column}3+${column}6`,
  [`${column}3`]: `SUM(${column}4:${column}5)`,
  [`${column}7`]: `${column}8`,
  [`${column}9`]: `${column}2+${column}7`,
});
const RIGHT = { ...ALL('C'), ...ALL('D'), ...ALL('E') };
const tree = (formulas: Record<string, string>) => scoreSheet(TREE, { formulas: { ...RIGHT, ...formulas } });

export const FORMULA_CASES: Cases = {
  'mismatched-formula': {
    valid: {
      'sums of the next level': { sheet: tree({}) },
      'sums of scored items instead, in any order and rounded': {
        sheet: tree({ D2: 'ROUND(SUM(D6,D4:D5),2)', D9: 'D8+D6+D3', E2: "SUM('Bảng tổng hợp'!E4:E6)" }),
      },
      'what is no sum': { sheet: tree({ D2: 'C2-1', D3: 'IF(D4="",0,D4)', D7: 'C7*1', E9: 'SUM(Khác!E2:E7)' }) },
      'a total through a cell of its own': { sheet: tree({ D9: 'D11', D11: 'SUM(D2,D7)' }) },
      'a scaled total': {
        sheet: tree({ D9: 'D2' }),
        settings: { ...DEFAULT_SETTINGS, appraisedShare: decimal('70') },
      },
      'units as rows': {
        sheet: unitRows('unit | 1 Một.self | 2 Hai.self | =total\nA | 4 | 5 | 9\nB | 3 | 5 | 8', {
          formulas: { D2: 'B2+C2', D3: 'SUM(B3:C3)' },
        }),
      },
    },
    invalid: {
      'a child left out in every unit, today worth nothing': {
        sheet: tree({ D2: 'D3', E2: 'E3' }),
        found: ['D2,E2 warning'],
        says: 'Lĩnh vực 1 Chỉ đạo: công thức điểm tự chấm ở ô D2, E2 không cộng 1.2; sửa điểm thì tổng sẽ sai.',
      },
      'a sum that stops one row short': {
        sheet: tree({ D3: 'SUM(D4:D4)' }),
        found: ['D3 warning'],
        says: 'A, tiêu chí 1.1 Kế hoạch: công thức điểm tự chấm ở ô D3 không cộng 1.1.2',
      },
      'a parent beside its parts': {
        sheet: tree({ D2: 'SUM(D3:D6)' }),
        found: ['D2 warning'],
        says: 'cộng 1.1 hơn một lần',
      },
      'a row of the next area': {
        sheet: tree({ D2: 'D3+D6+D7' }),
        found: ['D2 warning'],
        says: 'cộng cả 2 không thuộc lĩnh vực 1 Chỉ đạo',
      },
      'the neighbour unit': {
        sheet: tree({ E3: 'SUM(D4:D5)' }),
        found: ['E3 warning'],
        says:
          'B, tiêu chí 1.1 Kế hoạch: công thức điểm tự chấm ở ô E3 không cộng 1.1.1, ' +
          '1.1.2, lấy D4, D5 của đơn vị khác',
      },
      'an area left out of the total and of the maximum': {
        sheet: tree({ C2: 'C3', E9: 'E2' }),
        found: ['C2 warning', 'E9 warning'],
        says: 'Lĩnh vực 1 Chỉ đạo: công thức điểm tối đa ở ô C2 không cộng 1.2',
      },
      'units as rows': {
        sheet: unitRows('unit | 1 Một.self | 2 Hai.self | =total\nA | 4 | 5 | 9\nB | 3 | 5 | 8', {
          formulas: { D2: 'B2+C2', D3: 'B3+C2' },
        }),
        found: ['D3 warning'],
        says: 'B, tổng điểm: công thức điểm tự chấm ở ô D3 không cộng 2, lấy C2 của đơn vị khác',
      },
    },
  },
};
