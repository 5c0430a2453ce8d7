/**
 * Formats points for documents, with one rule for all sentences and tables, so that sums that add up in the sheet also
 * add up on paper.
 */
import type { Assessment, Tally } from '../model/assessment';
import { placesOf, roundTo, toVietnamese, ZERO, type Decimal } from '../values/decimal';
import { hasFormula } from '../model/workbook/grid';
import { addressOf, type Score, type ScoreSheet } from '../model/score-sheet';
import type { Address } from '../values/address';

/** FIELD.md §3: two decimals unless the sheet says otherwise. */
const FEWEST = 2;
/** A number with more decimals was pasted from a calculation, not given as points. */
const MOST = 4;
/** Sums are rounded to this many decimals first (decimal.why.md), so that three typed thirds make 1. */
const SETTLED = 8;

const known = new WeakMap<Assessment, number>();

/** The maximum number of decimals for points of this sheet, from its typed points and its index. */
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
        const score = scores?.[item.position];
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

/** «0,53»: rounded once, half-up, without trailing zeros. A value other than zero is never shown as zero. */
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

/**
 * «69,40%» beside «75,62%»: all percents of a sentence or column have the same number of decimals, except whole ones,
 * which stay «70%».
 */
export const percentText = (value: Decimal, places: number): string =>
  `${roundTo(value, 0) === value ? toVietnamese(value) : toVietnamese(value, Math.max(places, placesOf(value)))}%`;
