/** Heights of rows in the sheet view, against lines that Chromium drew. */
import { expect, test } from '@jest/globals';
import { gridShape } from '../../../src/taskpane/worker/grid-sizes';
import { gridCells } from '../../../src/taskpane/worker/view-grid';
import { grid } from '../../kit/grid';
import { tableOf } from '../../kit/table-of';

/** In a column as wide as the grid gives it: 12 px, Liberation Sans. */
test.each([
  ['Sở Khoa học và Công nghệ', 2],
  ['Sở Tài chính', 1],
  ['Chi cục Kiểm lâm tỉnh', 1],
  ['BAN QUẢN LÝ KHU KINH TẾ', 2],
  ['Mức độ hài lòng: tỷ lệ ý kiến hài lòng chia cho tổng số ý kiến', 2],
  ['Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn trong năm của các đơn vị trực thuộc\n(theo Cổng dịch vụ công)', 3],
])('«%s» takes %i lines', (text, lines) => {
  const sheet = grid(`
    TT | Nội dung
    1  | Kế hoạch
  `);
  const { heights } = gridShape(
    {
      ...sheet,
      values: [
        ['TT', 'Nội dung'],
        [1, text],
      ],
    },
    null,
    null,
  );
  expect(heights[1]).toBe(lines * 18 + 6);
});

test('a text in a hidden column makes no row higher', () => {
  const sheet = grid(`
    TT | Nội dung
    1  | Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn trong năm của các đơn vị trực thuộc theo Cổng dịch vụ công
  `);
  expect(gridShape({ ...sheet, hiddenColumns: new Set([1]) }, null, null).heights[1]).toBe(24);
  expect(gridShape(sheet, null, null).heights[1]).toBeGreaterThan(24);
});

test('a bold heading takes the line more that Chromium draws', () => {
  const sheet = tableOf(`
    TT    | Nội dung            | Điểm tối đa | Điểm đạt được
    1     | Kế hoạch            | 10          | 9
    1.1   | Ban hành kế hoạch   | 6           | 5
    1.2   | Báo cáo             | 4           | 4
  `);
  const plain = gridShape(sheet.grid, null, null);
  const read = gridShape(sheet.grid, sheet, null);
  expect(plain.widths[3]).toBe(97);
  expect([plain.heights[0], read.heights[0]]).toEqual([24, 42]);
});

test('a title without a merge runs on over its blank neighbours and widens no column', () => {
  const sheet = tableOf(`
    BẢNG TỔNG HỢP CHỈ SỐ |   |   | 2025
    TT    | Nội dung            | Điểm tối đa | Điểm đạt được
    1     | Kế hoạch            | 10          | 9
    1.1   | Ban hành kế hoạch   | 6           | 5
    1.2   | Báo cáo             | 4           | 4
  `);
  const { widths, heights } = gridShape(sheet.grid, sheet, null);
  expect([widths[0], heights[0]]).toEqual([44, 24]);
  const window = { top: 0, left: 0, bottom: 4, right: 3 };
  const cells = gridCells(sheet.grid, window, sheet, 2, null);
  expect(cells.filter(({ lastColumn, column }) => lastColumn > column).map(({ text }) => text.slice(0, 5))).toEqual([
    'BẢNG ',
  ]);
  expect(cells[0]?.lastColumn).toBe(2);
});
