/** One unit's results as the engine computes them, and formulas that give the same results. */
import { keyOf, type Address } from '../values/address';
import type { UnitResult } from '../model/assessment';
import { add, fromNumber, subtract, toText } from '../values/decimal';
import type { Diagnostic } from '../model/diagnostic';
import { UNDETERMINED } from '../model/result-sheet';
import { addressOf, maxPointsOf, type Item, type UnitScores } from '../model/score-sheet';
import { numberContent, textContent, type Plain } from './cell-writer';
import { MAX_QUOTED, isTypedOver, quote } from '../values/formula-text';
import { cellValue, ref, type PlanContext } from './plan-context';
import { ratingParts, unitParts, type RatingParts, type UnitParts } from './result-formulas';

export interface UnitOutcome {
  readonly total: Plain;
  readonly max: Plain;
  readonly index: Plain;
  readonly rating: Plain;
  /** Null if no formula can give the results; plain values are then written. */
  readonly parts: UnitParts | null;
  readonly ratedBy: RatingParts;
}

export function unitOutcome(context: PlanContext, unit: UnitScores, result: UnitResult): UnitOutcome {
  const { awardedTotal, bonus, penalty } = result.totals;
  // There are sums but no index, because an error found by a rule blocks it.
  const isBlocked = result.undetermined && awardedTotal !== null && awardedTotal.max > 0;
  const tally = isBlocked ? null : awardedTotal;
  const unknown = textContent(UNDETERMINED);
  const guards = isBlocked ? blockingGuards(context, unit) : [];
  return {
    total: tally ? numberContent(subtract(add(tally.points, bonus), penalty)) : unknown,
    max: tally ? numberContent(tally.max) : unknown,
    index: result.publishedIndex === null ? unknown : numberContent(result.publishedIndex),
    rating: result.publishedIndex === null ? unknown : textContent(result.rating ?? ''),
    parts: context.live && guards !== null ? unitParts(context, unit, guards) : null,
    ratedBy: ratingParts(context, result),
  };
}

/** Conditions that the cells at the unit's errors change; null if an error points at no cell. */
function blockingGuards(context: PlanContext, unit: UnitScores): string[] | null {
  const guards = (context.errorsOf.get(unit) ?? []).map((error) => guardOf(context, unit, error));
  return guards.length === 0 || guards.includes(null) ? null : guards.flatMap((guard) => guard ?? []);
}

function guardOf(context: PlanContext, unit: UnitScores, { at, item }: Diagnostic): string | null {
  const changes = at.flatMap((cell) => changed(context, unit, cell, item) ?? []);
  if (changes.length === 0) return null;
  return changes.length === 1 ? (changes[0] ?? null) : `OR(${changes.join(',')})`;
}

function changed(context: PlanContext, unit: UnitScores, at: Address, item: Item | null): string | null {
  const value = cellValue(context, at);
  const cell = ref(context, at);
  if (value === null) return `${cell}<>""`;
  if (typeof value === 'string') return value.length <= MAX_QUOTED ? `${cell}<>${quote(value)}` : null;
  if (typeof value !== 'number') return null;
  const points = fromNumber(value);
  const score = item && addressOf(context.sheet, unit, item, unit.awardedRole);
  if (item && points !== null && score && keyOf(score) === keyOf(at)) {
    const max = maxPointsOf(unit, item);
    if (max !== null && points > max) return `N(${cell})<=${toText(max)}`;
    if (points < 0) return `N(${cell})>=0`;
  }
  return isTypedOver(cell, value);
}
