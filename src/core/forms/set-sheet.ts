/** The hidden sheets of a form: its origin (its unit and its set), and the set itself with the allowed points. */
import { PLAIN_SHEET, type SheetDrawing } from '../model/sheet-drawing';
import { NOT_APPLICABLE } from '../model/result-sheet';
import { cellOf, LOOKS, textCell } from '../sheets/draw-look';
import { sum, toVietnamese, shownCount } from '../values/decimal';
import { areasOf, numberOf } from './form-cells';
import { CHOICES, type FormLine } from './form-lines';

export interface FormSheet {
  readonly sheet: string;
  readonly drawing: SheetDrawing;
  readonly isHidden?: boolean;
}

/** The purpose of a form, stored in the file so that it comes back with it. */
interface FormOrigin {
  /** A unit, or «bảng tổng hợp của 12 đơn vị». */
  readonly madeFor: string;
  readonly year: number | null;
  /** The officer's name for the set: the name of its file. */
  readonly set: string;
}

const ORIGIN_SHEET = 'Mẫu';
const COLUMNS = [
  ['TT', 8],
  ['Tiêu chí', 62],
  ['Điểm tối đa', 10],
  ['Bước điểm', 10],
  ['Các mức điểm', 10],
] as const;

export function hiddenSheets(lines: readonly FormLine[], { madeFor, year, set }: FormOrigin): FormSheet[] {
  const scored = lines.filter(({ isScored, outside }) => isScored && outside === null);
  const points = areasOf(lines).flatMap((position) => lines[position]?.max ?? []);
  const texts = [
    ['Mẫu của', madeFor],
    ['Năm', year === null ? '' : `năm ${String(year)}`],
    ['Bộ tiêu chí', set],
    ['Gồm', `${shownCount(scored.length)} tiêu chí chấm điểm, ${toVietnamese(sum(points))} điểm`],
  ];
  const plain = (cells: readonly string[]) => cells.map((text) => textCell(text, LOOKS.plain));
  return [
    {
      sheet: ORIGIN_SHEET,
      isHidden: true,
      drawing: {
        ...PLAIN_SHEET,
        columns: [20, 60].map((width) => ({ width, hidden: false })),
        rows: texts.map((cells) => ({ height: null, level: 0, cells: plain(cells) })),
      },
    },
    {
      sheet: CHOICES.sheet,
      isHidden: true,
      drawing: {
        ...PLAIN_SHEET,
        columns: COLUMNS.map(([, width]) => ({ width, hidden: false })),
        rows: [
          { height: null, level: 0, cells: plain(COLUMNS.map(([label]) => label)) },
          ...lines.map(({ code, name, max, step, choices }) => ({
            height: null,
            level: 0,
            cells: [
              ...plain([code, name]),
              ...[max, step].map((value) => (value === null ? null : cellOf(numberOf(value), LOOKS.plain))),
              ...choices.map((value) => cellOf(numberOf(value), LOOKS.plain)),
              ...(choices.length === 0 ? [] : plain([NOT_APPLICABLE])),
            ],
          })),
        ],
      },
    },
  ];
}
