/** The index of one unit, exact: (Σ awarded + bonus − penalty) ÷ Σ applicable maximum × 100 (FIELD.md §3). */
import { tallyAt, type UnitTotals } from '../model/assessment';
import { add, subtract, type Decimal } from '../values/decimal';
import { percentOf, plus, times, type Ratio } from '../values/ratio';
import { isSurvey, isCounted, type ScoreSheet } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import { settle } from './roll-up';

/** The parts of an index: raw sums, not settled, so that points can still be added to them. */
export interface IndexParts {
  readonly appraised: number;
  readonly applicable: number;
  /** Points of the survey part if it is added after scaling (`share`); else 0, because `appraised` includes it. */
  readonly survey: number;
  /** Bonus less penalty. */
  readonly outside: Decimal;
  readonly share: Decimal | null;
}

/** 75,42 of 94 → 80,234…; null if a score is missing or nothing applies to the unit. */
export function indexOf(totals: UnitTotals, settings: Settings, sheet: ScoreSheet): Ratio | null {
  const parts = indexParts(totals, settings, sheet);
  return parts && indexOfParts(parts);
}

export function indexOfParts({ appraised, applicable, survey, outside, share }: IndexParts): Ratio | null {
  // Points outside the tree count with the appraised part and are scaled with it.
  const reached = percentOf(add(settle(appraised), outside), settle(applicable));
  if (!reached || share === null) return reached;
  return plus(times({ numerator: reached.numerator, denominator: reached.denominator * 100n }, share), settle(survey));
}

export function indexParts(
  totals: UnitTotals,
  { appraisedShare: share }: Settings,
  sheet: ScoreSheet,
): IndexParts | null {
  const total = totals.awardedTotal;
  if (!total) return null;
  const outside = subtract(totals.bonus, totals.penalty);
  if (share === null) return { appraised: total.points, applicable: total.max, survey: 0, outside, share };
  let [appraised, applicable, survey] = [0, 0, 0];
  for (const item of sheet.items) {
    if (!isCounted(item)) continue;
    const tally = tallyAt(totals.awarded, item.position);
    if (!tally) return null;
    if (isSurvey(sheet.items, item)) {
      survey += tally.points;
    } else {
      appraised += tally.points;
      applicable += tally.max;
    }
  }
  return { appraised, applicable, survey, outside, share };
}
