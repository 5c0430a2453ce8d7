/** Finding, and Ctrl with an arrow key, on small drawn tables; Ctrl leads to the same cell as in Excel. */
import { expect, test } from '@jest/globals';
import { edgeFrom, findCells, gridShape } from '../../../src/taskpane/worker/view-grid';
import { fromA1, toA1 } from '../../../src/core/values/address';
import { grid } from '../../kit/grid';

const TABLE = grid(`
  TT | Nội dung        | Điểm
  1  | Kế hoạch CCHC   | 2
     |                 |
  2  | Báo cáo kế hoạch | 1,5
`);

test.each([
  ['ke hoach', ['B2', 'B4']],
  ['Kế hoạch', ['B2', 'B4']],
  ['kẻ', []],
  ['1,5', ['C4']],
  ['  ', []],
])('«%s» is found in %j', (search, cells) => {
  expect(findCells(TABLE, search).map(toA1)).toEqual(cells);
});

test('what is hidden is not found', () => {
  expect(findCells({ ...TABLE, hiddenRows: new Set([1]) }, 'ke hoach').map(toA1)).toEqual(['B4']);
  expect(findCells({ ...TABLE, hiddenColumns: new Set([1]) }, 'ke hoach')).toEqual([]);
});

test.each<[from: string, step: readonly [number, number], to: string]>([
  ['A1', [1, 0], 'A2'],
  ['A2', [1, 0], 'A4'],
  ['A3', [-1, 0], 'A2'],
  ['A4', [1, 0], 'A4'],
  ['A1', [0, 1], 'C1'],
  ['C3', [0, -1], 'A3'],
  ['C4', [0, -1], 'A4'],
  ['B1', [-1, 0], 'B1'],
])('from %s by %j to %s', (from, step, to) => {
  expect(toA1(edgeFrom(TABLE, fromA1(from)!, step))).toBe(to);
});

/** Lines as Chromium draws them in a column as wide as the grid gives it: 12 px, Liberation Sans. */
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
