/** Where the numbers and words of a deduction stand in the bảng tổng hợp, as formulas that show those cells. */
import { cellKey, toA1, type Address } from '../../values/address';
import { fromNumber, toText, type Decimal } from '../../values/decimal';
import type { Deduction } from '../../model/deduction';
import type { Content } from '../../model/content';
import { prefixOf } from '../../values/formula-text';
import { textAt, valueAt } from '../../model/grid';
import { mergedCells } from '../../model/merged-cells';
import { showing } from '../../model/own-sheet';
import { addressOf, columnsOf, maxCellOf, type Item, type ScoreSheet, type UnitScores } from '../../model/score-sheet';
import { CAUSE_COLUMNS } from '../../model/deduction-sheet';
import { ownText } from '../draw-letterhead';

export type CauseColumn = (typeof CAUSE_COLUMNS)[number];

export interface DeductionSources {
  readonly items: readonly Item[];
  /** `'Bảng tổng hợp'!E6` as text of formulas and links. */
  readonly cell: (at: Address) => string;
  readonly max: (unit: UnitScores, item: Item, points: Decimal) => Content;
  readonly self: (unit: UnitScores, item: Item, points: Decimal | null) => Content | null;
  readonly awarded: (at: Address, points: Decimal) => Content;
  readonly words: (unit: UnitScores, item: Item, deduction: Deduction, column: CauseColumn) => Content | null;
}

/** With `live`, numbers and words are shown from the cells that hold just that; without, they are copied. */
export function deductionSources(sheet: ScoreSheet, live: boolean): DeductionSources {
  const prefix = prefixOf(sheet.sheet);
  const columns = columnsOf(sheet, CAUSE_COLUMNS);
  const anchors = live && columns.size > 0 ? mergedCells(sheet, columns) : new Map<number, Address>();
  const cell = (at: Address): string => prefix + toA1(at);
  const number = (at: Address | null, points: Decimal): Content => {
    const plain = { kind: 'number', value: toText(points) } as const;
    const value = live && at ? valueAt(sheet.grid, at.row, at.column) : null;
    return at && typeof value === 'number' && fromNumber(value) === points
      ? { kind: 'formula', formula: cell(at), cached: plain, array: false }
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
      const at = live ? addressOf(sheet, unit, item, column) : null;
      const anchor = at && (anchors.get(cellKey(at.row, at.column)) ?? at);
      const there = anchor ? valueAt(sheet.grid, anchor.row, anchor.column) : null;
      if (anchor && typeof there === 'string' && textAt(sheet.grid, anchor.row, anchor.column).trim() === text) {
        return { kind: 'formula', formula: showing(cell(anchor)), cached: { kind: 'text', text: there }, array: false };
      }
      return ownText(text, live);
    },
  };
}
