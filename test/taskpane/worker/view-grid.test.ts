/** Finding, and Ctrl with an arrow key, on small drawn tables; Ctrl leads to the same cell as in Excel. */
import { expect, test } from '@jest/globals';
import { edgeFrom, findCells } from '../../../src/taskpane/worker/view-grid';
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
