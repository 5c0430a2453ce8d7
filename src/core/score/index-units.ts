/** The index of one unit, exact: (Σ awarded + bonus − penalty) ÷ Σ applicable maximum × 100 (DOMAIN.md §3). */
import { tallyAt, type UnitTotals } from '../model/assessment';
import { add, subtract, type Decimal } from '../model/decimal';
import { percentOf, plus, times, type Ratio } from '../model/ratio';
import { isScoredItem, type ScoreSheet } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import { settle } from './roll-up';

/** 75,42 of 94 → 80,234…; null while a score is missing, or when nothing applies to the unit. */
export function indexOf(totals: UnitTotals, settings: Settings, sheet: ScoreSheet): Ratio | null {
  if (!totals.awardedTotal) return null;
  const outside = subtract(totals.bonus, totals.penalty);
  if (settings.appraisedShare === null) return percentOf(add(totals.awardedTotal.points, outside), totals.awardedTotal.max);
  const parts = splitBySurvey(totals, sheet);
  // Points outside the tree count with the appraised part and are scaled with it.
  const appraised = parts && percentOf(add(parts.appraised, outside), parts.applicable);
  if (!parts || !appraised) return null;
  const share = times({ numerator: appraised.numerator, denominator: appraised.denominator * 100n }, settings.appraisedShare);
  return plus(share, parts.survey);
}

/** Appraised points and their maximum without the survey part, and the survey's own points. */
function splitBySurvey(totals: UnitTotals, sheet: ScoreSheet): { appraised: Decimal; applicable: Decimal; survey: Decimal } | null {
  let [appraised, applicable, survey] = [0, 0, 0];
  for (const item of sheet.items) {
    if (!isScoredItem(item)) continue;
    const tally = tallyAt(totals.awarded, item.index);
    if (!tally) return null;
    if (isSurvey(sheet, item.index)) {
      survey += tally.points;
    } else {
      appraised += tally.points;
      applicable += tally.max;
    }
  }
  return { appraised: settle(appraised), applicable: settle(applicable), survey: settle(survey) };
}

function isSurvey(sheet: ScoreSheet, index: number): boolean {
  for (let at = index; at >= 0; at = sheet.items[at]?.parent ?? -1) if (sheet.items[at]?.survey === true) return true;
  return false;
}
