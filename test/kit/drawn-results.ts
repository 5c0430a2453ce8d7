/** Builders for drawn cells by kind, and a results sheet with charts. */
import { rangeFromA1, type Area2D } from '../../src/core/values/address';
import type { CellLook, DrawnCell, DrawnChart, SheetDrawing } from '../../src/core/model/sheet-drawing';
import { drawing, drawnCell, drawnRow, PLAIN_LOOK } from './drawings';

export const HEAD: CellLook = { ...PLAIN_LOOK, bold: true, fill: 'D9E1F2', horizontal: 'center' };
export const POINTS: CellLook = { ...PLAIN_LOOK, horizontal: 'right', numberFormat: '0.00' };

export const drawnText = (text: string, look: CellLook = PLAIN_LOOK): DrawnCell =>
  drawnCell({ kind: 'text', text }, look);
export const drawnNumber = (value: string, look: CellLook = POINTS): DrawnCell =>
  drawnCell({ kind: 'number', value }, look);
export const drawnFormula = (formula: string, cached: string, look: CellLook = POINTS): DrawnCell =>
  drawnCell({ kind: 'formula', formula, cached: { kind: 'number', value: cached } }, look);
export const area = (a1: string): Area2D => {
  const found = rangeFromA1(a1);
  if (!found) throw new RangeError(a1);
  return found;
};

const UNITS = [
  'Xã Đăk Rve',
  'Xã Đăk Pne',
  'Xã Đăk Ruồng',
  'Xã Tân Lập',
  'Xã Đăk Tờ Re',
  'Xã Đăk Kôi',
  'Xã Đăk Tơ Lung',
];
const INDICES = ['80.23', '87.29', '91.05', '68.40', '75.10', '49.95', '82.61'];
const BANDS = [
  { name: 'Xuất sắc', from: 90, colour: '548235' },
  { name: 'Tốt', from: 80, colour: '2F75B5' },
  { name: 'Khá', from: 70, colour: 'BF8F00' },
  { name: 'Trung bình', from: 50, colour: 'C65911' },
  { name: 'Yếu', from: 0, colour: 'C00000' },
];

/** A results sheet: title, header in row 3, units, their index in the column of its rating, and two charts of it. */
export function resultsDrawing(): SheetDrawing {
  const last = UNITS.length + 3;
  const title = { ...PLAIN_LOOK, size: 14, bold: true, border: false, horizontal: 'center' as const };
  const charts: DrawnChart[] = (['bars', 'columns'] as const).map((kind, n) => ({
    title: n === 0 ? 'Chỉ số CCHC của các xã' : 'Chỉ số theo xếp loại',
    kind,
    categories: area(`B4:B${last.toString()}`),
    series: BANDS.map(({ name, colour }, at) => ({
      name,
      colour,
      values: area(`${'EFGHI'[at] ?? ''}4:${'EFGHI'[at] ?? ''}${last.toString()}`),
    })),
    overlaid: true,
    most: 100,
    over: n === 0 ? area(`A${(last + 3).toString()}:D${(last + 24).toString()}`) : area('K2:R20'),
  }));
  return drawing(
    [
      drawnRow([drawnText('KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH', title), ...Array<null>(8).fill(null)], { height: 24 }),
      drawnRow([]),
      drawnRow(
        [...['TT', 'Đơn vị', 'Điểm', 'Tỷ lệ', ...BANDS.map(({ name }) => name)].map((each) => drawnText(each, HEAD))],
        { height: 30 },
      ),
      ...UNITS.map((unit, at) => {
        const index = INDICES[at] ?? '0';
        const band = BANDS.findIndex(({ from }) => Number(index) >= from);
        const row = (at + 4).toString();
        return drawnRow(
          [
            drawnNumber((at + 1).toString(), { ...PLAIN_LOOK, horizontal: 'center' }),
            drawnText(unit),
            drawnNumber(index),
            drawnFormula(`C${row}/100`, (Number(index) / 100).toFixed(4), { ...POINTS, numberFormat: '0.00%' }),
            ...BANDS.map((_, n) => (n === band ? drawnFormula(`C${row}`, index) : null)),
          ],
          { level: at % 2 },
        );
      }),
    ],
    {
      columns: [5, 30, 10, 10, 9, 9, 9, 9, 9].map((width, at) => ({ width, hidden: at === 8 })),
      merges: [area('A1:I1')],
      frozen: { rows: 3, columns: 2 },
      filter: area(`A3:D${last.toString()}`),
      choices: [{ area: area(`J4:J${last.toString()}`), values: ['Chưa thực hiện', 'Đang thực hiện', 'Đã xong'] }],
      print: { landscape: true, repeated: [2, 2] },
      charts,
    },
  );
}
