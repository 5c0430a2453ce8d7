/** Numbers in «Điểm bị trừ»: ours are formulas; one that the officer typed over ours stays, is counted as it stands, and is told apart from ours. */
import { cellKey, type CellKey } from '../../values/address';
import { ZERO, fromNumber, sum, toText, toVietnamese, type Decimal } from '../../values/decimal';
import type { Content } from '../../model/content';
import { normaliseFormula, quote, refToArea, runsOf, sumOf } from '../../values/formula-text';
import { valueAt } from '../../model/grid';
import { NOTE_PREFIX } from '../../model/note';
import type { CellLook, DrawnCell } from '../../model/sheet-drawing';
import { UNIT_SUM, type DeductionColumn } from '../../model/deduction-sheet';
import { isFilled } from '../draw-carried';
import type { Frame } from '../draw-frame';
import { cellOf, lookOf } from '../draw-look';
import { WEIGHTS, type Weight } from '../../documents/loss-weight';
import type { DeductionsBefore } from './deductions-before';
import { AT, LETTER } from './columns';

export interface Figure {
  readonly role: DeductionColumn;
  readonly content: Content | null;
  /** What the table says; null where it says nothing. */
  readonly value: Decimal | null;
  /** What the cell gives by its formula, where typed numbers are among what it adds up. */
  readonly shown?: Decimal;
}

export interface DrawnFigure {
  readonly cell: DrawnCell;
  /** As sums take it: words count as nought. */
  readonly shown: Decimal;
  readonly isTyped: boolean;
}

export interface Figures {
  readonly draw: (was: number | null, to: number, figure: Figure, look: CellLook) => DrawnFigure;
  readonly notes: ReadonlyMap<CellKey, string>;
}

/** Without formulas nobody can tell whose number it is. */
export function figuresOf(frame: Frame, before: DeductionsBefore | null, live: boolean): Figures {
  const notes = new Map<CellKey, string>();
  return {
    notes,
    draw: (was, to, { role, content, value, shown = value ?? ZERO }, look) => {
      const say = (text: string): void => void notes.set(cellKey(to, AT[role]), `${NOTE_PREFIX} ${text}`);
      const typed = live && before && was !== null ? typedOver(before, was, role, value) : null;
      if (!typed) {
        if (value !== null && shown !== value)
          say(`có số gõ tay trong các dòng được cộng; theo bảng tổng hợp là ${toVietnamese(value)}.`);
        return { cell: cellOf(content, look), shown, isTyped: false };
      }
      say(
        value === null
          ? 'số gõ tay; bảng tổng hợp không có số này.'
          : `số gõ tay; theo bảng tổng hợp là ${toVietnamese(value)}. Xóa ô này rồi tính lại để lấy số của bảng.`,
      );
      return {
        cell: cellOf(frame.kept(was, AT[role], to)?.content ?? null, lookOf({ ...look, fill: TYPED_FILL })),
        shown: typed.counts,
        isTyped: true,
      };
    },
  };
}

/** Neither of the three weights. */
const TYPED_FILL = 'D9B3FF';

function typedOver(
  { grid, columns }: DeductionsBefore,
  row: number,
  role: DeductionColumn,
  ours: Decimal | null,
): { readonly counts: Decimal } | null {
  const column = columns[AT[role]] ?? -1;
  if (column < 0 || !isFilled(grid, row, column)) return null;
  const formula = grid.formulas.get(cellKey(row, column));
  if (formula !== undefined && isOwnFigure(formula)) return null;
  const value = valueAt(grid, row, column);
  const number = typeof value === 'number' ? fromNumber(value) : null;
  // What says the same gives way to the formula: earlier versions wrote plain numbers too.
  return formula === undefined && number !== null && number === ours ? null : { counts: number ?? ZERO };
}

const OWN = [
  /^(?:'(?:[^']|'')*'|[^'!()"[\]]+)![A-Z]{1,3}\d+$/,
  /^-?\d+(?:\.\d+)?(?:\+N\("[^"]*"\))?$/,
  /^ROUND\([A-Z]{1,3}\d+-[A-Z]{1,3}\d+,8\)(?:\+N\("[^"]*"\))?$/,
  /^ROUND\((?:SUM\([SUM()A-Z0-9:,]*\)|0|SUMIF\([A-Z0-9:]+,"[^"]*",[A-Z0-9:]+\)),8\)$/,
];

const isOwnFigure = (formula: string): boolean =>
  formula.includes('#REF!') || OWN.some((pattern) => pattern.test(normaliseFormula(formula)));

const formula = (source: string, value: Decimal): Content => ({
  kind: 'formula',
  formula: source,
  cached: { kind: 'number', value: toText(value) },
  array: false,
});

/** A number of ours that no cell holds. */
export const ownNumber = (value: Decimal, live: boolean): Content =>
  live ? formula(toText(value), value) : { kind: 'number', value: toText(value) };

export const asOwn = (content: Content | null, value: Decimal | null, live: boolean): Content | null =>
  content?.kind === 'number' && value !== null ? ownNumber(value, live) : content;

/** `ROUND(F9-H9,8)+N("mất hết điểm")`: the remark counts as nought, and tells the next run that the colour must change with the weight. */
export function lossContent(
  row: number,
  score: DeductionColumn,
  lost: Decimal,
  weight: Weight,
  isOfCells: boolean,
  { live, sums }: { readonly live: boolean; readonly sums: boolean },
): Content {
  const remark = live ? `+N(${quote(WEIGHTS[weight].label)})` : '';
  return sums
    ? formula(
        `${isOfCells ? `ROUND(${LETTER.max}${row + 1}-${LETTER[score]}${row + 1},8)` : toText(lost)}${remark}`,
        lost,
      )
    : ownNumber(lost, false);
}

export function sumContent(lines: readonly number[], shown: Decimal, sums: boolean): Content {
  const areas = runsOf(lines.map((row) => ({ row, column: AT.lost })));
  return sums ? formula(`ROUND(${sumOf(areas.map((area) => refToArea(area)))},8)`, shown) : ownNumber(shown, false);
}

/** Over all units: by what their sums are called. */
export function grandContent(first: number, last: number, units: readonly Decimal[], sums: boolean): Content {
  const down = (role: DeductionColumn): string =>
    refToArea({ top: first, left: AT[role], bottom: last, right: AT[role] });
  const shown = sum(units);
  return sums
    ? formula(`ROUND(SUMIF(${down('name')},${quote(`${UNIT_SUM}*`)},${down('lost')}),8)`, shown)
    : ownNumber(shown, false);
}
