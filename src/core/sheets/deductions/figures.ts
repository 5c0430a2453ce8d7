/**
 * Contents of the cells of «Điểm bị trừ»: numbers and words as formulas that show the cells of the bảng tổng hợp. A
 * number that the officer typed over such a formula is kept and counted, and gets its own colour.
 */
import { cellKey, sheetNumber, toA1, type Address, type CellKey } from '../../values/address';
import { ZERO, fromNumber, sum, toText, toVietnamese, type Decimal } from '../../values/decimal';
import type { Content } from '../../model/content';
import { normaliseFormula, prefixOf, quote, refToArea, runsOf, sumOf } from '../../values/formula-text';
import type { Deduction } from '../../model/deduction';
import { valueAt } from '../../model/workbook/grid';
import { causeCells } from '../../model/beside/cause-cells';
import { addinText, showing } from '../../model/addin-sheet';
import { addressOf, maxCellOf, sheetsOf, type Item, type ScoreSheet, type UnitScores } from '../../model/score-sheet';
import { NOTE_PREFIX } from '../../model/workbook/note';
import type { CellLook, DrawnCell } from '../../model/sheet-drawing';
import { type CAUSE_COLUMNS, UNIT_SUM, type DeductionColumn } from '../../model/deduction-sheet';
import { isFilled } from '../draw-carried';
import type { Frame } from '../draw-frame';
import { cellOf, lookOf } from '../draw-look';
import { WEIGHTS, type Weight } from '../../model/deduction';
import type { DeductionsBefore } from './deductions-before';
import { AT, LETTER, type RemedyColumn } from './columns';

export interface Figure {
  readonly role: DeductionColumn;
  readonly content: Content | null;
  /** The number according to the table; null if the table has none. */
  readonly value: Decimal | null;
  /** The value of the cell's formula if the cells that it adds up include typed numbers. */
  readonly shown?: Decimal;
}

export interface DrawnFigure {
  readonly cell: DrawnCell;
  /** The value that sums use; text counts as zero. */
  readonly shown: Decimal;
  readonly isTyped: boolean;
}

export interface Figures {
  readonly draw: (was: number | null, to: number, figure: Figure, look: CellLook) => DrawnFigure;
  readonly notes: ReadonlyMap<CellKey, string>;
}

/**
 * Draws numbers and keeps those that the officer typed. Without formulas, typed numbers cannot be distinguished from
 * the program's.
 */
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
        cell: cellOf(frame.existing(was, AT[role], to)?.content ?? null, lookOf({ ...look, fill: TYPED_FILL })),
        shown: typed.counts,
        isTyped: true,
      };
    },
  };
}

/** A colour that none of the three weights uses. */
const TYPED_FILL = 'D9B3FF';

function typedOver(
  { grid, columns }: DeductionsBefore,
  row: number,
  role: DeductionColumn,
  addins: Decimal | null,
): { readonly counts: Decimal } | null {
  const column = columns[AT[role]] ?? -1;
  if (column < 0 || !isFilled(grid, row, column)) return null;
  const formula = grid.formulas.get(cellKey(row, column));
  if (formula !== undefined && isAddinFigure(formula)) return null;
  const value = valueAt(grid, row, column);
  const number = typeof value === 'number' ? fromNumber(value) : null;
  // A plain number that equals the program's is replaced by the formula: earlier versions wrote plain numbers too.
  return formula === undefined && number !== null && number === addins ? null : { counts: number ?? ZERO };
}

const ADDIN_FIGURES = [
  /^(?:'(?:[^']|'')*'|[^'!()"[\]]+)![A-Z]{1,3}\d+$/,
  /^-?\d+(?:\.\d+)?(?:\+N\("[^"]*"\))?$/,
  /^ROUND\([A-Z]{1,3}\d+-[A-Z]{1,3}\d+,8\)(?:\+N\("[^"]*"\))?$/,
  /^ROUND\((?:SUM\([SUM()A-Z0-9:,]*\)|0|SUMIF\([A-Z0-9:]+,"[^"]*",[A-Z0-9:]+\)),8\)$/,
];

const isAddinFigure = (formula: string): boolean =>
  formula.includes('#REF!') || ADDIN_FIGURES.some((pattern) => pattern.test(normaliseFormula(formula)));

const formula = (source: string, value: Decimal): Content => ({
  kind: 'formula',
  formula: source,
  cached: { kind: 'number', value: toText(value) },
});

/** A number that no cell of the table holds. */
export const addinNumber = (value: Decimal, live: boolean): Content =>
  live ? formula(toText(value), value) : { kind: 'number', value: toText(value) };

export const asAddins = (content: Content | null, value: Decimal | null, live: boolean): Content | null =>
  content?.kind === 'number' && value !== null ? addinNumber(value, live) : content;

interface LossParts {
  readonly row: number;
  /** Column of the score that counts. */
  readonly score: 'self' | 'awarded';
  readonly lost: Decimal;
  readonly weight: Weight;
  /** Whether the loss is computed from the cells of maximum and score. */
  readonly isOfCells: boolean;
}

/**
 * `ROUND(F9-H9,8)+N("mất hết điểm")`: the text counts as zero, and makes the formula change whenever the colour must
 * change.
 */
export function lossContent(
  { row, score, lost, weight, isOfCells }: LossParts,
  { live, sums }: { readonly live: boolean; readonly sums: boolean },
): Content {
  if (!sums) return addinNumber(lost, false);
  const points = isOfCells ? `ROUND(${LETTER.max}${row + 1}-${LETTER[score]}${row + 1},8)` : toText(lost);
  return formula(live ? `${points}+N(${quote(WEIGHTS[weight].label)})` : points, lost);
}

export function sumContent(lines: readonly number[], shown: Decimal, sums: boolean): Content {
  const areas = runsOf(lines.map((row) => ({ row, column: AT.lost })));
  return sums ? formula(`ROUND(${sumOf(areas.map((area) => refToArea(area)))},8)`, shown) : addinNumber(shown, false);
}

/** The sum over all units, which finds their sum rows by label. */
export function grandContent(first: number, last: number, units: readonly Decimal[], sums: boolean): Content {
  const down = (role: DeductionColumn): string =>
    refToArea({ top: first, left: AT[role], bottom: last, right: AT[role] });
  const shown = sum(units);
  return sums
    ? formula(`ROUND(SUMIF(${down('name')},${quote(`${UNIT_SUM}*`)},${down('lost')}),8)`, shown)
    : addinNumber(shown, false);
}

export type CauseColumn = (typeof CAUSE_COLUMNS)[number];

/** The numbers and words of a deduction, from the cells of the bảng tổng hợp. */
export interface DeductionSources {
  readonly items: readonly Item[];
  /** `'Bảng tổng hợp'!E6`, as used in formulas and links. */
  readonly cell: (at: Address) => string;
  readonly max: (unit: UnitScores, item: Item, points: Decimal) => Content;
  readonly self: (unit: UnitScores, item: Item, points: Decimal | null) => Content | null;
  readonly awarded: (at: Address, points: Decimal) => Content;
  readonly words: (
    unit: UnitScores,
    item: Item,
    deduction: Deduction,
    column: CauseColumn | RemedyColumn,
  ) => Content | null;
}

/** If `live`, numbers and words refer to the cells that hold exactly this content; otherwise they are copied. */
export function deductionSources(sheet: ScoreSheet, live: boolean): DeductionSources {
  const cells = causeCells(sheet);
  const prefixes = sheetsOf(sheet).map(prefixOf);
  const cell = (at: Address): string => (prefixes[sheetNumber(at)] ?? '') + toA1(at);
  const number = (at: Address | null, points: Decimal): Content => {
    const plain = { kind: 'number', value: toText(points) } as const;
    const value = live && at ? valueAt(sheet.grid, at.row, at.column) : null;
    return at && typeof value === 'number' && fromNumber(value) === points
      ? { kind: 'formula', formula: cell(at), cached: plain }
      : plain;
  };
  return {
    items: sheet.items,
    cell,
    max: (unit, item, points) => number(maxCellOf(sheet, unit, item), points),
    self: (unit, item, points) => (points === null ? null : number(addressOf(sheet, unit, item, 'self'), points)),
    awarded: number,
    words: (unit, item, deduction, column) => {
      const text = deduction[column];
      if (text === null) return null;
      const at = live ? cells.at(unit, item, column) : null;
      const there = at ? valueAt(sheet.grid, at.row, at.column) : null;
      if (at && typeof there === 'string' && there.trim() === text) {
        return { kind: 'formula', formula: showing(cell(at)), cached: { kind: 'text', text: there } };
      }
      return addinText(text, live);
    },
  };
}
