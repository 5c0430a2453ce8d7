/** Stated indices and shares that show which column is the maximum. */
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

const table = (heads: string): string => `
  Đơn vị: Xã An Bình
  TT | Nội dung | ${heads} | Điểm thẩm định
  '1' | CHỈ ĐẠO, ĐIỀU HÀNH | 6 | 5.5 | 4
  '1.1' | Kế hoạch | 2 | 2 | 1
  '1.2' | Báo cáo | 4 | 3.5 | 3
  '2' | THỂ CHẾ | 4 | 4 | 4
  '2.1' | Văn bản | 4 | 4 | 4
     | Chỉ số CCHC (%) |  |  | 80`;

test('an index that is right only if maximum and self-score change places is asked about', () => {
  expect(errorsOf(table('Điểm tối đa | Điểm tự chấm'))).toBe('');
  expect(errorsOf(table('Điểm tự chấm | Điểm tối đa'))).toContain('điểm tự chấm');
});

test('maxima of which nobody has a fifth are asked about', () => {
  const counts = `
  TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Phú Lộc
  '1' | Kế hoạch | 120 | 2 | 1
  '2' | Báo cáo | 85 | 3 | 3
  '3' | Văn bản | 40 | 1 | 0
  '4' | Rà soát | 210 | 2 | 2
  '5' | Công khai | 64 | 4 | 3`;
  expect(errorsOf(counts)).toContain('có phải là điểm tối đa không');
});
