/** Uses stated ratings and ranks to weigh explanations by whether the resulting index matches them. */
import { resultOf } from '../model/assessment';
import { bandsFor } from '../model/rating-limits';
import { toNumber, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import type { RuleContext } from '../model/rule';
import type { UnitScores } from '../model/score-sheet';
import type { Changes } from '../relations/relation';
import { rateIndex } from '../model/settings';
import { ratingKey } from './rating-label';

/** Costs are negative logarithms of odds. */
const OTHER_RATING_COST = 4;
const OTHER_RANK_COST = 3;
/** A khối with more units is not ranked again for every explanation. */
const MOST_RANKED = 400;

/** The cost of stated ratings and ranks that do not match the indices after the changes. */
export const fitResults =
  (tables: readonly RuleContext[]) =>
  (changes: Changes): number =>
    tables.reduce((cost, context) => cost + fitIn(context, changes), 0);

function fitIn(context: RuleContext, changes: Changes): number {
  const touched = new Set([...changes.keys()].flatMap(({ unit }) => unit ?? []));
  const indices = new Map([...changes].flatMap(([{ role, unit }, value]) => (role === 'index' ? [[unit, value]] : [])));
  const indexOf = (unit: UnitScores): Decimal | null => indices.get(unit) ?? unit.stated.index?.value ?? null;
  let cost = 0;
  for (const unit of context.scoreSheet.units) {
    if (!touched.has(unit)) continue;
    const index = indexOf(unit);
    if (index !== null && isOtherRating(context, unit, index)) cost += OTHER_RATING_COST;
    if (isOtherRank(context, unit, indexOf)) cost += OTHER_RANK_COST;
  }
  return cost;
}

function isOtherRating(context: RuleContext, unit: UnitScores, index: Decimal): boolean {
  const { rating } = unit.stated;
  const { scale } = context.settings;
  if (!rating || rating.isBlank) return false;
  const key = ratingKey(rating.text);
  if (!scale.some(({ label }) => ratingKey(label) === key)) return false;
  return ratingKey(rateIndex(index, bandsFor(scale, resultOf(context, unit).limits)) ?? '') !== key;
}

const rankedWith = once((context: RuleContext): ReadonlyMap<string | null, readonly UnitScores[]> => {
  const groups = new Map<string | null, UnitScores[]>();
  for (const unit of context.scoreSheet.units)
    if (unit.ranked && (unit.stated.index?.value ?? null) !== null)
      groups.set(unit.group, [...(groups.get(unit.group) ?? []), unit]);
  return groups;
});

function isOtherRank(context: RuleContext, unit: UnitScores, indexOf: (unit: UnitScores) => Decimal | null): boolean {
  const members = rankedWith(context).get(unit.group) ?? [];
  const rank = unit.stated.rank?.value ?? null;
  if (rank === null || members.length < 2 || members.length > MOST_RANKED) return false;
  const unitIndex = indexOf(unit);
  if (unitIndex === null) return false;
  const above = members.map(indexOf).flatMap((index) => (index !== null && index > unitIndex ? [index] : []));
  const place = 1 + (context.settings.ties === 'dense' ? new Set(above).size : above.length);
  return toNumber(rank) !== place;
}
