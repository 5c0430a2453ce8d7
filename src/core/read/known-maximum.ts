/**
 * Whether a sheet says what its points are out of; where nothing does, units in rows are out of 100 unless they are
 * more; where items have rows a column may hold the maximum (FIELD.md §3, §9).
 */
import type { Address } from '../values/address';
import { ONE_HUNDRED } from '../values/decimal';
import {
  isScoredItem,
  type Item,
  type ReadFact,
  type Score,
  type StatedResult,
  type UnitScores,
} from '../model/score-sheet';

export function maximumFacts(
  items: readonly Item[],
  units: readonly UnitScores[],
  statedMax: StatedResult | null,
  at: Address,
  mayAssume: boolean,
): ReadFact[] {
  const isKnown =
    items.some((item) => item.max !== null) ||
    (statedMax !== null && statedMax.value !== null) ||
    units.some((unit) => unit.max !== null || [unit.self, unit.appraised].some((scores) => scores?.some(hasMaximum)));
  if (isKnown) return [];
  const leaves = items.filter(isScoredItem);
  const isMore = units.some((unit) =>
    [unit.self, unit.appraised].some((scores) => scores !== null && sumOf(leaves, scores) > ONE_HUNDRED),
  );
  return [isMore || !mayAssume ? { kind: 'missing-column', role: 'max', at } : { kind: 'no-maximum' }];
}

/** «75,42/94» brings its own. */
const hasMaximum = (score: Score): boolean => score.kind === 'points' && score.of !== null;

function sumOf(leaves: readonly Item[], scores: readonly Score[]): number {
  let total = 0;
  for (const { index } of leaves) {
    const score = scores[index];
    if (score?.kind === 'points') total += score.points;
  }
  return total;
}
