/** Indices as they are once the mistakes are mended: what ratings and ranks are compared with. */
import { resultOf } from '../model/assessment';
import { ONE_HUNDRED, type Decimal } from '../values/decimal';
import { once } from '../values/once';
import { compareRatios, percentOf, type Ratio } from '../values/ratio';
import type { RuleContext } from '../model/rule';
import type { UnitScores } from '../model/score-sheet';
import { diagnosis } from './mistakes';

/**
 * By unit that a mistake touches: the index that its sheet states once the likeliest explanation is true; null where
 * nobody knows. Units without a mistake are absent: their own index is right.
 */
export const correctedIndices = once((context: RuleContext): ReadonlyMap<UnitScores, Decimal | null> => {
  const corrected = new Map<UnitScores, Decimal | null>();
  for (const { broken, explanations } of diagnosis(context).mistakes) {
    const changes = explanations[0]?.changes;
    // A common maximum that is wrong makes every unit's index wrong.
    const isCommon = broken.some(({ result }) => result.unit === null);
    const touched = isCommon ? context.scoreSheet.units : broken.flatMap(({ result }) => result.unit ?? []);
    for (const unit of touched) {
      const moved = [...(changes ?? [])].find(([figure]) => figure.role === 'index' && figure.unit === unit);
      corrected.set(unit, moved?.[1] ?? unit.stated.index?.value ?? null);
    }
  }
  return corrected;
});

/** The index to rank by: exact where it is sound, as stated where a mistake was mended. */
function soundRatio(context: RuleContext, unit: UnitScores): Ratio | null {
  const corrected = correctedIndices(context).get(unit);
  if (corrected === undefined) return resultOf(context, unit).index;
  return corrected === null ? null : percentOf(corrected, ONE_HUNDRED);
}

/** The rank of every unit of one khối by sound indices; null where one of them is not known. */
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
