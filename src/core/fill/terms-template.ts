/**
 * Formula texts that many units share: one text if their scores are all plain (only the unit's own column or row
 * differs), subtotals by the officer's own formulas, and maxima.
 */
import { valueAt } from '../model/workbook/grid';
import {
  addressOf,
  formulaIn,
  isScoredItem,
  maxPointsOf,
  partsOf,
  unitAxis,
  type Item,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { contains, keyOf, type Address, type CellKey } from '../values/address';
import { addendsOf, countOf, runsOf } from '../values/formula-text';
import { toText, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import type { PlainCell } from './coded-rows';
import { ownership } from './formula-owner';
import { refArea, scoresOf, unitArea, type PlanContext, type PointsRole, type TermsTemplate } from './plan-context';

export interface ScoreTerms {
  /** `SUM(E7:E8,E10)`, unrounded. */
  readonly points: string;
  /** `SUMIF(E7:E8,">=0",$C7:$C8)+10*COUNT(E10)`, unrounded; only items with a score count. */
  readonly max: string;
  /** The same as a single value that can be subtracted: `SUM(SUMIF(…),10*COUNT(E10))`. */
  readonly maxTogether: string;
  /** `COUNTA(E7:E8,E10)=3`. */
  readonly isFilled: string;
  /** `COUNT(E7:E8,E10)=3`: every score is a number, nothing is left out. */
  readonly isAllNumbers: string;
  /** Conditions of single cells that hold no readable score at present. */
  readonly guards: readonly string[];
  /** The rounded points, blank until every score is known. */
  readonly shown: string;
}

/** The condition that all scores are present and readable. */
export const conditionOf = (
  { isFilled, guards }: Pick<ScoreTerms, 'isFilled' | 'guards'>,
  more: readonly string[] = [],
): string => {
  const conditions = [isFilled, ...guards, ...more];
  return conditions.length === 1 ? isFilled : `AND(${conditions.join(',')})`;
};

const NOTHING: readonly string[] = [];

/** Placeholder for the unit's column or row while a template is built; it occurs in no formula. */
export const PLACE = '\u0001';

/** Ignores guards, because plain cells have none. */
export const templateOf = (terms: ScoreTerms | null): TermsTemplate | null =>
  terms && {
    points: terms.points.split(PLACE),
    max: terms.max.split(PLACE),
    maxTogether: terms.maxTogether.split(PLACE),
    isFilled: terms.isFilled.split(PLACE),
    isAllNumbers: terms.isAllNumbers.split(PLACE),
    shown: shownPoints(terms.isFilled, terms.points).split(PLACE),
  };

/** `IFERROR(IF(COUNTA(E7:E9)=3,ROUND(SUM(E7:E9),8),""),"")`. */
export const shownPoints = (condition: string, points: string): string => orBlank(condition, `ROUND(${points},8)`);

/** The value if the condition holds and there is no error, otherwise blank. */
export const orBlank = (condition: string, value: string): string => `IFERROR(IF(${condition},${value},""),"")`;

/**
 * Fills in each text only when it is requested: a total needs no maximum, and only unusual tables need `isAllNumbers`.
 */
export class FilledTerms implements ScoreTerms {
  readonly guards: readonly string[] = NOTHING;

  constructor(
    private readonly template: TermsTemplate,
    private readonly place: string,
  ) {}

  get points(): string {
    return this.template.points.join(this.place);
  }
  get max(): string {
    return this.template.max.join(this.place);
  }
  get maxTogether(): string {
    return this.template.maxTogether.join(this.place);
  }
  get isFilled(): string {
    return this.template.isFilled.join(this.place);
  }
  get isAllNumbers(): string {
    return this.template.isAllNumbers.join(this.place);
  }
  get shown(): string {
    return this.template.shown.join(this.place);
  }
}

const isPlainThroughout = (context: PlanContext, unit: UnitScores, role: PointsRole): boolean => {
  const known = context.plainUnits[role].get(unit);
  if (known !== undefined) return known;
  const isPlain = isEachPlain(context.sheet, unit, context.allScored, role);
  context.plainUnits[role].set(unit, isPlain);
  return isPlain;
};

/** True when every cell holds a number, a not-applicable mark or nothing at all. */
export const isAllPlain = (context: PlanContext, unit: UnitScores, items: readonly Item[], role: PointsRole): boolean =>
  isPlainThroughout(context, unit, role) ||
  (items !== context.allScored && isEachPlain(context.sheet, unit, items, role));

function isEachPlain(sheet: ScoreSheet, unit: UnitScores, items: readonly Item[], role: PointsRole): boolean {
  const scores = scoresOf(unit, role);
  for (const item of items) {
    const at = addressOf(sheet, unit, item, role);
    const score = scores[item.position];
    if (!at || !score) return false;
    const value = valueAt(sheet.grid, at.row, at.column);
    const isPlain =
      value === null
        ? score.kind === 'notYetScored' && maxPointsOf(unit, item) !== 0
        : typeof value === 'number'
          ? score.kind === 'points' && score.of === null && score.repairs.length === 0
          : score.kind === 'notApplicable' && typeof value === 'string';
    if (!isPlain) return false;
  }
  return true;
}

/** Subtotals by the officer's formulas, and the cells that they add up. */
export interface Subtotals {
  readonly subtotals: readonly Address[];
  readonly summed: ReadonlySet<CellKey>;
}

/** The topmost subtotals that add up only cells of the given items. */
export function subtotalsAmong(
  context: PlanContext,
  unit: UnitScores,
  items: readonly Item[],
  role: PointsRole,
): Subtotals {
  const isWanted = new Set(items);
  const summed = new Set<CellKey>();
  const cellsOf = (some: readonly Item[]): Address[] =>
    some.flatMap((each) => addressOf(context.sheet, unit, each, role) ?? []);
  // Parents come before the items below them.
  const subtotals = [...SUBTOTALS[role](context.sheet)].reverse().filter((item) => {
    const below = context.scoredBelow[item.position] ?? [];
    const cells = cellsOf(below).map(keyOf);
    if (!below.every((each) => isWanted.has(each)) || summed.has(cells[0] ?? -1)) return false;
    for (const key of cells) summed.add(key);
    return true;
  });
  return { subtotals: cellsOf(subtotals), summed };
}

/** Parents whose cells add up their parts by the officer's formulas for every unit; sums refer to these subtotals. */
const subtotalsBy = (role: PointsRole) =>
  once((sheet: ScoreSheet): ReadonlySet<Item> => {
    const found = new Set<Item>();
    // In reverse order, parts come before their parents.
    for (const item of sheet.parts || sheet.grid.formulas.size === 0 ? [] : [...sheet.items].reverse())
      if (!isScoredItem(item) && sheet.units.every((unit) => addsItsParts(sheet, unit, item, role, found)))
        found.add(item);
    return found;
  });
const SUBTOTALS = { self: subtotalsBy('self'), appraised: subtotalsBy('appraised') };

function addsItsParts(
  sheet: ScoreSheet,
  unit: UnitScores,
  item: Item,
  role: PointsRole,
  subtotals: ReadonlySet<Item>,
): boolean {
  const at = addressOf(sheet, unit, item, role);
  // A rounded subtotal may differ from the sum; `D6+D7` is no number if one of them is «KĐG».
  const isNumber = at && typeof valueAt(sheet.grid, at.row, at.column) === 'number';
  const formula = isNumber && formulaIn(sheet, at);
  const added = formula && !/round/i.test(formula) ? addendsOf(formula, sheet.sheet) : null;
  const parts = partsOf(sheet.items, item);
  const sizes = added?.map(({ area, isSubtracted }) =>
    isSubtracted ? NaN : (area.bottom - area.top + 1) * (area.right - area.left + 1),
  );
  return (
    // The formula adds as many cells as there are parts, and each part is among them.
    sizes?.reduce((sum, size) => sum + size) === parts.length &&
    parts.every((part) => {
      const cell = addressOf(sheet, unit, part, role);
      const isSum = isScoredItem(part) ? isEachPlain(sheet, unit, [part], role) : subtotals.has(part);
      return isSum && cell && added?.some(({ area }) => contains(area, cell.row, cell.column));
    })
  );
}

/** A scored cell and its maximum, in a cell or not. */
export interface Bounded extends PlainCell {
  readonly max: Decimal | null;
}

/**
 * Maxima of plain cells: as references to the cells that hold them if those are parallel to the scores, otherwise as
 * `10*COUNT(C6,G6)`.
 */
export function maxTerms(context: PlanContext, cells: readonly Bounded[]): string[] {
  const terms = maximaByRuns(context, cells);
  const shorter = terms.join('+').length > 120 ? maximaLessMarks(context, cells) : null;
  return shorter ? [shorter] : terms;
}

function maximaByRuns(context: PlanContext, cells: readonly Bounded[]): string[] {
  const terms: string[] = [];
  const constants = new Map<Decimal, Address[]>();
  let run: (Bounded & { maxAt: Address })[] = [];
  const flush = (): void => {
    const [first] = run;
    const [area] = runsOf(run.map(({ at }) => at));
    const [maxArea] = runsOf(run.map(({ maxAt }) => maxAt));
    if (first && area && maxArea) {
      const [scores, maxima] = [unitArea(context, area), refArea(context, maxArea, first.anchor)];
      terms.push(run.length === 1 ? `${maxima}*COUNT(${scores})` : `SUMIF(${scores},">=0",${maxima})`);
    }
    run = [];
  };
  for (const cell of cells) {
    if (cell.maxAt === null) {
      if (cell.max === null) continue;
      const alike = constants.get(cell.max);
      if (alike) alike.push(cell.at);
      else constants.set(cell.max, [cell.at]);
      continue;
    }
    const fresh = { ...cell, maxAt: cell.maxAt };
    const longer = [...run.slice(-1), fresh];
    if (
      runsOf(longer.map(({ at }) => at)).length > 1 ||
      runsOf(longer.map(({ maxAt }) => maxAt)).length > 1 ||
      run[0]?.anchor !== fresh.anchor ||
      !sameWay(longer)
    )
      flush();
    run.push(fresh);
  }
  flush();
  for (const [max, at] of constants) {
    const count = countOf(
      'COUNT',
      runsOf(at).map((area) => unitArea(context, area)),
    );
    terms.push(`${toText(max)}*${count.includes('+') ? `(${count})` : count}`);
  }
  return terms;
}

/** Scores and maxima run in the same direction: both down or both across. */
const sameWay = ([a, b]: readonly { readonly at: Address; readonly maxAt: Address }[]): boolean =>
  !a ||
  !b ||
  (b.at.row - a.at.row === b.maxAt.row - a.maxAt.row && b.at.column - a.at.column === b.maxAt.column - a.maxAt.column);

/**
 * `SUM($C7:$C9,$C11,-SUMPRODUCT($C7:$C11,--ISTEXT(E7:E11)))`, without maxima beside «KĐG»;
 * null if a row between holds a text.
 */
function maximaLessMarks(context: PlanContext, cells: readonly Bounded[]): string | null {
  const { sheet, unitPlace } = context;
  const [first] = cells;
  if (!first?.maxAt || sheet.parts || unitAxis(sheet) === 'row') return null;
  const { column } = first.at;
  const maxima = cells.flatMap(({ at, maxAt, anchor }) =>
    maxAt && at.column === column && maxAt.row === at.row && anchor === first.anchor ? maxAt : [],
  );
  if (maxima.length < cells.length || maxima.some((at) => at.column !== first.maxAt?.column)) return null;
  const listed = new Set(cells.map(({ at }) => at.row));
  const [top, bottom] = [Math.min(...listed), Math.max(...listed)];
  const columns =
    unitPlace === null
      ? [column]
      : sheet.units.flatMap(({ columns: each }) => [each.self ?? column, each.appraised ?? column]);
  for (let row = top; row <= bottom; row++)
    if (!listed.has(row) && columns.some((each) => holdsText(context, { row, column: each }))) return null;
  const areas = runsOf(maxima).map((area) => refArea(context, area, first.anchor));
  const scores = unitArea(context, { top, left: column, bottom, right: column });
  const beside = refArea(context, { top, left: first.maxAt.column, bottom, right: first.maxAt.column }, first.anchor);
  return `SUM(${areas.join(',')},-SUMPRODUCT(${beside},--ISTEXT(${scores})))`;
}

/** The add-in's own sum gives an empty text only while a score below it is missing, and then there is no result. */
const holdsText = (context: PlanContext, at: Address): boolean => {
  const value = valueAt(context.grid, at.row, at.column);
  return typeof value === 'string' && (value !== '' || ownership(context, at, 'points') !== 'addin');
};
