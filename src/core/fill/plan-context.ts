/** The data that every planner of one sheet needs. */
import { columnName, contains, keyOf, type Address, type Area2D } from '../values/address';
import type { Assessment, Tallies, UnitResult } from '../model/assessment';
import type { Diagnostic } from '../model/diagnostic';
import { valueAt, type CellValue, type Grid } from '../model/workbook/grid';
import {
  itemOver,
  placeOf,
  addressOf,
  awardedScores,
  isCounted,
  unitAxis,
  type Item,
  type Score,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { prefixOf, refTo, refToArea, type Anchor } from '../values/formula-text';

export type PointsRole = 'self' | 'appraised';

/** Formula texts that units share, each split at the places for a unit's own column or row (terms-template.ts). */
export type TermsTemplate = Readonly<
  Record<'points' | 'max' | 'maxTogether' | 'isFilled' | 'isAllNumbers' | 'shown', readonly string[]>
>;

export interface PlanContext {
  readonly assessment: Assessment;
  readonly sheet: ScoreSheet;
  readonly grid: Grid;
  readonly live: boolean;
  /** The prefix of every reference: "" in the sheet itself, `'Bảng tổng hợp'!` from another sheet. */
  readonly prefix: string;
  /**
   * The placeholder for the column (families A, B) or row (C) of a unit's own cells while a template is built,
   * otherwise null.
   */
  readonly unitPlace: string | null;
  /** Texts that units share, by the list of items that they cover. */
  readonly templates: Readonly<Record<PointsRole, Map<readonly Item[], TermsTemplate | null>>>;
  /** Whether all scores of a unit are plain, for units that were already checked. */
  readonly plainUnits: Readonly<Record<PointsRole, Map<UnitScores, boolean>>>;
  /** Errors by unit. */
  readonly errorsOf: ReadonlyMap<UnitScores, readonly Diagnostic[]>;
  readonly merges: ReadonlyMap<number, readonly Area2D[]>;
  /** Scored items below each item, including the item itself if it is scored; by `Item.index`. */
  readonly scoredBelow: readonly (readonly Item[])[];
  readonly allScored: readonly Item[];
}

export function planContext(assessment: Assessment): PlanContext {
  const sheet = assessment.scoreSheet;
  const scoredBelow: Item[][] = sheet.items.map(() => []);
  for (const item of sheet.items) {
    if (item.listed === true) scoredBelow[item.position]?.push(item);
    if (!isCounted(item)) continue;
    for (let each: Item | null = item; each; each = itemOver(sheet.items, each)) scoredBelow[each.position]?.push(item);
  }
  return {
    assessment,
    sheet,
    grid: sheet.grid,
    live: assessment.settings.results === 'formulas',
    prefix: '',
    unitPlace: null,
    templates: { self: new Map(), appraised: new Map() },
    plainUnits: { self: new Map(), appraised: new Map() },
    errorsOf: errorsByUnit(assessment),
    merges: mergesByRow(sheet.grid),
    scoredBelow,
    allScored: sheet.items.filter(isCounted),
  };
}

/** New result lines may be this many rows below the last filled cell, where the sheet may have blank merged cells. */
const ROWS_BELOW = 16;

function errorsByUnit({ diagnostics }: Assessment): Map<UnitScores, Diagnostic[]> {
  const units = new Map<UnitScores, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error' || diagnostic.unit === null) continue;
    const there = units.get(diagnostic.unit);
    if (there) there.push(diagnostic);
    else units.set(diagnostic.unit, [diagnostic]);
  }
  return units;
}

/** Merges by the rows that they touch, so that a lookup does not go through all of them. */
function mergesByRow(grid: Grid): Map<number, Area2D[]> {
  const rows = new Map<number, Area2D[]>();
  for (const merge of grid.merges) {
    for (let row = merge.top; row <= Math.min(merge.bottom, grid.rowCount + ROWS_BELOW); row++) {
      const there = rows.get(row);
      if (there) there.push(merge);
      else rows.set(row, [merge]);
    }
  }
  return rows;
}

export const mergeOf = (context: { readonly merges: PlanContext['merges'] }, at: Address): Area2D | null =>
  context.merges.get(at.row)?.find((merge) => contains(merge, at.row, at.column)) ?? null;

/** True for a cell of a merge other than its first, which cannot hold any content. */
export function isCovered(context: PlanContext, at: Address): boolean {
  const merge = mergeOf(context, at);
  return merge !== null && (merge.top !== at.row || merge.left !== at.column);
}

/** The prefix of a reference to this row. A reference from another sheet names the sheet that holds the row. */
const prefixFor = ({ prefix, sheet }: PlanContext, row: number): string =>
  prefix === '' || !sheet.parts ? prefix : prefixOf(placeOf(sheet, { row, column: 0 }).sheet);

export const ref = (context: PlanContext, at: Address, anchor: Anchor = ''): string =>
  prefixFor(context, at.row) + refTo(at, anchor);
export const refArea = (context: PlanContext, area: Area2D, anchor: Anchor = ''): string =>
  prefixFor(context, area.top) + refToArea(area, anchor);

/** A reference to cells with the scores of one unit. */
export function unitArea(context: PlanContext, area: Area2D): string {
  const { unitPlace, sheet } = context;
  if (unitPlace === null) return refArea(context, area);
  const spell = (row: number, column: number): string =>
    unitAxis(sheet) === 'row' ? `${columnName(column)}${unitPlace}` : `${unitPlace}${row + 1}`;
  const first = spell(area.top, area.left);
  return (
    context.prefix +
    (area.top === area.bottom && area.left === area.right ? first : `${first}:${spell(area.bottom, area.right)}`)
  );
}

/** The value of a cell as formulas read it. */
export const cellValue = ({ grid }: PlanContext, at: Address): CellValue =>
  grid.oldTexts?.get(keyOf(at)) ?? valueAt(grid, at.row, at.column);

export const scoresOf = (unit: UnitScores, role: PointsRole): readonly Score[] =>
  role === unit.awardedRole ? awardedScores(unit) : ((role === 'self' ? unit.self : unit.appraised) ?? []);

/** The engine's sums for one role; null if the sheet has no such scores. */
export const talliesOf = (unit: UnitScores, result: UnitResult, role: PointsRole): Tallies | null =>
  role === unit.awardedRole ? result.totals.awarded : role === 'self' ? result.totals.self : null;

/**
 * The cell with the item's maximum for this unit: in the unit's own column if it has one, otherwise in the common one.
 */
export function maxCellOf(
  context: PlanContext,
  unit: UnitScores,
  item: Item,
): { readonly at: Address; readonly anchor: Anchor } | null {
  if (typeof unit.max?.[item.position] === 'number') {
    const unitCell = addressOf(context.sheet, unit, item, 'max');
    if (unitCell) return { at: unitCell, anchor: '' };
  }
  if (!item.maxAt) return null;
  return { at: item.maxAt, anchor: unitAxis(context.sheet) };
}
