/** Points of units for a tree of criteria, and their typing into cells. */
import type { CellValue } from '../../../src/core/model/workbook/grid';
import { isScored, type Criterion, type GeneratedUnit, type Hundredths, type Points } from './model';
import type { Random } from './random';

/** How a sheet writes its numbers. */
export interface Typing {
  /** Share of numbers written as text with a comma. */
  readonly textShare: number;
  readonly suffix: string;
}

export const PLAIN_TYPING: Typing = { textShare: 0, suffix: '' };

export function typed(random: Random, typing: Typing, points: Hundredths): CellValue {
  if (typing.textShare === 0 || !random.chance(typing.textShare)) return points / 100;
  return `${commaText(points)}${typing.suffix}`;
}

/** 0,75 for 75 hundredths. */
export const commaText = (points: Hundredths): string => String(points / 100).replace('.', ',');

export interface ScoreStyle {
  /** Smallest step of points, in hundredths. */
  readonly step: number;
  /** Share of scored items for which the appraisal deducts points. */
  readonly appraisedLoss: number;
  readonly selfLoss: number;
  /** Share of items that do not apply to a unit. */
  readonly notApplicable: number;
  /** Share of items for which the appraisal gives more than the self-score. */
  readonly raised: number;
}

/** The appraised score is at most the self-score, except for the raised share. */
export function scoresOf(
  random: Random,
  criteria: readonly Criterion[],
  style: ScoreStyle,
): Pick<GeneratedUnit, 'self' | 'appraised'> {
  const self: Points[] = [];
  const appraised: Points[] = [];
  for (const criterion of criteria) {
    if (!isScored(criterion) || random.chance(style.notApplicable)) {
      self.push(null);
      appraised.push(null);
      continue;
    }
    const own = random.chance(style.selfLoss) ? lower(random, criterion.max, style.step) : criterion.max;
    const theirs = random.chance(style.appraisedLoss) ? lower(random, own, style.step) : own;
    const isRaised = style.raised > 0 && random.chance(style.raised);
    self.push(isRaised ? lower(random, criterion.max, style.step) : own);
    appraised.push(isRaised ? criterion.max : theirs);
  }
  return { self, appraised };
}

/** Fewer points, at a multiple of the step; sometimes 0. */
function lower(random: Random, points: Hundredths, step: number): Hundredths {
  if (points === 0 || random.chance(0.15)) return 0;
  const steps = Math.max(1, Math.ceil(points / step));
  return Math.max(0, Math.min(points, (steps - random.between(1, Math.max(1, Math.ceil(steps / 2)))) * step));
}

/**
 * Makes at least two scored items lose points in the appraisal; otherwise it could not be told from the self-scores.
 */
export function ensureDifferences(
  criteria: readonly Criterion[],
  unit: Pick<GeneratedUnit, 'self' | 'appraised'>,
): Pick<GeneratedUnit, 'self' | 'appraised'> {
  const { self, appraised } = unit;
  if (!self || !appraised) return unit;
  const changed = [...appraised];
  let differing = changed.filter((points, at) => points !== self[at]).length;
  for (const { index } of criteria) {
    const points = changed[index];
    if (differing >= 3 || points === null || points === undefined || points !== self[index] || points < 25) continue;
    changed[index] = points - 25;
    differing++;
  }
  return { self, appraised: changed };
}
