/**
 * Self-scores against appraised scores, even appraisal, and how stable a ranking is; all figures are worked out by
 * hand.
 */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { EVEN_APPRAISAL } from '../../../src/core/documents/reports/even-appraisal';
import type { Block } from '../../../src/core/model/document';
import { compareSides, firmnessOf } from '../../../src/core/score/even-appraisal';
import { decimal } from '../../../src/core/values/decimal';
import { roundRatio } from '../../../src/core/values/ratio';
import { bookOf, grid } from '../../kit/grid';

// Xã A: self 9, appraised 7,5 · Xã B: self 10, appraised 7,4 · Xã C: self 4, appraised 6 of 10.
const TABLE = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí          | Điểm tối đa | Xã A |     |               | Xã B |     |            | Xã C |    |
      |                   |             | TC   | TĐ  | Giải trình    | TC   | TĐ  | Giải trình | TC   | TĐ | Giải trình
  1   | LĨNH VỰC CHỈ ĐẠO  | 10          | 9    | 7.5 |               | 10   | 7.4 |            | 4    | 6  |
  1.1 | Kế hoạch cải cách | 4           | 4    | 4   |               | 4    | 1.4 | Đã bổ sung | 2    | 2  |
  1.2 | Báo cáo định kỳ   | 6           | 5    | 3.5 | Gửi trong hạn | 6    | 6   |            | 2    | 4  |`;

const book = assessBook(bookOf(grid(TABLE)));

test('units that scored themselves higher or lower, with the difference', () => {
  const [table] = compareSides(book);
  expect(
    table?.units.map(({ result, higher, lower, difference }) => [result.unit.name, higher, lower, difference]),
  ).toEqual([
    ['Xã A', 1, 0, decimal('1.5')],
    ['Xã B', 1, 0, decimal('2.6')],
    ['Xã C', 0, 1, decimal('-2')],
  ]);
  expect(table?.items.map(({ item, difference, overall }) => [item.code, difference, overall])).toEqual([
    ['1.1', decimal('2.6'), decimal('2.6')],
    ['1.2', decimal('-0.5'), decimal('3.5')],
  ]);
});

test('the same claim accepted whole and cut by half is shown for review', () => {
  const [table] = compareSides(book);
  expect(
    table?.selfScores.map(({ item, self, acceptedInFull, cut }) => [
      item.code,
      self,
      acceptedInFull.length,
      cut.map(({ unit }) => unit.name),
    ]),
  ).toEqual([['1.1', decimal('4'), 1, ['Xã B']]]);
});

const SET = `
  TT  | Tiêu chí          | Điểm tối đa | Cơ quan thẩm định
  1   | LĨNH VỰC CHỈ ĐẠO  | 10          | Sở Nội vụ
  1.1 | Kế hoạch cải cách | 4           |
  1.2 | Báo cáo định kỳ   | 6           | Sở Tư pháp`;
const STRICT = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí          | Điểm tối đa | Xã A |    | Xã B |    | Xã C |
      |                   |             | TC   | TĐ | TC   | TĐ | TC   | TĐ
  1   | LĨNH VỰC CHỈ ĐẠO  | 10          | 9    | 7  | 10   | 7  | 4    | 4
  1.1 | Kế hoạch cải cách | 4           | 4    | 2  | 4    | 1  | 2    | 2
  1.2 | Báo cáo định kỳ   | 6           | 5    | 5  | 6    | 6  | 2    | 2`;
const BESIDE = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí          | Điểm tối đa | Cơ quan thẩm định | Xã A |    | Xã B |    | Xã C |
      |                   |             |                   | TC   | TĐ | TC   | TĐ | TC   | TĐ
  1   | LĨNH VỰC CHỈ ĐẠO  | 10          | Sở Nội vụ         | 9    | 7  | 10   | 7  | 4    | 4
  1.1 | Kế hoạch cải cách | 4           |                   | 4    | 2  | 4    | 1  | 2    | 2
  1.2 | Báo cáo định kỳ   | 6           | Sở Tư pháp        | 5    | 5  | 6    | 6  | 2    | 2`;

// Sở Nội vụ cut 5 of 10 points, Sở Tư pháp 0 of 13.
test.each([
  ['criteria set', bookOf(grid(STRICT), grid(SET, { sheet: 'Bộ tiêu chí' }))],
  ['table', bookOf(grid(BESIDE))],
])('bodies of which one cut far more than another are shown for review: named by the %s', (_, source) => {
  const [table] = compareSides(assessBook(source));
  expect(table?.cuts.map(({ group, units, cut }) => [group, units, roundRatio(cut, 2)])).toEqual([
    ['Sở Nội vụ', 3, decimal('50')],
    ['Sở Tư pháp', 3, decimal('0')],
  ]);
  // No item was appraised by two bodies.
  expect(table?.appraisers).toEqual([]);
});

test('people who appraised the same area of other units, of whom one cut far more', () => {
  const rows = ['A', 'B', 'C', 'D', 'E', 'G'].map(
    (name, at) => `${String(at + 1)} | Xã ${name} | ${at < 3 ? 'Tổ 1' : 'Tổ 2'} | 8 | ${at < 3 ? '5' : '8'} | 10 | 10`,
  );
  const table = grid(`
    BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
    TT | Đơn vị | Tổ thẩm định | Cải cách thể chế (10 điểm) | | Cải cách thủ tục (10 điểm) |
       |        |              | TC | TĐ | TC | TĐ
    ${rows.join('\n    ')}`);
  const [compared] = compareSides(assessBook(bookOf(table)));
  expect(
    compared?.appraisers.map(({ item, most, least }) => [item.name, most.group, roundRatio(most.cut, 2), least.group]),
  ).toEqual([['Cải cách thể chế', 'Tổ 1', decimal('37.5'), 'Tổ 2']]);
});

test('neighbours closer than a tenth of a point, and explanations that would change the order', () => {
  const { near, open, step } = firmnessOf(book);
  expect(step).toBe(decimal('0.1'));
  expect(near.map(({ above, below, points }) => [above.unit.name, below.unit.name, points])).toEqual([
    ['Xã A', 'Xã B', decimal('0.1')],
  ]);
  // Xã A: 7,5 + 1,5 = 9 of 10; Xã B: 7,4 + 2,6 = 10 of 10.
  expect(
    open.map(({ result, gain, index, passed, rating }) => [
      result.unit.name,
      gain,
      index,
      passed.map(({ unit }) => unit.name),
      rating,
    ]),
  ).toEqual([
    ['Xã A', decimal('1.5'), decimal('90'), [], 'Xuất sắc'],
    ['Xã B', decimal('2.6'), decimal('100'), ['Xã A'], 'Xuất sắc'],
  ]);
});

/** Six units in two khối: in one they keep all of their own points, in the other they lose half. */
const GROUPS = `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Đơn vị     | Khối        | Thể chế |           | Tài chính |
      |            |             | Tự chấm | Thẩm định | Tự chấm   | Thẩm định
      | Điểm tối đa |            | 4       | 4         | 6         | 6
  1   | Xã A       | Khối xã     | 4       | 2         | 6         | 6
  2   | Xã B       | Khối xã     | 4       | 2         | 6         | 5
  3   | Xã C       | Khối xã     | 4       | 2         | 6         | 6
  4   | Phường D   | Khối phường | 4       | 4         | 6         | 6
  5   | Phường E   | Khối phường | 4       | 4         | 6         | 5
  6   | Phường G   | Khối phường | 4       | 3         | 6         | 6`;

test('an item of which one khối lost far more than another', () => {
  const [table] = compareSides(assessBook(bookOf(grid(GROUPS))));
  // 6 of 12 points against 1 of 12.
  expect(table?.groups.map(({ item, most, least }) => [item.name, most.group, least.group])).toEqual([
    ['Thể chế', 'Khối xã', 'Khối phường'],
  ]);
});

const textOf = (block: Block): string =>
  block.kind === 'table'
    ? block.rows.map((row) => row.flatMap(({ runs }) => runs.map(({ text }) => text)).join(' | ')).join('\n')
    : 'runs' in block
      ? block.runs.map(({ text }) => text).join('')
      : '';

const reportOn = (assessed: typeof book): string => {
  const { sections } = EVEN_APPRAISAL.compose({ book: assessed, previous: null, units: null, details: book.details });
  return sections.flatMap(({ blocks }) => blocks.map(textOf)).join('\n');
};

test('the report lists what bodies cut', () => {
  const text = reportOn(assessBook(bookOf(grid(BESIDE))));
  expect(text).toContain('Giữa các cơ quan, người thẩm định: phần điểm tự chấm không được công nhận chênh nhau');
  expect(text).toContain('1 | Sở Nội vụ | 3 | 50%\n2 | Sở Tư pháp | 3 | 0%');
});

test('the report says it in words, and says that nothing is changed', () => {
  const text = reportOn(book);
  expect(text).toContain('2/3 đơn vị tự chấm cao hơn điểm thẩm định, 1 đơn vị tự chấm thấp hơn.');
  expect(text).toContain('Xã A (hạng 1; 75,00) | Xã B (hạng 2; 74,00) | 0,1');
  expect(text).toContain('vượt Xã A; xếp loại Xuất sắc');
  expect(text).toContain('không điểm nào bị thay đổi');
});

test('points of the whole are no criterion', () => {
  const totals =
    'TT | Đơn vị | Điểm tự chấm | Điểm thẩm định\n1 | Xã A | 83,5/97 | 75,42/94\n2 | Xã B | 88/100 | 81,18/93';
  const text = reportOn(assessBook(bookOf(grid(totals))));
  expect(text).toContain('2/2 đơn vị tự chấm cao hơn điểm thẩm định');
  expect(text).toContain('Bảng tổng hợp không có điểm của từng lĩnh vực, tiêu chí.');
  expect(text).not.toContain('1 tiêu chí có điểm thẩm định khác điểm tự chấm');
});
