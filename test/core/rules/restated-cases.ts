/** Tables that state the same numbers of the same units, except for one number. */
import { tableOf } from '../../kit/table-of';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import type { Survey, SurveyFigure } from '../../../src/core/model/beside/survey';
import { decimal } from '../../../src/core/values/decimal';
import { noZeroFor, type Cases } from './try-rule';

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

const points = scoreSheet(
  `code | name | max | UBND huyện A.appraised
1 | Chỉ đạo điều hành | 60 | 45.84
1.1 | Kế hoạch | 60 | 45.84
2 | Chỉ số hài lòng (SIPAS) | 40 | 29.78`,
);
const SURVEYED = { ...points, items: points.items.map((item) => ({ ...item, survey: item.code === '2' })) };
const FACTORS = ['75.16', '68.16', '65.96', '79.47', '85.61'];
const surveyOf = (whole: string | null): Survey[] => {
  const figure = (name: string, percent: string, column: number): SurveyFigure => ({
    name,
    percent: decimal(percent),
    place: null,
    at: { row: 1, column },
  });
  const factors = FACTORS.map((percent, position) => figure(`Yếu tố ${position + 1}`, percent, position + 1));
  const unit = { name: 'UBND huyện A', factors, overall: whole === null ? null : figure('Chung', whole, 6) };
  return [{ sheet: 'SIPAS', year: null, units: [unit] }];
};

const NO_ZERO = noZeroFor('xuat sac');

const outside = (ideas: string, praise = '1') =>
  tableOf(`
  TT | Nội dung | Điểm tối đa | Xã A
  1 | Chỉ đạo | 100 | 90
  1.1 | Kế hoạch | 100 | 90
  II | ĐIỂM THƯỞNG | |
  1 | ${ideas === '' ? 'Khen thưởng (tối đa 5 điểm)' : 'Có sáng kiến (tối đa 2 điểm)'} | | ${ideas || praise}
  ${ideas === '' ? '' : `2 | Khen thưởng | | ${praise}`}`);

const ideasUnder = (ideas: string, points: string, heading = 'ĐIỂM THƯỞNG') =>
  tableOf(`
  TT | Nội dung | Điểm tối đa | Xã A
  1 | Chỉ đạo | 100 | 90
  1.1 | Kế hoạch | 100 | 90
  II | ${heading} | |
  1 | ${ideas} | | ${points}
  2 | Khen thưởng | | 1`);

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
  'survey-percent': {
    valid: {
      'the percent of the points': { sheet: SURVEYED, surveys: surveyOf('74.45') },
      'printed with one decimal': { sheet: SURVEYED, surveys: surveyOf('74.5') },
      'no survey': { sheet: SURVEYED },
    },
    invalid: {
      'the mean of the factors stated as the whole (Vân Canh 2021: 74,87 for 29,78/40)': {
        sheet: SURVEYED,
        surveys: surveyOf('74.87'),
        found: ['D4 warning'],
        says: '29,78/40 điểm là 74,45%, nhưng trang tính «SIPAS» ô G2 ghi 74,87%.',
      },
      'the factors alone, whose mean it is (374,36 ÷ 5)': {
        sheet: SURVEYED,
        surveys: surveyOf(null),
        found: ['D4 note'],
        says: 'có trung bình các yếu tố (ô B2 đến ô F2) là 74,87%.',
      },
    },
  },
  'limited-rating': {
    valid: {
      'no condition': { sheet: scoreSheet('code | name | max | A.self\n1 | Một | 95 | 95\n2 | Hai | 5 | 0') },
      'nothing with 0 points': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 95 | 94\n2 | Hai | 5 | 1'),
        settings: NO_ZERO,
      },
    },
    invalid: {
      '95 of 100, and nothing for one item': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 95 | 95\n2 | Hai | 5 | 0'),
        settings: NO_ZERO,
        found: ['D1 note'],
        says: 'A: xếp loại «Tốt» thay cho «Xuất sắc» của chỉ số 95 vì tiêu chí 2 Hai 0 điểm (Cấu hình!B7).',
      },
    },
  },
  'points-above-cap': {
    valid: {
      'as many as the line allows': { sheet: outside('2') },
      'as many as the only line allows': { sheet: outside('', '5') },
      'a cap of each idea': { sheet: ideasUnder('Có sáng kiến (tối đa 1 điểm/sáng kiến)', '3') },
      'a cap that `Cấu hình` states otherwise': { sheet: outside('', '9'), settings: { bonusCap: decimal('4') } },
    },
    invalid: {
      'three where the line allows two': {
        sheet: outside('3'),
        found: ['D5 warning'],
        says: 'điểm cộng ở ô D5 ghi 3, quá mức tối đa 2 điểm ghi ở tên mục «Có sáng kiến (tối đa 2 điểm)».',
      },
      'more than the only line allows': {
        sheet: outside('', '9'),
        found: ['D5 warning'],
        says:
          'điểm cộng ở ô D5 ghi 9, quá mức tối đa 5 điểm ghi ở tên mục «Khen thưởng (tối đa 5 điểm)», ' +
          'nên tính 5 điểm.',
      },
      'more in sum than the heading allows': {
        sheet: ideasUnder('Có sáng kiến', '3', 'ĐIỂM THƯỞNG (tối đa 3 điểm)'),
        found: ['D5,D6 warning'],
        says:
          'điểm cộng ở ô D5, D6 cộng lại là 4, quá mức tối đa 3 điểm ghi ở dòng 4 «ĐIỂM THƯỞNG (tối đa 3 điểm)», ' +
          'nên tính 3 điểm.',
      },
    },
  },
};
