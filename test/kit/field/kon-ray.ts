/**
 * The 2022 commune list as workbooks with items: one sheet per unit, and units as columns. The report prints no items,
 * so they are made up to fit its figures.
 */
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import { gridOf } from '../grid';

/**
 * Name, self points and maximum, appraised points and maximum, printed index, rating. The fifth index is printed as
 * 84,41.
 */
export const COMMUNES = [
  ['Thị trấn Đăk Rve', 83.5, 97, 75.42, 94, 80.23, 'Tốt'],
  ['Xã Đăk Tờ Re', 86.5, 100, 76.97, 94, 81.88, 'Tốt'],
  ['Xã Đăk Kôi', 88, 100, 81.18, 93, 87.29, 'Tốt'],
  ['Xã Tân Lập', 85.5, 95.5, 84.17, 93, 90.51, 'Xuất sắc'],
  ['Xã Đăk Pnê', 87.5, 100, 79.63, 94, 84.41, 'Tốt'],
  ['Xã Đăk Ruông', 86.55, 92.5, 81.1, 93, 87.2, 'Tốt'],
  ['Xã Đăk Tơ Lung', 89, 94.5, 86.35, 93, 92.85, 'Xuất sắc'],
] as const;

/** Maxima whose subsets give every denominator of the report; they add up to 100. */
const MAXIMA = [92.5, 0.5, 1, 1, 0.5, 1.5, 3];
/** One score per maximum: all points on the first, 0 on the others that apply, KĐG on the rest. */
function scores(points: number, max: number): CellValue[] {
  for (let chosen = 0; chosen < 2 ** MAXIMA.length; chosen++) {
    const applies = MAXIMA.map((_, at) => at === 0 || Math.floor(chosen / 2 ** at) % 2 === 1);
    if (MAXIMA.reduce((all, each, at) => all + (applies[at] ? each : 0), 0) === max)
      return applies.map((each, at) => (each ? (at === 0 ? points : 0) : 'KĐG'));
  }
  throw new RangeError(String(max));
}

/** The scores of the commune with that name. */
export function scoresOf(name: string, round: 'self' | 'appraised'): readonly CellValue[] {
  const found = COMMUNES.find((each) => each[0] === name);
  if (!found) throw new RangeError(name);
  return round === 'self' ? scores(found[1], found[2]) : scores(found[3], found[4]);
}

export const oneUnitSheets = (): Grid[] =>
  COMMUNES.map(([name, self, selfMax, appraised, appraisedMax, index, rating]) =>
    gridOf(
      [
        ['BẢNG CHẤM ĐIỂM'],
        [`Đơn vị: ${name}`],
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'],
        ['1', 'CẢI CÁCH HÀNH CHÍNH', 100, self, appraised],
        ...MAXIMA.map((max, at): CellValue[] => [
          `1.${(at + 1).toString()}`,
          `Tiêu chí ${(at + 1).toString()}`,
          max,
          scores(self, selfMax)[at] ?? null,
          scores(appraised, appraisedMax)[at] ?? null,
        ]),
        [null, 'Chỉ số CCHC', null, null, index],
        [null, 'Xếp loại', null, null, rating],
      ],
      { sheet: name, merges: ['A1:E1', 'A2:E2'] },
    ),
  );

export const unitsAsColumns = (): Grid =>
  gridOf(
    [
      ['TT', 'Nội dung', 'Điểm tối đa', ...COMMUNES.flatMap(([name]) => [name, null])],
      [null, null, null, ...COMMUNES.flatMap(() => ['Tự chấm', 'Thẩm định'])],
      ['1', 'CẢI CÁCH HÀNH CHÍNH', 100, ...COMMUNES.flatMap(([, self, , appraised]) => [self, appraised])],
      ...MAXIMA.map((max, at): CellValue[] => [
        `1.${(at + 1).toString()}`,
        `Tiêu chí ${(at + 1).toString()}`,
        max,
        ...COMMUNES.flatMap(([, self, selfMax, appraised, appraisedMax]) => [
          scores(self, selfMax)[at] ?? null,
          scores(appraised, appraisedMax)[at] ?? null,
        ]),
      ]),
      [null, 'Chỉ số CCHC', null, ...COMMUNES.flatMap(([, , , , , index]) => [null, index])],
      [null, 'Xếp loại', null, ...COMMUNES.flatMap(([, , , , , , rating]) => [null, rating])],
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1', 'F1:G1', 'H1:I1', 'J1:K1', 'L1:M1', 'N1:O1', 'P1:Q1'] },
  );
