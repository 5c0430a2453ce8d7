/** One text for the many units whose scores are all plain: only the unit's own column (families A, B) or row (C) differs. */
import { valueAt } from '../model/grid';
import { maxPointsOf, type Item, type UnitScores } from '../model/score-sheet';
import { scoresOf, type PlanContext, type PointsRole } from './plan-context';

export interface ScoreTerms {
  /** `SUM(E7:E8,E10)`, unrounded. */
  readonly points: string;
  /** `SUMIF(E7:E8,">=0",$C7:$C8)+10*COUNT(E10)`, unrounded; counts only where there is a score. */
  readonly max: string;
  /** `COUNTA(E7:E8,E10)=3`. */
  readonly isFilled: string;
  /** `COUNT(E7:E8,E10)=3`: every score is a number, nothing is left out. */
  readonly isAllNumbers: string;
  /** Conditions of single cells that today hold no score that can be read. */
  readonly guards: readonly string[];
}

/** Stands for the unit's column or row while a template is spelled; no formula holds it. */
export const PLACE = '\u0001';

/** Each text cut at the places to be filled in. */
export type TermsTemplate = Readonly<Record<'points' | 'max' | 'isFilled' | 'isAllNumbers', readonly string[]>>;

export const templateOf = (terms: ScoreTerms | null): TermsTemplate | null =>
  terms && {
    points: terms.points.split(PLACE),
    max: terms.max.split(PLACE),
    isFilled: terms.isFilled.split(PLACE),
    isAllNumbers: terms.isAllNumbers.split(PLACE),
  };

/** Each text is filled in when it is asked for: a total needs no maximum, and only odd tables ask for all numbers. */
export const filledIn = (template: TermsTemplate, place: string): ScoreTerms => ({
  get points() {
    return template.points.join(place);
  },
  get max() {
    return template.max.join(place);
  },
  get isFilled() {
    return template.isFilled.join(place);
  },
  get isAllNumbers() {
    return template.isAllNumbers.join(place);
  },
  guards: [],
});

/** True when every cell holds a number, a not-applicable mark or nothing at all. */
export function isAllPlain({ sheet, grid }: PlanContext, unit: UnitScores, items: readonly Item[], role: PointsRole): boolean {
  const scores = scoresOf(unit, role);
  const isAcross = sheet.kind === 'units-as-rows';
  for (const item of items) {
    const column = isAcross ? item.columns[role] : unit.columns[role];
    const score = scores[item.index];
    if (column === undefined || !score) return false;
    const value = valueAt(grid, isAcross ? unit.row : item.row, column);
    const isPlain =
      value === null
        ? score.kind === 'notYetScored' && maxPointsOf(unit, item) !== 0
        : typeof value === 'number'
          ? score.kind === 'points' && score.of === null && score.repairs.length === 0
          : score.kind === 'notApplicable' && typeof value === 'string';
    if (!isPlain) return false;
  }
  return true;
}
