/** Rows with points below the total of a table: rows outside the set count, all others are reported. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { bookOf, grid } from '../../kit/grid';

const read = (label: string, points: string) => {
  const table = `
    TT | Nội dung | Điểm tối đa | Điểm đạt được
    1 | CHỈ ĐẠO | 10 | 8
    1.1 | Kế hoạch | 4 | 4
    1.2 | Báo cáo | 6 | 4
     | Tổng cộng | 10 | 8
     | ${label} | | ${points}
  `;
  const [assessment] = assessBook(bookOf(grid(table))).sheets;
  return { index: assessment?.units[0]?.publishedIndex, codes: assessment?.diagnostics.map(({ code }) => code) };
};

test.each([
  ['Điểm trừ: có vụ việc khiếu nại đông người, vượt cấp', '-0.5', 75],
  ['Điểm trừ do chậm báo cáo', '0.5', 75],
  ['Trừ điểm do có công chức bị kỷ luật', '-0.5', 75],
  ['Bị trừ điểm vì để xảy ra cháy rừng', '-1', 70],
  ['Điểm thưởng: có sáng kiến được công nhận', '1', 90],
  ['Cộng điểm mô hình mới', '0.5', 85],
])('%s', (label, points, index) => {
  expect(read(label, points)).toEqual({ index: index * 10 ** 10, codes: [] });
});

test('a penalty in words right below a bonus counts without a total above it', () => {
  const table = `
    TT | Nội dung | Điểm tối đa | Xã A | Xã B
    1 | CHỈ ĐẠO | 10 | |
    1.1 | Kế hoạch | 4 | 4 | 3
    1.2 | Báo cáo | 6 | 4 | 6
     | Điểm cộng (tối đa 2 điểm) | | 1 |
     | Điểm trừ: để xảy ra khiếu nại vượt cấp | | | 0.5
  `;
  const [assessment] = assessBook(bookOf(grid(table))).sheets;
  expect(assessment?.units.map(({ publishedIndex }) => publishedIndex)).toEqual([90e10, 85e10]);
  expect(assessment?.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('bonus and penalty with caps and words count without a total above them, and are no criteria', () => {
  const table = `
    TT | Nội dung | Điểm tối đa | Xã A | Xã B
    1 | CHỈ ĐẠO | 10 | |
    1.1 | Kế hoạch | 4 | 4 | 3
    1.2 | Báo cáo | 6 | 4 | 6
     | Điểm trừ (tối đa 2): đơn thư vượt cấp | | | 0.5
     | Điểm cộng (không quá 1 điểm): mô hình mới | | 1.5 |
  `;
  const [assessment] = assessBook(bookOf(grid(table))).sheets;
  expect(assessment?.scoreSheet.items.map(({ code }) => code)).toEqual(['1', '1.1', '1.2']);
  expect(assessment?.units.map(({ publishedIndex }) => publishedIndex)).toEqual([90e10, 85e10]);
});

test.each([
  ['Vi phạm kỷ luật', '-0.5'],
  ['Phát triển chính quyền số', '1'],
])('%s is told', (label, points) => {
  expect(read(label, points)).toEqual({ index: 80 * 10 ** 10, codes: ['CCHC117'] });
});
