import { decimal } from '../../../src/core/values/decimal';
import { scoreSheet, unitRows } from '../../kit/score-sheet';
import { criteriaSet, type Cases } from './try-rule';

const self = (...scores: readonly string[]) =>
  scoreSheet(
    'code | name | max | Xã A.self\n' +
      scores.map((score, at) => `${at + 1} | Tiêu chí số ${at + 1} | 1 | ${score}`).join('\n'),
  );
const both = (own: string, appraised: string) =>
  scoreSheet(
    `code | name | max | Xã A.self | Xã A.appraised\n1 | Kế hoạch | 1 | ${own} | ${appraised}\n2 | Báo cáo | 1 | 1 | 1`,
  );
/** Ten scores below one area: the given ones, then halves. */
const longScore = (first: string, total: string, ...others: readonly string[]) => {
  const scores = [first, ...others, ...Array.from({ length: 9 - others.length }, () => '0.5')];
  const rows = scores.map((score, at) => `1.${at + 1} | Tiêu chí số ${at + 1} | 1 | ${score}`);
  return scoreSheet(['code | name | max | Xã A.self', `1 | Lĩnh vực | 10 | ${total}`, ...rows].join('\n'));
};

export const CELL_CASES: Cases = {
  'text-number': {
    valid: {
      'numbers, blanks and marks': { sheet: self('0.5', '', 'KĐG', 'x') },
      '«75,42/94», which can only be text': { sheet: unitRows('unit | Tổng.self\nXã A | 75,42/94') },
    },
    invalid: {
      'one line for a unit with all its cells': {
        sheet: self('0,5', '1', '0,25'),
        found: ['D2,D4 warning'],
        says: 'Xã A: 2 ô điểm là chữ chứ không phải số (ô D2 ghi «0,5», đọc là 0,5)',
        suggests: ['D2=0.5', 'D4=0.25'],
      },
    },
  },
  'damaged-number': {
    valid: { 'numbers, errors and marks': { sheet: self('0.5', '#REF!', '-', '0,5') } },
    invalid: {
      'a text that is no number': {
        sheet: self('mười', '1'),
        found: ['D2 error'],
        says: 'Xã A, tiêu chí 1 Tiêu chí số 1: điểm tự chấm ở ô D2 ghi «mười», không phải là số.',
      },
      'a footnote mark is read over, with a warning': {
        sheet: self('4¹', '1'),
        found: ['D2 warning'],
        says: 'ghi «4¹», được đọc là 4 kèm dấu chú thích',
        suggests: ['D2=4'],
      },
      'in the column that does not count it is milder': {
        sheet: both('mười', '1'),
        found: ['D2 warning'],
        says: 'điểm tự chấm',
      },
      'a penalty that is no number': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 1 | 1\n=penalty | | | có\n=bonus | | |'),
        found: ['D3 error'],
        says: 'điểm cộng hoặc điểm trừ ở ô D3 ghi «có»',
      },
    },
  },
  'ambiguous-mark': {
    valid: {
      'words that are clear': { sheet: self('KĐG', 'Chưa chấm', '0') },
      'a dash in the row of a parent': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 1 | -\n1.1 | Hai | 1 | 1'),
      },
    },
    invalid: {
      'x as a score': {
        sheet: self('x', '1'),
        found: ['D2 error'],
        says: 'ghi dấu «x»; cần cho biết dấu này là không đánh giá, chưa chấm hay 0 điểm',
      },
      'in the column that does not count': { sheet: both('-', '1'), found: ['D2 warning'], says: 'dấu «-»' },
    },
  },
  'cell-error': {
    valid: { 'texts and blanks': { sheet: self('', 'mười', '0.5') } },
    invalid: {
      'an error value and a date': {
        sheet: self('#REF!', '@date'),
        found: ['D2 error', 'D3 error'],
        says: 'điểm tự chấm ở ô D2 báo lỗi #REF!.',
      },
      'in a parent the sum is still known': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 1 | #N/A\n1.1 | Hai | 1 | 1'),
        found: ['D2 warning'],
        says: 'lĩnh vực 1 Một: điểm tự chấm ở ô D2 báo lỗi #N/A',
      },
    },
  },
  'blank-score': {
    valid: {
      'scores, also 0 and KĐG': { sheet: self('0', 'KĐG', '1') },
      'a parent without points of its own': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 1 |\n1.1 | Hai | 1 | 1'),
      },
      'a unit that never scored itself': {
        sheet: scoreSheet('code | name | max | A.self | A.appraised\n1 | Một | 1 | | 1\n2 | Hai | 1 | | 1'),
      },
      'an item whose applied maximum is 0': {
        sheet: scoreSheet('code | name | max | A.max | A.self\n1 | Một | 1 | 0 |\n2 | Hai | 1 | 1 | 1'),
      },
    },
    invalid: {
      'each blank cell': {
        sheet: self('', '1', 'Chưa chấm'),
        found: ['D2 error', 'D4 error'],
        says:
          'Xã A, tiêu chí 1 Tiêu chí số 1: điểm tự chấm ở ô D2 còn trống, nên chưa có ' +
          'chỉ số (trống không phải là 0 điểm).',
      },
      'a unit without any score is one line': {
        sheet: scoreSheet('code | name | max | Xã A.self | Hoàng Sa.self\n1 | Một | 1 | 1 |\n2 | Hai | 1 | 1 |'),
        found: ['E1 error'],
        says: 'Hoàng Sa có tên trong bảng nhưng chưa chấm điểm tiêu chí nào, nên chưa có chỉ số.',
      },
      'a blank self score beside an appraised one': {
        sheet: both('', '1'),
        found: ['D2 warning'],
        says: 'điểm tự chấm ở ô D2 còn trống.',
      },
    },
  },
  'score-above-max': {
    valid: {
      'full marks': { sheet: self('1', '0.5') },
      'a unit with a larger maximum of its own': {
        sheet: scoreSheet('code | name | max | A.max | A.self\n1 | Một | 1 | 2 | 1.5'),
      },
      'no maximum stated': { sheet: scoreSheet('code | name | max | A.self\n1 | Một | | 40') },
    },
    invalid: {
      "above the item's maximum": {
        sheet: self('1.25', '1'),
        found: ['D2 error'],
        says: 'điểm tự chấm 1,25 ở ô D2 vượt điểm tối đa 1; bảng chỉ cho biết điểm đúng từ 0 đến 1.',
        suggests: ['D2=0.25', 'C2=1.25'],
      },
      "above the unit's own maximum": {
        sheet: scoreSheet('code | name | max | A.max | A.self\n1 | Một | 10 | 8 | 9'),
        found: ['E2 error'],
        says: 'điểm tự chấm 9 ở ô E2 vượt điểm tối đa 8',
        suggests: ['D2=9', 'E2=0', 'E2=1'],
      },
      'the decimal comma of a whole column lost: told once': {
        sheet: scoreSheet(
          'code | name | max | A.self\n1 | Một | 1 | 10\n2 | Hai | 2 | 5\n3 | Ba | 1 | 7.5\n4 | Bốn | 2 | 0\n' +
            '5 | Năm | 1 | 5\n6 | Sáu | 3 | 30\n7 | Bảy | 1 | 1',
        ),
        found: ['D2 error', 'D3 error', 'D4 error', 'D6 error', 'D7 error'],
        says: 'A: điểm tự chấm vượt điểm tối đa ở 5 tiêu chí, như 10 ở ô D2 trên tối đa 1; chia cho 10 thì không',
      },
      'above 94 in "95/94"': {
        sheet: unitRows('unit | Tổng.self\nXã A | 95/94'),
        found: ['B2 error'],
        says: 'vượt điểm tối đa 94',
      },
      'self and appraised, of which one counts': {
        sheet: both('2', '1.5'),
        found: ['D2 warning', 'E2 error'],
        says: 'điểm tự chấm 2',
        suggests: ['C2=1.5', 'C2=1.5', 'E2=0.5'],
      },
    },
  },
  'negative-score': {
    valid: {
      zero: { sheet: self('0', '1') },
      'a loss with a minus': { sheet: scoreSheet('code | name | max | A.self | A.lost\n1 | Một | 1 | 0.5 | -0.5') },
    },
    invalid: {
      'below zero': {
        sheet: self('-0.5', '1'),
        found: ['D2 error'],
        says: 'ghi số âm −0,5; điểm của tiêu chí không nhỏ hơn 0',
        suggests: ['D2=0.5'],
      },
      'in the column that does not count': {
        sheet: both('-1', '1'),
        found: ['D2 warning'],
        says: 'ghi số âm −1',
        suggests: ['D2=1'],
      },
    },
  },
  'fractional-step': {
    valid: {
      'no step laid down': { sheet: self('0.3333', '1') },
      'scores on the step': { sheet: self('0.75', '0', 'KĐG'), settings: { step: decimal('0.25') } },
    },
    invalid: {
      "a score off the setting's step": {
        sheet: self('0.3', '1'),
        settings: { step: decimal('0.25') },
        found: ['D2 warning'],
        says: 'điểm tự chấm 0,3 ở ô D2 không chia hết cho bước điểm 0,25',
      },
      "the criteria set's step comes first": {
        sheet: self('0.25', '0.25'),
        settings: { step: decimal('0.25') },
        criteria: criteriaSet('1 | Tiêu chí số 1 | 1 | 0.5\n2 | Tiêu chí số 2 | 1 |'),
        found: ['D2 warning'],
        says: 'bước điểm 0,5',
      },
    },
  },
  'lone-decimals': {
    valid: {
      'the sum says all its decimals': { sheet: longScore('0.245', '4.745') },
      'no sum is stated': { sheet: longScore('0.245', '') },
      'several of them come from a calculation': { sheet: longScore('0.245', '4.65', '0.375', '0.525') },
      'hardly another score to compare it with': {
        sheet: scoreSheet('code | name | max | A.self\n1 | Một | 2 | 1.25\n1.1 | Hai | 1 | 0.245\n1.2 | Ba | 1 | 1'),
      },
      'a sum that is wrong however it is rounded is told as that': { sheet: longScore('0.245', '4.5') },
    },
    invalid: {
      'a digit too many that rounding the sum hides': {
        sheet: longScore('0.245', '4.75'),
        found: ['D3 warning'],
        says:
          'điểm tự chấm 0,245 ở ô D3 có nhiều số lẻ hơn mọi điểm khác, và ' +
          'tổng 1 ghi 4,75 chỉ khớp khi làm tròn 4,745; có thể là 0,25.',
        suggests: ['D3=0.25'],
      },
      'nothing is offered that no slip explains': {
        sheet: longScore('0.248', '4.75'),
        found: ['D3 warning'],
        says: 'làm tròn 4,748; hãy xem lại.',
      },
    },
  },
};
