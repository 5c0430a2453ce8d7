/**
 * Points as documents write them: one rule for every sentence and every table, so that what adds up in the sheet adds
 * up on paper.
 */
import type { Assessment, Tally } from '../model/assessment';
import { placesOf, roundTo, toVietnamese, ZERO, type Decimal } from '../values/decimal';
import { hasFormula } from '../model/grid';
import { addressOf, type Score, type ScoreSheet } from '../model/score-sheet';
import type { Address } from '../values/address';

/** FIELD.md §3: two decimals unless the sheet says otherwise. */
const FEWEST = 2;
/** More decimals than these were pasted from a calculation, not given as points. */
const MOST = 4;
/** Sums are settled here (decimal.why.md): three typed thirds are 1. */
const SETTLED = 8;

const known = new WeakMap<Assessment, number>();

/** How many decimals points of this sheet are written with at the most: what its typed points and its index carry. */
export function pointPlacesOf(assessment: Assessment): number {
  const seen = known.get(assessment);
  if (seen !== undefined) return seen;
  const places = Math.min(MOST, Math.max(FEWEST, assessment.places, typedPlaces(assessment.scoreSheet)));
  known.set(assessment, places);
  return places;
}

function typedPlaces(sheet: ScoreSheet): number {
  const { grid, items, units } = sheet;
  let places = FEWEST;
  const see = (value: Decimal | null, cell: () => Address | null): void => {
    if (value === null || roundTo(value, places) === value) return;
    const at = cell();
    if (at && hasFormula(grid, at.row, at.column)) return;
    const needed = placesOf(value);
    if (needed <= MOST) places = needed;
  };
  for (const unit of units) {
    const { self, appraised, stated, bonus, penalty } = unit;
    const look = (scores: readonly Score[] | null, role: 'self' | 'appraised'): void => {
      for (const item of items) {
        const score = scores?.[item.index];
        if (score?.kind === 'points' && item.children.length === 0)
          see(score.points, () => addressOf(sheet, unit, item, role));
      }
    };
    look(self, 'self');
    look(appraised, 'appraised');
    for (const result of [stated.total, stated.selfTotal, ...bonus, ...penalty])
      if (result) see(result.value, () => result.at);
  }
  return places;
}

/** «0,53»: rounded once, half-up, with no more decimals than it needs. What is not nought is never shown as nought. */
export function shown(value: Decimal, places: number): string {
  const settled = roundTo(value, SETTLED);
  const rounded = roundTo(settled, places);
  return rounded === ZERO && settled !== ZERO ? shown(settled, places + 1) : toVietnamese(rounded);
}

/** «75,42/94». */
export const fraction = ({ points, max }: Tally, places: number): string =>
  `${shown(points, places)}/${shown(max, places)}`;

/** «75,42/94 điểm». */
export const pointsOf = (tally: Tally, places: number): string => `${fraction(tally, places)} điểm`;

/** «69,40%» beside «75,62%»: percents of a sentence or a column are written alike; whole ones stay «70%». */
export const percentText = (value: Decimal, places: number): string =>
  `${roundTo(value, 0) === value ? toVietnamese(value) : toVietnamese(value, Math.max(places, placesOf(value)))}%`;
