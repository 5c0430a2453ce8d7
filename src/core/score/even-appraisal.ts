/**
 * Compares appraised scores with the units' own: how they differ, how evenly they were given, and how firm the ranking
 * is. For review only; nothing is changed.
 */
import { bandsFor } from '../model/rating-limits';
import { appraiserFinder } from '../matching/match-criteria';
import { isCurrent } from '../matching/split-years';
import { tallyAt, type Assessment, type BookAssessment, type UnitResult, type UnitTotals } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { isScoredItem, type Item } from '../model/score-sheet';
import { rateIndex } from '../model/settings';
import { add, decimal, minimum, subtract, sum, ZERO, type Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import { compareRatios, percentOf, roundRatio, type Ratio } from '../values/ratio';
import { indexOf } from './index-units';

/** One item of one unit with both its scores. */
interface Both {
  readonly result: UnitResult;
  readonly item: Item;
  readonly self: Decimal;
  readonly awarded: Decimal;
  readonly max: Decimal;
}

export interface ItemGap {
  readonly item: Item;
  /** Numbers of units that scored themselves higher, that scored themselves lower, and that were compared. */
  readonly higher: number;
  readonly lower: number;
  readonly units: number;
  /** Self minus appraised, summed over all units; `overall` sums the absolute differences. */
  readonly difference: Decimal;
  readonly overall: Decimal;
}

export interface UnitGap {
  readonly result: UnitResult;
  readonly higher: number;
  readonly lower: number;
  readonly difference: Decimal;
}

/** An item that one khối, or the units of one appraiser, lost far more of than another, of their own points. */
export interface UnevenGroups {
  readonly item: Item;
  readonly most: GroupCut;
  readonly least: GroupCut;
}
export interface GroupCut {
  readonly group: string;
  /** Number of scores compared; for a single item, one per unit. */
  readonly units: number;
  /** Percentage of the self-scored points that was not accepted. */
  readonly cut: Ratio;
}

/** Units with the same self-score for an item, some accepted in full and some cut by half or more. */
export interface UnevenSelfScore {
  readonly item: Item;
  readonly self: Decimal;
  readonly acceptedInFull: readonly UnitResult[];
  readonly cut: readonly UnitResult[];
}

export interface ComparedSides {
  readonly assessment: Assessment;
  readonly items: readonly ItemGap[];
  readonly units: readonly UnitGap[];
  readonly groups: readonly UnevenGroups[];
  readonly appraisers: readonly UnevenGroups[];
  /** How much each appraiser cut over all its items, largest first; empty if none cut far more than another. */
  readonly cuts: readonly GroupCut[];
  readonly selfScores: readonly UnevenSelfScore[];
}

/** This year's tables with both self-scored and appraised points. */
export const compareSides = ({ sheets }: BookAssessment): ComparedSides[] =>
  sheets.filter(isCurrent).flatMap((assessment) => {
    const both = bothOf(assessment);
    if (both.length === 0) return [];
    const byItem = [...groupsOf(both, ({ item }) => item)];
    const appraiserOf = appraiserFinder(assessment);
    const appraiser = ({ result, item }: Both): string | null => appraiserOf(result.unit, item);
    const cuts = cutsOf(both, appraiser);
    return [
      {
        assessment,
        items: byItem.map(([item, scores]) => itemGap(item, scores)),
        units: [...groupsOf(both, ({ result }) => result)].map(([result, scores]) => ({ result, ...sidesOf(scores) })),
        groups: byItem.flatMap(
          ([item, scores]) => unevenGroups(item, scores, ({ result }) => result.unit.group ?? '') ?? [],
        ),
        appraisers: byItem.flatMap(([item, scores]) => unevenGroups(item, scores, appraiser) ?? []),
        cuts: areUneven(cuts) ? cuts : [],
        selfScores: byItem.flatMap(([item, scores]) => unevenSelfScores(item, scores)),
      },
    ];
  });

function bothOf(assessment: Assessment): Both[] {
  const { items } = assessment.scoreSheet;
  return assessment.units.flatMap((result) => {
    if (result.unit.awardedRole !== 'appraised') return [];
    return items.flatMap((item): Both[] => {
      const self = tallyAt(result.totals.self, item.position);
      const awarded = tallyAt(result.totals.awarded, item.position);
      // An item that does not apply on one side has no score to compare.
      if (!isScoredItem(item) || !self || !awarded || self.max === 0 || awarded.max === 0) return [];
      return [{ result, item, self: self.points, awarded: awarded.points, max: awarded.max }];
    });
  });
}

const sidesOf = (scores: readonly Both[]): Pick<ItemGap, 'higher' | 'lower' | 'difference'> => ({
  higher: scores.filter(({ self, awarded }) => self > awarded).length,
  lower: scores.filter(({ self, awarded }) => self < awarded).length,
  difference: sum(scores.map(({ self, awarded }) => subtract(self, awarded))),
});

const itemGap = (item: Item, scores: readonly Both[]): ItemGap => ({
  item,
  units: scores.length,
  ...sidesOf(scores),
  overall: sum(scores.map(({ self, awarded }) => (self > awarded ? subtract(self, awarded) : subtract(awarded, self)))),
});

const FEWEST_UNITS = 3;
/** Percentage points between two khối or two appraisers. */
const UNEVEN = decimal('25');

/** Returns null if the score belongs to no group. */
type GroupOf = (score: Both) => string | null;

function cutsOf(scores: readonly Both[], groupOf: GroupOf): GroupCut[] {
  const cuts = [...groupsOf(scores, groupOf)].flatMap(([group, some]): GroupCut[] => {
    const cut = percentOf(
      sum(some.map(({ self, awarded }) => (self > awarded ? subtract(self, awarded) : ZERO))),
      sum(some.map(({ self }) => self)),
    );
    return some.length < FEWEST_UNITS || !cut || group === null ? [] : [{ group, units: some.length, cut }];
  });
  return cuts.sort((a, b) => compareRatios(b.cut, a.cut));
}

function areUneven(cuts: readonly GroupCut[]): boolean {
  const [most, least] = [cuts[0], cuts.at(-1)];
  return (
    most !== undefined && least !== undefined && subtract(roundRatio(most.cut, 2), roundRatio(least.cut, 2)) >= UNEVEN
  );
}

function unevenGroups(item: Item, scores: readonly Both[], groupOf: GroupOf): UnevenGroups | null {
  const cuts = cutsOf(scores, groupOf);
  const [most, least] = [cuts[0], cuts.at(-1)];
  return most && least && areUneven(cuts) ? { item, most, least } : null;
}

function unevenSelfScores(item: Item, scores: readonly Both[]): UnevenSelfScore[] {
  const claimed = scores.filter(({ self }) => self > 0);
  return [...groupsOf(claimed, ({ self }) => self)].flatMap(([self, some]) => {
    const acceptedInFull = some.filter(({ awarded }) => awarded >= self).map(({ result }) => result);
    const cut = some.filter(({ awarded }) => awarded * 2 <= self).map(({ result }) => result);
    return acceptedInFull.length > 0 && cut.length > 0 ? [{ item, self, acceptedInFull, cut }] : [];
  });
}

/** Two neighbours in a ranking that are at most one step or a tenth of a point apart, whichever is larger. */
export interface NearPair {
  readonly assessment: Assessment;
  readonly above: UnitResult;
  readonly below: UnitResult;
  /** How much the lower unit lacks, in points of its own maximum, rounded to three decimals. */
  readonly points: Decimal;
}

/** What would change if the explanation of one loss were accepted. */
export interface OpenExplanation {
  readonly assessment: Assessment;
  readonly result: UnitResult;
  readonly loss: Deduction;
  /** Points that would come back: up to the self-score, or else the whole loss. */
  readonly gain: Decimal;
  readonly index: Decimal;
  /** Units that would be overtaken. */
  readonly passed: readonly UnitResult[];
  /** The rating after that; null if it stays the same. */
  readonly rating: string | null;
}

export interface Firmness {
  readonly step: Decimal;
  readonly near: readonly NearPair[];
  readonly open: readonly OpenExplanation[];
}

const TENTH = decimal('0.1');

export function firmnessOf({ sheets }: BookAssessment): Firmness {
  const current = sheets.filter(isCurrent);
  const step = stepOf(current);
  const ranked = current.flatMap((assessment) =>
    assessment.units.flatMap((result) => (result.index && result.rank !== null ? [{ assessment, result }] : [])),
  );
  const rankings = [...groupsOf(ranked, ({ result }) => result.unit.group ?? 'tất cả').values()].map((peers) =>
    [...peers].sort((a, b) => compareRatios(b.result.index ?? NOTHING, a.result.index ?? NOTHING)),
  );
  const near = rankings.flatMap((ranking) =>
    ranking.flatMap(({ assessment, result: below }, position): NearPair[] => {
      const above = ranking[position - 1]?.result;
      const points = above && apart(above, below);
      return above && points !== undefined && points > 0 && points <= (step > TENTH ? step : TENTH)
        ? [{ assessment, above, below, points }]
        : [];
    }),
  );
  const open = rankings.flatMap((ranking) =>
    ranking.flatMap(({ assessment, result }, position) =>
      assessment.deductions.flatMap((loss) =>
        loss.unit === result.unit && loss.explanation !== null
          ? (accepted(
              assessment,
              result,
              loss,
              ranking.slice(0, position).map((each) => each.result),
            ) ?? [])
          : [],
      ),
    ),
  );
  return { step, near, open };
}

const NOTHING: Ratio = { numerator: 0n, denominator: 1n };

/** The difference between the two indices, in points of the lower unit's maximum. */
function apart({ index: above }: UnitResult, { index: below, totals }: UnitResult): Decimal {
  const max = totals.awardedTotal?.max ?? ZERO;
  if (!above || !below) return ZERO;
  const difference = {
    numerator: (above.numerator * below.denominator - below.numerator * above.denominator) * BigInt(max),
    denominator: above.denominator * below.denominator * 10n ** 10n * 100n,
  };
  return roundRatio(difference, 3);
}

/** What the unit gave itself is what it explains; where that is no more than it got, the whole loss. */
function accepted(
  assessment: Assessment,
  result: UnitResult,
  loss: Deduction,
  better: readonly UnitResult[],
): OpenExplanation | null {
  const { settings, places, scoreSheet } = assessment;
  const claimed = loss.selfPoints === null ? ZERO : subtract(loss.selfPoints, loss.awardedPoints);
  const gain = claimed > 0 ? minimum(claimed, loss.lostPoints) : loss.lostPoints;
  const index = indexOf(withGain(result.totals, loss.item, gain), settings, scoreSheet);
  if (!index) return null;
  const published = roundRatio(index, places);
  const rating = rateIndex(published, bandsFor(settings.scale, result.limits));
  return {
    assessment,
    result,
    loss,
    gain,
    index: published,
    passed: better.filter((each) => each.index !== null && compareRatios(index, each.index) > 0),
    rating: rating === result.rating ? null : rating,
  };
}

function withGain(totals: UnitTotals, item: Item, gain: Decimal): UnitTotals {
  const { awarded } = totals;
  const pointsAt = (position: number): number => awarded.pointsAt(position) + (position === item.area ? gain : 0);
  const total = totals.awardedTotal;
  return {
    ...totals,
    awarded: { pointsAt, maxAt: (position) => awarded.maxAt(position) },
    awardedTotal: total && { points: add(total.points, gain), max: total.max },
  };
}

/** The largest number that all maxima and awarded points are multiples of. */
function stepOf(assessments: readonly Assessment[]): Decimal {
  let step = 0;
  for (const { scoreSheet, units } of assessments)
    for (const { totals } of units)
      for (const { position } of scoreSheet.items)
        for (const value of [totals.awarded.pointsAt(position), totals.awarded.maxAt(position)])
          if (!Number.isNaN(value)) step = greatestDivisor(step, Math.abs(value));
  return step as Decimal;
}

function greatestDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
