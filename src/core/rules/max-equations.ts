/**
 * Stated maxima that differ from the expected ones: the sum of the children, the criteria set's maximum, or what
 * applies to the unit.
 */
import { resultOf } from '../model/assessment';
import type { Address } from '../values/address';
import { roundTo, type Decimal } from '../values/decimal';
import type { RuleContext } from '../model/rule';
import { maxPointsOf, partsOf, addressOf, isScoredItem, type Item, type UnitScores } from '../model/score-sheet';
import { comparePoints } from '../relations/agreement';
import { matchCriteria } from '../matching/match-criteria';
import { cell, cellOfItem } from './wording';

interface MaxDifference {
  /** Cell of the maximum; null if it is in the criteria set. */
  readonly at: Address | null;
  /** «ô C5», with the name of the sheet if it is in the criteria set. */
  readonly where: string;
  readonly unit: UnitScores | null;
  readonly item: Item | null;
  readonly stated: Decimal;
  readonly expected: Decimal;
  readonly because: string;
}

export function* maxima(context: RuleContext): Generator<MaxDifference> {
  yield* ofSheet(context);
  yield* ofCriteria(context);
  for (const unit of context.scoreSheet.units) {
    if (unit.max) yield* ofUnitItems(context, unit, unit.max);
    if (statesMax(unit)) yield* ofUnitTotals(context, unit);
  }
}

const within = (at: Address): Pick<MaxDifference, 'at' | 'where'> => ({ at, where: cell(at) });

/**
 * The place of an item's maximum: its own cell, the line of the criteria set that it is taken from, or else the item's
 * cell.
 */
export function placeOfMax(context: RuleContext, item: Item): Pick<MaxDifference, 'at' | 'where'> {
  if (item.maxAt) return within(item.maxAt);
  const lent = matchCriteria(context).matched.find((each) => each.item === item && each.line.max === item.max);
  return lent
    ? { at: null, where: `trang tính «${context.criteria?.sheet ?? ''}» ${cell(lent.line.at)}` }
    : within(cellOfItem(item));
}

/** Maxima common to all units. */
function* ofSheet(context: RuleContext): Generator<MaxDifference> {
  const { items, statedMax } = context.scoreSheet;
  for (const item of items) {
    if (isScoredItem(item) || item.max === null) continue;
    const expected = sumOf(partsOf(items, item).map(({ max }) => max));
    if (expected === null || item.max === expected) continue;
    yield {
      ...placeOfMax(context, item),
      unit: null,
      item,
      stated: item.max,
      expected,
      because: `tổng điểm tối đa của ${item.children.length} tiêu chí con`,
    };
  }
  const areas = items.filter(({ parent }) => parent < 0);
  const maxSum = sumOf(areas.map((area) => wholeMax(items, area)));
  if (!statedMax || statedMax.value === null || maxSum === null || statedMax.value === maxSum) return;
  yield {
    ...within(statedMax.at),
    unit: null,
    item: null,
    stated: statedMax.value,
    expected: maxSum,
    because: `cộng ${areas.length} lĩnh vực`,
  };
}

/** An item's own maximum, else the sum of its children's. */
function wholeMax(items: readonly Item[], item: Item): Decimal | null {
  if (item.max !== null || isScoredItem(item)) return item.max;
  return sumOf(partsOf(items, item).map((part) => wholeMax(items, part)));
}

function* ofCriteria(context: RuleContext): Generator<MaxDifference> {
  for (const { item, line } of matchCriteria(context).matched) {
    if (item.max === null || line.max === null || item.max === line.max || item.maxAt === null) continue;
    const because = `bộ tiêu chí (trang tính «${context.criteria?.sheet ?? ''}»)`;
    yield { ...within(item.maxAt), unit: null, item, stated: item.max, expected: line.max, because };
  }
}

/** Maxima in a unit's own column. */
function* ofUnitItems(
  context: RuleContext,
  unit: UnitScores,
  maxima: readonly (Decimal | null)[],
): Generator<MaxDifference> {
  const { scoreSheet } = context;
  const { awarded } = resultOf(context, unit).totals;
  for (const item of scoreSheet.items) {
    const stated = maxima[item.position] ?? null;
    if (stated === null) continue;
    const place = within(addressOf(scoreSheet, unit, item, 'max') ?? cellOfItem(item));
    if (isScoredItem(item)) {
      if (item.max !== null && stated > item.max)
        yield { ...place, unit, item, stated, expected: item.max, because: 'điểm tối đa chung của tiêu chí' };
      continue;
    }
    const applicable = awarded.maxAt(item.position);
    const listed = sumOf(partsOf(scoreSheet.items, item).map((part) => maxPointsOf(unit, part)));
    const expected = Number.isNaN(applicable) ? listed : (applicable as Decimal);
    if (expected === null || stated === applicable || stated === listed) continue;
    yield { ...place, unit, item, stated, expected, because: 'tổng điểm tối đa của các tiêu chí con được áp dụng' };
  }
}

/** Most units of a national table state no maximum: they are skipped before anything is allocated for them. */
const statesMax = ({ stated: { max, total, selfTotal } }: UnitScores): boolean =>
  (max?.value ?? total?.of ?? selfTotal?.of ?? null) !== null;

/** Maxima of a unit as a whole: the second number of «75,42/94» in its totals, and its stated applicable maximum. */
function* ofUnitTotals(context: RuleContext, unit: UnitScores): Generator<MaxDifference> {
  const { awardedTotal, selfTotal: selfTally } = resultOf(context, unit).totals;
  const { max, total, selfTotal } = unit.stated;
  const pairs = [
    [max?.at, max?.value, awardedTotal],
    [total?.at, total?.of, awardedTotal],
    [selfTotal?.at, selfTotal?.of, selfTally],
  ] as const;
  for (const [at, stated = null, tally] of pairs) {
    if (!at || stated === null || !tally || comparePoints(stated, tally.max) === 'same') continue;
    const because = 'tổng điểm tối đa của các tiêu chí được áp dụng';
    yield { ...within(at), unit, item: null, stated, expected: tally.max, because };
  }
}

function sumOf(values: readonly (Decimal | null)[]): Decimal | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return values.length === 0 || total > Number.MAX_SAFE_INTEGER ? null : roundTo(total as Decimal, 8);
}
