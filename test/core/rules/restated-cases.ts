/** Tables that state the same numbers of the same units, and one of them differently. */
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import type { Cases } from './try-rule';

const DETAIL = scoreSheet(
  `code | name | max | UBND huyện A.appraised
1 | Chỉ đạo điều hành | 10 | 6.46
1.1 | Kế hoạch | 4 | 3.46
1.2 | Kiểm tra | 6 | 3
2 | Thể chế | 12 | 8
2.1 | Ban hành | 5 | 4
2.2 | Rà soát | 7 | 4`,
  { sheet: 'Chi tiết' },
);
const summary = (directing: string, total: string) =>
  unitRows(
    `unit | 1 Chỉ đạo điều hành (10).appraised | 2 Thể chế (12).appraised | =total
UBND huyện A | ${directing} | 8 | ${total}
UBND huyện B | 7 | 8 | 15`,
    { sheet: 'Các huyện' },
  );

export const RESTATED_CASES: Cases = {
  'restated-number': {
    valid: {
      'the same in both tables': { sheet: summary('6.46', '14.46'), beside: [DETAIL] },
      'another round, in which most numbers differ': { sheet: summary('7', '15'), beside: [summary('6', '14')] },
      'a table alone': { sheet: summary('6.64', '14.64') },
    },
    invalid: {
      'the swapped digits of an area (Vân Canh 2021: 6,46 restated as 6,64), its total after it': {
        sheet: summary('6.64', '14.64'),
        beside: [DETAIL],
        found: ['B2 warning', 'D2 warning'],
        says: 'ở ô B2 ghi 6,64 nhưng trang tính «Chi tiết» ô D2 ghi 6,46.',
        suggests: ['B2=6.46'],
      },
    },
  },
};
