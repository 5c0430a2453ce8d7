/** Indices after the mistakes are corrected, for comparison with ratings and ranks. */
import { resultOf } from '../model/assessment';
import { ONE_HUNDRED, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import { compareRatios, percentOf, type Ratio } from '../values/ratio';
import type { RuleContext } from '../model/rule';
import type { UnitScores } from '../model/score-sheet';
import { diagnosis } from './mistakes';

/**
 * For each unit that a mistake affects: its stated index under the likeliest explanation; null if there is none. Units
 * without a mistake are absent: their own index is right.
 */
export const correctedIndices = once((context: RuleContext): ReadonlyMap<UnitScores, Decimal | null> => {
  const corrected = new Map<UnitScores, Decimal | null>();
  for (const { broken, explanations } of diagnosis(context).mistakes) {
    const changes = explanations[0]?.changes;
    // A wrong common maximum makes every unit's index wrong.
    const isCommon = broken.some(({ result }) => result.unit === null);
    const touched = isCommon ? context.scoreSheet.units : broken.flatMap(({ result }) => result.unit ?? []);
    for (const unit of touched) {
      const moved = [...(changes ?? [])].find(([figure]) => figure.role === 'index' && figure.unit === unit);
      corrected.set(unit, moved?.[1] ?? unit.stated.index?.value ?? null);
    }
  }
  return corrected;
});

/** The index to rank by: exact if no mistake affects the unit, else the corrected stated index. */
function soundRatio(context: RuleContext, unit: UnitScores): Ratio | null {
  const corrected = correctedIndices(context).get(unit);
  if (corrected === undefined) return resultOf(context, unit).index;
  return corrected === null ? null : percentOf(corrected, ONE_HUNDRED);
}

/** The rank of every unit of one khối by corrected indices; null if one of them is unknown. */
export function soundRanks(
  context: RuleContext,
  members: readonly UnitScores[],
): ReadonlyMap<UnitScores, number> | null {
  const ratios = members.map((unit) => ({ unit, ratio: soundRatio(context, unit) }));
  const known = ratios.flatMap(({ unit, ratio }) => (ratio ? [{ unit, ratio }] : []));
  if (known.length < ratios.length) return null;
  known.sort((a, b) => compareRatios(b.ratio, a.ratio));
  const ranks = new Map<UnitScores, number>();
  let rank = 0;
  let distinct = 0;
  known.forEach(({ unit, ratio }, position) => {
    const above = known[position - 1];
    if (!above || compareRatios(above.ratio, ratio) !== 0) {
      distinct++;
      rank = context.settings.ties === 'dense' ? distinct : position + 1;
    }
    ranks.set(unit, rank);
  });
  return ranks;
}
