import { decimal } from '../../../src/core/values/decimal';
import type { ReadFact } from '../../../src/core/model/score-sheet';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import { criteriaSet, type Cases } from './try-rule';

/** Areas 1 and 3 of the 2021 district report, as published. */
const DISTRICT = scoreSheet(`
  code  | name                         | max | Huyện.appraised | Huyện.lost
  1     | CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH  | 10  | 6.46            | - 3.36
  1.1   | Kế hoạch                     | 1   | 0.75            | - 0.25
        | - Ban hành                   | 0.5 | 0.5             |
        | - Chất lượng                 | 0.5 | 0.25            | -0.25
  1.2   | Mức độ hoàn thành            | 1   | 0.96            | - 0.04
  1.3   | Tuyên truyền                 | 1   | 0.5             | -0.5
  1.4   | Báo cáo                      | 1   | 0               | -1
  1.5   | Kiểm tra                     | 2   | 2               |
  1.6   | Sáng kiến                    | 1   | 0               | -1
  1.7   | Nhiệm vụ                     | 1   | 0.75            | -0.25
  1.8   | Trách nhiệm                  | 2   | 1.5             | -0.5
  3     | THỦ TỤC HÀNH CHÍNH           | 10  | 6.81            |
  3.1   | Rà soát                      | 2   | 0               | -2
  3.2   | Công khai                    | 1,5 | 1,5             |
  3.3   | Tiếp nhận                    | 1   | 1               |
  3.4   | Một cửa                      | 1,5 | 0,5             |
  3.4.1 | Quy chế                      | 0,5 | 0               | -0,5
  3.4.2 | Cập nhật                     | 0,5 | 0               | -0,5
  3.4.3 | Bố trí                       | 0,5 | 0,5             |
  3.5   | Kết quả                      | 3   | 2,95            | -0,15
  3.6   | Xin lỗi                      | 1   | 0,86            | -0,14`);

const KON_RAY = (printed: readonly string[]) => {
  const points = ['75,42/94', '76,97/94', '81,18/93', '84,17/93', '79,63/94', '81,1/93', '86,35/93'];
  return unitRows(
    'unit | Tổng.appraised | =index | =rating | =rank\n' +
      points.map((each, at) => `Xã ${at + 1} | ${each} | ${printed[at] ?? ''}`).join('\n'),
  );
};
const PRINTED = [
  '80.23 | Tốt | 7',
  '81.88 | Tốt | 6',
  '87.29 | Tốt | 3',
  '90.51 | Xuất sắc | 2',
  '84.41 | Tốt | 5',
  '87.2 | Tốt | 4',
  '92.85 | Xuất sắc | 1',
];

const change = (before: string, after: string, stated: string, row = 1): readonly ReadFact[] => [
  {
    kind: 'stated-change',
    at: { row, column: 6 },
    unit: null,
    item: 0,
    before: decimal(before),
    beforeAt: null,
    after: decimal(after),
    change: decimal(stated),
  },
];
const ONE = 'code | name | max | Xã A.self\n1 | Tổ chức bộ máy | 7 | 6';

/** Indices whose third decimal is 5 or more. */
const ROUNDED = [
  'unit | Tổng.self | =index',
  'A | 86,35/93 | 92.85',
  'B | 84,17/93 | 90.51',
  'C | 77/92 | 83.7',
  'D | 65/91 | 71.43',
];

export const SUM_CASES: Cases = {
  'mismatched-subtotal': {
    valid: {
      'the published table': { sheet: DISTRICT },
      'a parent that states nothing, and one whose children are not all known': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1 | Một | 2 |\n1.1 | Hai | 2 | 1\n2 | Ba | 2 | 2\n2.1 | Bốn | 2 |',
        ),
      },
      'a sum with a binary tail, and a computed one printed short': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1 | Một | 2 | 0.30000000000000004\n1.1 | Hai | 1 | 0.1\n' +
            '1.2 | Ba | 1 | 0.2\n2 | Bốn | 1 | 0.67\n2.1 | Năm | 1 | 0.6666666667',
        ),
      },
    },
    invalid: {
      '6,64 for 6,46': {
        sheet: scoreSheet(
          'code | name | max | Xã A.self | Xã A.appraised\n1 | Một | 10 | 10 | 6.64\n' +
            '1.1 | Hai | 5 | 5 | 5\n1.2 | Ba | 5 | 5 | 1.46',
        ),
        found: ['E2 warning'],
        says:
          'Xã A, lĩnh vực 1 Một: điểm thẩm định ở ô E2 ghi 6,64 nhưng tổng 2 tiêu chí con là 6,46, ' +
          'lệch 0,18: hoặc ô E2 là 6,46 (đang ghi 6,64), hoặc ô E4',
        suggests: ['E2=6.46', 'E4=1.64'],
      },
      "a formula of the officer's own is compared but not replaced": {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 2 | {2}\n1.1 | Hai | 2 | 1'),
        found: ['D2 warning'],
        says: 'ghi 2 nhưng tổng 1 tiêu chí con là 1',
      },
      'points are compared where nobody states a maximum': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | | 3\n1.1 | Hai | | 1\n1.2 | Ba | | 1', {
          facts: [{ kind: 'no-maximum' }],
        }),
        found: ['D2 warning'],
        says: 'ghi 3 nhưng tổng 2 tiêu chí con là 2',
        suggests: ['D2=2', 'D3=2', 'D4=2'],
      },
    },
  },
  'mismatched-max': {
    valid: {
      'the published table': { sheet: DISTRICT },
      'a child that states none': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 5 |\n1.1 | Hai | | KĐG\n1.2 | Ba | 3 | 1'),
      },
      'a unit to which less applies': {
        sheet: scoreSheet(
          'code | name | max | A.max | A.self\n1 | Một | 3 | 2 |\n1.1 | Hai | 1 | 1 | KĐG\n' +
            '1.2 | Ba | 2 | 2 | 1\n=total | | | | 1/2',
        ),
      },
      'the criteria set agrees': { sheet: scoreSheet(ONE), criteria: criteriaSet('1 | Tổ chức bộ máy | 7') },
    },
    invalid: {
      'a parent against its children': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 4 |\n1.1 | Hai | 1 | 1\n1.2 | Ba | 2 | 1'),
        found: ['C2 warning'],
        says:
          'Lĩnh vực 1 Một: điểm tối đa ở ô C2 ghi 4 nhưng tổng điểm tối đa của 2 tiêu ' +
          'chí con là 3, lệch 1: hoặc ô C2 là 3',
        // A already has the full maximum of 1.1, so 1.2 is the likelier of the two items.
        suggests: ['C2=3', 'C4=3', 'C3=2'],
      },
      'the criteria set': {
        sheet: scoreSheet(ONE),
        criteria: criteriaSet('1 | Tổ chức bộ máy | 8'),
        found: ['C2 warning'],
        says: 'ghi 7 nhưng bộ tiêu chí (trang tính «Bộ tiêu chí») là 8',
        suggests: ['C2=8'],
      },
      'the whole against its areas': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 40 | 4\n2 | Hai | 50 | 4\n=total | | 100 | 8', {
          statedMax: '100',
        }),
        found: ['C4 warning'],
        says: 'Toàn bảng: điểm tối đa ở ô C4 ghi 100 nhưng cộng 2 lĩnh vực là 90, lệch 10: hoặc ô',
        suggests: ['C2=50', 'C3=60', 'C4=90'],
      },
      "the unit's own column": {
        sheet: scoreSheet(
          'code | name | max | A.max | A.self\n1 | Một | 3 | 4 |\n1.1 | Hai | 1 | 2 | 1\n1.2 | Ba | 2 | 1 | 1',
        ),
        found: ['D2 warning', 'D3 warning'],
        says:
          'A, lĩnh vực 1 Một: điểm tối đa ở ô D2 ghi 4 nhưng tổng điểm tối đa của ' +
          'các tiêu chí con được áp dụng là 3.',
        // 4 is neither 2 + 1 nor 1 + 1: besides D3, D2 or D4 is wrong too.
        suggests: ['D3=1', 'D3=1'],
      },
      "what the unit's total is out of": {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 10 | 8\n2 | Hai | 5 | KĐG\n=total | | | 8/15'),
        found: ['D4 warning'],
        says: 'ghi 15 nhưng tổng điểm tối đa của các tiêu chí được áp dụng là 10',
        suggests: ['D4=8/10', 'C2=15'],
      },
    },
  },
  'mismatched-loss': {
    valid: {
      'losses that agree, and blank ones': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.lost\n1 | Một | 2 | | \n1.1 | Hai | 1 | 0 |\n1.2 | Ba | 1 | 0.75 | - 0.25',
        ),
      },
      'a loss of an item not yet scored': {
        sheet: scoreSheet('code | name | max | A.self | A.lost\n1 | Một | 2 | | 1\n2 | Hai | 1 | 1 | 0'),
      },
    },
    invalid: {
      'the published table: −3,36 is −3,54 and −0,15 is −0,05': {
        sheet: DISTRICT,
        found: ['E2 warning', 'E21 warning'],
        says: 'Huyện, lĩnh vực 1 CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH: điểm bị trừ ở ô E2 ghi 3,36 nhưng 10 − 6,46 = 3,54.',
        suggests: ['E2=-3.54', 'E21=-0.05'],
      },
      'a loss written without a sign keeps none': {
        sheet: scoreSheet('code | name | max | A.self | A.lost\n1 | Một | 3 | 2.95 | 0.15'),
        found: ['E2 warning'],
        says: 'ghi 0,15 nhưng 3 − 2,95 = 0,05',
        suggests: ['E2=0.05', 'D2=2.85'],
      },
      'a loss where the item does not apply': {
        sheet: scoreSheet('code | name | max | A.self | A.lost\n1 | Một | 3 | KĐG | 3\n2 | Hai | 1 | 1 |'),
        found: ['E2 warning'],
        says: 'ghi 3 nhưng 0 − 0 = 0',
        suggests: ['E2=0'],
      },
    },
  },
  'mismatched-total': {
    valid: {
      'totals that agree, with and without bonus and penalty': {
        sheet: scoreSheet(
          'code | name | max | A.self | B.self\n1 | Một | 10 | 8 | 8\n=bonus | | | 2 | 2\n' +
            '=penalty | | | 0.5 | 0.5\n=total | | | 8 | 9.5\n=lost | | | -2 | 2.5',
        ),
      },
      'a unit that is undetermined': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 10 |\n=total | | | 8'),
      },
    },
    invalid: {
      'total, self-scored total and total loss': {
        sheet: scoreSheet(
          'code | name | max | Xã A.self | Xã A.appraised\n1 | Một | 10 | 8 | 7\n2 | Hai | 5 | 5 | 4\n' +
            '=selfTotal | | | 12 |\n=total | | | | 12\n=lost | | | | -3',
        ),
        found: ['D4 warning', 'E5 warning'],
        says: 'Xã A: tổng điểm tự chấm ở ô D4 ghi 12 nhưng cộng các tiêu chí được 13, lệch 1: hoặc ô D4 là 13',
        suggests: ['D4=13', 'D2=7', 'D3=4', 'E2=8', 'E3=5', 'E5=11'],
      },
    },
  },
  'mismatched-percent': {
    valid: {
      'rounded, with fewer decimals, or cut off': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.percent\n1 | Một | 7 | 6 | 85.71\n2 | Hai | 11 | 10 | 90.9\n' +
            '3 | Ba | 3 | 2 | 67\n4 | Bốn | 7 | 4.5 | 64.2\n5 | Năm | 4 | KĐG | 50',
        ),
      },
    },
    invalid: {
      '85,6 for 6/7': {
        sheet: scoreSheet('code | name | max | A.self | A.percent\n1 | Tổ chức bộ máy | 7 | 6 | 85.6'),
        found: ['E2 warning'],
        says: 'A, tiêu chí 1 Tổ chức bộ máy: tỷ lệ ở ô E2 ghi 85,6% nhưng 6/7 là 85,71%.',
        suggests: ['E2=85.71'],
      },
    },
  },
  'mismatched-index': {
    valid: {
      'a sheet that cuts off more than one index': {
        sheet: unitRows([...ROUNDED, 'E | 70/92 | 76.08', 'F | 65,5/91 | 71.97'].join('\n')),
      },
      'Kon Rẫy as it should be, 87,2 for 87,20': {
        sheet: KON_RAY(PRINTED.map((line) => line.replace('84.41', '84.71'))),
      },
      '91.651 among two-decimal indices': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 91.651/100 | 91.651\nB | 91.8604/100 | 91.86'),
      },
      'a full quotient pasted or computed': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 75,42/94 | {80.2340425531915}\nB | 76,97/94 | 81.88'),
      },
      'a penalty taken off': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 95.5 | 68.2\n=penalty | | | 0.5\n=index | | | 70.89'),
      },
      'a whole sheet of whole numbers': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 75,42/94 | 80\nB | 76,97/94 | 82'),
      },
      'a unit that is undetermined': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 10 |\n=index | | | 70'),
      },
    },
    invalid: {
      'one index cut off where the others are rounded': {
        sheet: unitRows([...ROUNDED, 'E | 70/92 | 76.08'].join('\n')),
        found: ['C6 warning'],
        says: 'chỉ số ở ô C6 ghi 76,08 nhưng 70/92 điểm cho chỉ số 76,09',
        suggests: ['C6=76.09'],
      },
      '84,41 for 79,63/94': {
        sheet: KON_RAY(PRINTED),
        found: ['C6 warning'],
        says: 'Xã 5: chỉ số ở ô C6 ghi 84,41 nhưng 79,63/94 điểm cho chỉ số 84,71.',
        suggests: ['C6=84.71'],
      },
      'a penalty forgotten is named': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 95.5 | 68.2\n=penalty | | | 0.5\n=index | | | 71.41'),
        found: ['D4 warning'],
        says: 'ghi 71,41 nhưng (68,2 − 0,5 điểm trừ)/95,5 điểm cho chỉ số 70,89',
        suggests: ['D4=70.89'],
      },
      'a whole number among decimals': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 75,42/94 | 80\nB | 76,97/94 | 81.88'),
        found: ['C2 warning'],
        says: 'ghi 80 nhưng',
        suggests: ['C2=80.23', 'B2=75,2/94'],
      },
    },
  },
  'mismatched-rating': {
    valid: {
      'Kon Rẫy': { sheet: KON_RAY(PRINTED) },
      'words around the label': {
        sheet: unitRows('unit | Tổng.self | =rating\nA | 9/10 | Xếp loại: XUẤT SẮC\nB | 8/10 |'),
      },
      'labels cut short': { sheet: unitRows('unit | Tổng.self | =rating\nA | 9/10 | XS\nB | 6/10 | TB') },
      'an empty scale': { sheet: unitRows('unit | Tổng.self | =rating\nA | 9/10 | Khá'), settings: { scale: [] } },
    },
    invalid: {
      'the band of the rounded index': {
        sheet: unitRows('unit | Tổng.self | =rating\nXã A | 89.995/100 | Tốt'),
        found: ['C2 warning'],
        says: 'Xã A: xếp loại ở ô C2 ghi «Tốt» nhưng chỉ số 90 thuộc loại «Xuất sắc».',
        suggests: ['C2=Xuất sắc'],
      },
      'labels of another scale are one line': {
        sheet: unitRows('unit | Tổng.self | =rating\nA | 9/10 | Nhóm 1\nB | 8/10 | Nhóm 1\nC | 7/10 | Khá'),
        found: ['C2,C3 warning'],
        says:
          '2 đơn vị: xếp loại «Nhóm 1» (C2, C3) không có trong thang xếp loại đang ' +
          'dùng (Xuất sắc từ 90, Tốt từ 80,',
      },
    },
  },
  'mismatched-rank': {
    valid: {
      'Kon Rẫy': { sheet: KON_RAY(PRINTED) },
      'one unit ranked among others that are not here': {
        sheet: unitRows('unit | Tổng.self | =rank\nA | 9/10 | 9/20'),
      },
      'a place below a unit whose index is not known yet': {
        sheet: unitRows('unit | Tổng.self | =rank\nA | | 1\nB | 8/10 | 2\nC | 7/10 | 3'),
      },
      'a unit that is not ranked': {
        sheet: unitRows('unit | Tổng.self | =rank\nA | 9/10 | 5\nB | 8/10 | 1\nC | 7/10 | 2', { unranked: ['A'] }),
      },
    },
    invalid: {
      'a wrong place': {
        sheet: unitRows('unit | Tổng.self | =rank\nA | 9/10 | 1\nB | 8/10 | 3\nC | 7/10 | 3'),
        found: ['C3 warning'],
        says: 'B: xếp hạng ở ô C3 ghi 3 nhưng chỉ số đứng thứ 2/3 (đồng hạng thì hạng sau liền kề: 1, 2, 2, 3).',
        suggests: ['C3=2'],
      },
      "Excel's RANK where ties are dense": {
        sheet: unitRows('unit | Tổng.self | =rank\nA | 9/10 | 1\nB | 9/10 | 1\nC | 7/10 | {3}'),
        found: ['C4 warning'],
        says: 'đứng thứ 2/2',
      },
      'the khối is named': {
        sheet: unitRows('unit | Tổng.self | =rank\nA | 9/10 | 2\nB | 8/10 | 2', {
          groups: { A: 'Phường', B: 'Phường' },
        }),
        found: ['C2 warning'],
        says: 'đứng thứ 1/2 trong khối Phường',
        suggests: ['C2=1'],
      },
    },
  },
  'mismatched-change': {
    valid: {
      'a change that agrees, also as a whole number': {
        sheet: scoreSheet(ONE, {
          facts: [...change('62.5', '66.4', '3.9'), ...change('71.9', '90.9', '19', 2), ...change('60', '60', '0', 3)],
        }),
      },
    },
    invalid: {
      '21,3 for 85,6 − 64,2': {
        sheet: scoreSheet(ONE, { facts: change('64.2', '85.6', '21.3') }),
        found: ['G2 warning'],
        says: 'Tiêu chí 1 Tổ chức bộ máy: mức tăng, giảm ở ô G2 ghi 21,3 nhưng 85,6 − 64,2 = 21,4 điểm phần trăm.',
        suggests: ['G2=21.4'],
      },
    },
  },
  'truncated-value': {
    valid: {
      'rounded values and wrong ones': { sheet: KON_RAY(PRINTED) },
      'an exact value with fewer decimals': {
        sheet: scoreSheet('code | name | max | A.self | A.percent\n1 | Một | 4 | 3 | 75'),
      },
    },
    invalid: {
      '64,2 for 4,5/7': {
        sheet: scoreSheet('code | name | max | A.self | A.percent\n1 | Tổ chức bộ máy | 7 | 4.5 | 64.2'),
        found: ['E2 note'],
        says: 'A, tiêu chí 1 Tổ chức bộ máy: ô E2 ghi 64,2, là 64,29 bị cắt bớt phần lẻ chứ không làm tròn.',
      },
      'an index cut off': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 86,35/93 | 92.84\nB | 76,97/94 | 81.88'),
        found: ['C2 note'],
        says: 'ghi 92,84, là 92,85',
      },
    },
  },
  'overwritten-formula': {
    valid: {
      'a line of typed numbers': { sheet: KON_RAY(PRINTED) },
      'a line of formulas': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 9/10 | {90}\nB | 8/10 | {80}\nC | 7/10 |'),
      },
      'typed scores beside a formula': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1 | Một | 2 | {2}\n1.1 | Hai | 1 | 1\n' +
            '1.2 | Ba | 1 | 1\n2 | Bốn | 1 | {1}\n2.1 | Năm | 1 | 1',
        ),
      },
    },
    invalid: {
      'a typed index among formulas, wrong': {
        sheet: unitRows('unit | Tổng.self | =index\nXã A | 9/10 | {90}\nXã B | 8/10 | 81\nXã C | 7/10 | {70}'),
        found: ['C3 warning'],
        says: 'Xã B: chỉ số ở ô C3 là số gõ tay «81», trong khi 2 ô khác cùng cột là công thức',
      },
      'and one that is still right': {
        sheet: unitRows('unit | Tổng.self | =index\nA | 9/10 | {90}\nB | 8/10 | 80\nC | 7/10 | {70}'),
        found: ['C3 note'],
        says: '«80»',
      },
      'a loss among formulas down the column': {
        sheet: scoreSheet(
          'code | name | max | A.self | A.lost\n1 | Một | 2 | 1 | {1}\n2 | Hai | 2 | 1 | 0.5\n3 | Ba | 2 | 1 | {1}',
        ),
        found: ['E3 warning'],
        says: 'A, tiêu chí 2 Hai: điểm bị trừ ở ô E3 là số gõ tay «0.5», trong khi 2 ô khác cùng cột là công thức',
      },
      'a subtotal among formulas along the row': {
        sheet: scoreSheet(
          'code | name | max | A.self | B.self | C.self\n1 | Một | 2 | {1} | 1 | {2}\n1.1 | Hai | 2 | 1 | 2 | 2',
        ),
        found: ['E2 warning'],
        says: 'cùng dòng là công thức',
      },
    },
  },
};
