/** Tables of units, clicked three times: what the first click adds is not misread later. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import { planEdits } from '../../src/core/fill';
import { open, workbookOf } from '../kit/files/workbook-of';
import { blankGrid, type CellValue } from '../../src/core/model/workbook/grid';

type Shape = readonly [headings: readonly string[], points: readonly (readonly CellValue[])[], title?: string];

const UNITS = ['Xã An Bình', 'Xã Tân An', 'Xã Hòa Bình'];
const TITLE = 'TỔNG HỢP ĐIỂM CCHC NĂM 2025';
const SELF = 'TỔNG HỢP ĐIỂM TỰ CHẤM NĂM 2025';
const whole = [[85], [80], [91]];
const SHAPES: readonly Shape[] = [
  [['Tổng điểm'], whole],
  [
    ['Tổng điểm', 'Ghi chú'],
    [
      [85, 'x'],
      [80, null],
      [91, null],
    ],
  ],
  [
    ['Điểm năm 2024', 'Điểm năm 2025'],
    [
      [82, 85],
      [80, 80],
      [90, 91],
    ],
  ],
  [
    ['Thành viên 1', 'Thành viên 2', 'Bình quân'],
    [
      [82, 88, 85],
      [80, 80, 80],
      [90, 92, 91],
    ],
  ],
  [['Điểm'], whole, SELF],
  [['Tổng điểm'], whole, SELF],
  [
    ['Điểm 6 tháng', 'Điểm cả năm'],
    [
      [45, 84],
      [40, 82],
      [51, 88],
    ],
  ],
  [
    ['Điểm tối đa', 'Tổng điểm', 'Tỷ lệ hài lòng'],
    [
      [100, 86, '99,1%'],
      [100, 77, '98,2%'],
      [100, 76, '97%'],
    ],
  ],
];

const AREAS = Array.from({ length: 9 }, (_, at) => `Nội dung thứ ${String(at + 1)} (0,25 điểm)`);
const FILLED = ['Tổng điểm', 'Chỉ số', 'Xếp loại', 'Xếp hạng'];
const ZEROS: readonly (readonly CellValue[])[] = [
  [1, 'Xã An Bình', 0, 0, 0, 0, 0.25, 0, 0, 0, 0],
  [2, 'Xã Tân An', 0, 0, 0, 0, 0.25, 0, 0, 0, 0.25],
];
/** Whole sheets found by a search for tables that were misread. */
const FOUND: readonly (readonly [what: string, rows: readonly (readonly CellValue[])[]])[] = [
  [
    'areas without a word over their names, so that nothing is out of anything',
    [['TT', 'TT', ...AREAS, ...FILLED], ...ZEROS],
  ],
  ['a unit whose name is a heading', [['TT', 'Đơn vị', ...AREAS, ...FILLED], ...ZEROS, [], [], [null, 'TT', '-']]],
];

describe.each(['formulas', 'values'] as const)('results as %s', (results) => {
  test.each(SHAPES)('%j: the second and the third click change nothing', async (headings, points, title = TITLE) => {
    const rows = points.map((cells, at) => [at + 1, UNITS[at] ?? '', ...cells]);
    await clickThrice([[title], ['STT', 'Đơn vị', ...headings], ...rows], results);
  });

  test.each(FOUND)('%s: the second and the third click change nothing', async (_, rows) => {
    await clickThrice(rows, results);
  });
});

async function clickThrice(values: readonly (readonly CellValue[])[], results: 'formulas' | 'values'): Promise<void> {
  const columnCount = Math.max(...values.map((row) => row.length));
  let bytes = await workbookOf([{ ...blankGrid('Bảng điểm'), values, rowCount: values.length, columnCount }]);
  const counts: number[] = [];
  for (let click = 0; click < 3; click++) {
    const file = open(bytes);
    const edits = planEdits(file.book, assessBook(file.book, { results }));
    counts.push(edits.length);
    bytes = file.apply(edits);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts.slice(1)).toEqual([0, 0]);
}
