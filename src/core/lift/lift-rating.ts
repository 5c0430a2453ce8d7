/**
 * Computes what would lift a unit to the next rating or past the unit above it, exactly: from the rounded index that is
 * published, and with the own weight of every loss.
 */
import { bandsFor } from '../model/rating-limits';
import { rankedIndex, resultAt, tallyAt, type Assessment, type UnitResult } from '../model/assessment';
import { DECIMAL_PLACES, ONE_HUNDRED, sum, truncateTo, type Decimal } from '../values/decimal';
import type { Deduction } from '../model/deduction';
import type { Lift, LiftSet, LossGain, UnitLift } from '../model/lift';
import { compareRatios, type Ratio } from '../values/ratio';
import { isCounted, isSurvey, positionsOf } from '../model/score-sheet';
import { isCurrent } from '../matching/split-years';
import { isInBand } from '../model/settings';
import { indexOfParts, indexParts, type IndexParts } from '../score/index-units';
import { publish } from '../score/publish';
import { settle } from '../score/roll-up';
import { smallestSets } from './smallest-sets';
import { remedied } from './what-if';

const MOST_SETS = 5;
const UNIT = 10n ** BigInt(DECIMAL_PLACES);
/** Sums are settled to eight decimals: the smallest visible amount, in ten-billionths. */
const SETTLED_STEP = 100n;
/** A malicious sheet may put an index out of all reach. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** Null for an undetermined unit. `canRemedy` excludes losses that cannot be remedied. */
export function liftUnit(
  sheets: readonly Assessment[],
  assessment: Assessment,
  unit: number,
  canRemedy: (deduction: Deduction) => boolean = () => true,
): UnitLift | null {
  const result = resultAt(assessment, unit);
  const parts = result && partsOf(assessment, result);
  if (!result?.index || !parts) return null;
  const losses = assessment.deductions
    .filter((each) => each.unit === result.unit)
    .map((deduction): Loss => ({
      deduction,
      weight: weightOf(assessment, parts, deduction),
      remediable: canRemedy(deduction),
    }));
  const [rating, rank] = [nextRating(assessment, result), nextRank(sheets, assessment, result)];
  const lifting: Lifting = { sheets, assessment, result, parts, losses };
  return {
    result,
    rating: rating && liftTo(lifting, rating, result.index),
    rank: rank && liftTo(lifting, rank, result.index),
    gains: losses
      .map(({ deduction, weight, remediable }): LossGain => {
        const numerator = BigInt(deduction.lostPoints) * weight;
        return {
          deduction,
          gain: { numerator, denominator: BigInt(settle(parts.applicable)) * UNIT },
          remediable,
        };
      })
      .sort((a, b) => compareRatios(b.gain, a.gain) || a.deduction.item.position - b.deduction.item.position),
  };
}

interface Loss {
  readonly deduction: Deduction;
  /** What one point of it adds to the scaled index. */
  readonly weight: bigint;
  readonly remediable: boolean;
}

/** A unit to lift, with all its losses. */
interface Lifting {
  readonly sheets: readonly Assessment[];
  readonly assessment: Assessment;
  readonly result: UnitResult;
  readonly parts: IndexParts;
  readonly losses: readonly Loss[];
}

function liftTo(lifting: Lifting, { goal, line, isMore, reached }: Target, index: Ratio): Lift {
  const { sheets, assessment, result, parts, losses } = lifting;
  const able = losses.filter(({ remediable }) => remediable);
  const need = scaledNeed(line, index, parts);
  const gains = able.map(({ deduction, weight }) => BigInt(deduction.lostPoints) * weight);
  const deductionsOf = (chosen: readonly number[]): Deduction[] =>
    chosen.flatMap((position) => able[position]?.deduction ?? []);
  const reaches = (chosen: readonly number[]): boolean =>
    reached(indexOfParts(withLosses(assessment, parts, deductionsOf(chosen))));
  // Losses with more decimals than settled sums may reach a line that their plain sum just misses.
  const slack = SETTLED_STEP * (shareOf(parts) + BigInt(settle(parts.applicable)));
  const sets = smallestSets(gains, need - slack, reaches, MOST_SETS).map((chosen): LiftSet => {
    const deductions = deductionsOf(chosen);
    const items = deductions.map(({ item }) => item);
    return {
      items,
      lost: sum(deductions.map(({ lostPoints }) => lostPoints)),
      after: remedied(sheets, assessment, result.unit.position, positionsOf(items))?.[result.unit.position] ?? result,
    };
  });
  const hasSurvey =
    parts.share !== null && losses.some(({ deduction }) => isSurvey(assessment.scoreSheet.items, deduction.item));
  return {
    goal,
    missing: {
      points: inPoints(need, shareOf(parts), isMore),
      surveyPoints: hasSurvey ? inPoints(need, BigInt(settle(parts.applicable)), isMore) : null,
      isMore,
    },
    sets,
  };
}

interface Target {
  readonly goal: Lift['goal'];
  /** The exact index to reach or, with `isMore`, to exceed. */
  readonly line: Ratio;
  readonly isMore: boolean;
  readonly reached: (index: Ratio | null) => boolean;
}

/** The band above that of the published index. */
function nextRating({ settings, places }: Assessment, { publishedIndex, limits }: UnitResult): Target | null {
  const scale = bandsFor(settings.scale, limits);
  if (publishedIndex === null) return null;
  const present = scale.findIndex((band) => isInBand(publishedIndex, band));
  const next = (present < 0 ? scale.length : present) - 1;
  const band = scale[next];
  if (!band) return null;
  const step = 10 ** (DECIMAL_PLACES - places);
  const below = floorTo(band.from, places);
  const line = (band.inclusive && below === band.from ? below : below + step) as Decimal;
  const reached = (index: Ratio | null): boolean =>
    index !== null && scale.slice(0, next + 1).some((each) => isInBand(publish(index, places), each));
  return { goal: { kind: 'rating', band, line }, line: halfBelow(line, places), isMore: line <= 0, reached };
}

const floorTo = (value: Decimal, places: number): Decimal => {
  const cut = truncateTo(value, places);
  return cut > value ? ((cut - 10 ** (DECIMAL_PLACES - places)) as Decimal) : cut;
};

/** Half-up: 89,995 is published as 90,00. */
const halfBelow = (line: Decimal, places: number): Ratio => ({
  numerator: 2n * BigInt(line) - 10n ** BigInt(DECIMAL_PLACES - places),
  denominator: 2n * UNIT,
});

/** The units with the next better place; drawing level with them does not count as passing them. */
function nextRank(sheets: readonly Assessment[], assessment: Assessment, result: UnitResult): Target | null {
  const { settings, places } = assessment;
  const present = result.rank === null ? null : rankedIndex(result, settings);
  if (!present) return null;
  let nearest: Ratio | null = null;
  let above: Rival[] = [];
  for (const rival of rivalsOf(sheets, assessment, result)) {
    const ratio = rankedIndex(rival.result, settings);
    if (!ratio || compareRatios(ratio, present) <= 0) continue;
    const order = nearest ? compareRatios(ratio, nearest) : -1;
    if (order < 0) [nearest, above] = [ratio, [rival]];
    else if (order === 0) above.push(rival);
  }
  const publishedIndex = above[0]?.result.publishedIndex ?? null;
  if (!nearest || publishedIndex === null) return null;
  const best = nearest;
  const isRounded = settings.rankBy === 'rounded';
  return {
    goal: {
      kind: 'rank',
      above: above.map(({ sheet, result: { unit } }) => ({
        sheet: sheet.scoreSheet.sheet,
        unit,
      })),
      publishedIndex,
    },
    line: isRounded ? halfBelow((publishedIndex + 10 ** (DECIMAL_PLACES - places)) as Decimal, places) : best,
    isMore: !isRounded,
    reached: (index) => {
      const ranked = index && rankedIndex({ index, publishedIndex: publish(index, places) }, settings);
      return ranked !== null && compareRatios(ranked, best) > 0;
    },
  };
}

interface Rival {
  readonly sheet: Assessment;
  readonly result: UnitResult;
}

/** Ranked units of the same khối; for a one-unit sheet, the units of this year's other one-unit sheets. */
function rivalsOf(sheets: readonly Assessment[], assessment: Assessment, { unit }: UnitResult): Rival[] {
  if (assessment.scoreSheet.kind === 'one-unit') {
    return sheets
      .filter(isCurrent)
      .flatMap((sheet) =>
        sheet.scoreSheet.kind === 'one-unit' && sheet !== assessment && sheet.units[0]
          ? [{ sheet, result: sheet.units[0] }]
          : [],
      );
  }
  return assessment.units
    .filter((each) => each.unit.ranked && each.unit.group === unit.group && each.unit !== unit)
    .map((each) => ({ sheet: assessment, result: each }));
}

/** Sums before settling, if the items add up to them. */
function partsOf({ scoreSheet, settings }: Assessment, { totals }: UnitResult): IndexParts | null {
  const parts = indexParts(totals, settings, scoreSheet);
  if (!parts || parts.share !== null) return parts;
  let raw = 0;
  for (const item of scoreSheet.items)
    if (isCounted(item)) raw += tallyAt(totals.awarded, item.position)?.points ?? Number.NaN;
  return settle(raw) === parts.appraised ? { ...parts, appraised: raw } : parts;
}

function withLosses({ scoreSheet }: Assessment, parts: IndexParts, deductions: readonly Deduction[]): IndexParts {
  let { appraised, survey } = parts;
  for (const { item, lostPoints } of deductions) {
    if (parts.share !== null && isSurvey(scoreSheet.items, item)) survey += lostPoints;
    else appraised += lostPoints;
  }
  return { ...parts, appraised, survey };
}

const shareOf = ({ share }: IndexParts): bigint => BigInt(share ?? ONE_HUNDRED);

/** A point's weight in the index as an integer: what the index gains, times the applicable maximum. */
const weightOf = ({ scoreSheet }: Assessment, parts: IndexParts, { item }: Deduction): bigint =>
  parts.share !== null && isSurvey(scoreSheet.items, item) ? BigInt(settle(parts.applicable)) : shareOf(parts);

/** What the index lacks, on the scale of losses × weights; never negative. */
function scaledNeed(line: Ratio, index: Ratio, { applicable }: IndexParts): bigint {
  const lacking = line.numerator * index.denominator - index.numerator * line.denominator;
  const need = ceilDivide(lacking * BigInt(settle(applicable)) * UNIT, line.denominator * index.denominator);
  return need > 0n ? need : 0n;
}

/** To eight decimals: rounded up to what suffices, down if more than that is required. */
function inPoints(need: bigint, weight: bigint, isMore: boolean): Decimal {
  const steps = isMore ? need / (weight * SETTLED_STEP) : ceilDivide(need, weight * SETTLED_STEP);
  return Number(steps * SETTLED_STEP > MOST ? MOST : steps * SETTLED_STEP) as Decimal;
}

const ceilDivide = (a: bigint, b: bigint): bigint => (a <= 0n ? 0n : (a + b - 1n) / b);
