/** Points and losses that add up to the maximum, whichever column is which. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

function errorsOf(text: string): string {
  const { diagnostics, sheets } = assessBook(bookOf(grid(text)));
  return [...diagnostics, ...sheets.flatMap((sheet) => sheet.diagnostics)]
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)
    .join('\n');
}

const table = (heads: string, rest = ''): string => `
  Đơn vị: Xã An Bình
  TT | Nội dung | Điểm tối đa | ${heads} | Nguyên nhân
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 6 | 1 | 5 |
  '1.1' | Kế hoạch | 2 | 0 | 2 | ${rest}
  '1.2' | Báo cáo | 4 | 1 | 3 |
  '2' | THỂ CHẾ | 5 | 0 | 5 |
  '2.1' | Văn bản | 3 | 0 | 3 |
  '2.2' | Rà soát | 2 | 0 | 2 |`;

test('a unit from which most was taken off is asked about, because the headings may have changed places', () => {
  expect(errorsOf(table('Điểm bị trừ | Điểm thẩm định'))).toBe('');
  expect(errorsOf(table('Điểm thẩm định | Điểm bị trừ'))).toContain('điểm đạt được, cột nào là điểm bị trừ');
});

test('a cause beside what was lost says that the headings are right', () => {
  expect(errorsOf(table('Điểm thẩm định | Điểm bị trừ', 'Không ban hành kế hoạch'))).toBe('');
});

test('an index of the table says that the headings are right', () => {
  const last = `
     | Chỉ số CCHC (%) |  | 9.09 |  |`;
  expect(errorsOf(table('Điểm thẩm định | Điểm bị trừ') + last)).toBe('');
});
