/**
 * One text for the many units whose scores are all plain: only the unit's own column (families A, B) or row (C)
 * differs.
 */
import { valueAt } from '../model/grid';
import { addressOf, maxPointsOf, type Item, type UnitScores } from '../model/score-sheet';
import { scoresOf, type PlanContext, type PointsRole, type TermsTemplate } from './plan-context';

export interface ScoreTerms {
  /** `SUM(E7:E8,E10)`, unrounded. */
  readonly points: string;
  /** `SUMIF(E7:E8,">=0",$C7:$C8)+10*COUNT(E10)`, unrounded; counts only where there is a score. */
  readonly max: string;
  /** The same as one value that can be taken off another: `SUM(SUMIF(…),10*COUNT(E10))`. */
  readonly maxTogether: string;
  /** `COUNTA(E7:E8,E10)=3`. */
  readonly isFilled: string;
  /** `COUNT(E7:E8,E10)=3`: every score is a number, nothing is left out. */
  readonly isAllNumbers: string;
  /** Conditions of single cells that today hold no score that can be read. */
  readonly guards: readonly string[];
  /** The rounded points, blank until every score is there. */
  readonly shown: string;
}

/** All scores are there and can be read. */
export const conditionOf = (
  { isFilled, guards }: Pick<ScoreTerms, 'isFilled' | 'guards'>,
  more: readonly string[] = [],
): string => {
  const conditions = [isFilled, ...guards, ...more];
  return conditions.length === 1 ? isFilled : `AND(${conditions.join(',')})`;
};

const NOTHING: readonly string[] = [];

/** Stands for the unit's column or row while a template is spelled; no formula holds it. */
export const PLACE = '\u0001';

/** Plain cells have no guards. */
export const templateOf = (terms: ScoreTerms | null): TermsTemplate | null =>
  terms && {
    points: terms.points.split(PLACE),
    max: terms.max.split(PLACE),
    maxTogether: terms.maxTogether.split(PLACE),
    isFilled: terms.isFilled.split(PLACE),
    isAllNumbers: terms.isAllNumbers.split(PLACE),
    shown: shownPoints(terms.isFilled, terms.points).split(PLACE),
  };

/** `IFERROR(IF(COUNTA(E7:E9)=3,ROUND(SUM(E7:E9),8),""),"")`. */
export const shownPoints = (condition: string, points: string): string => orBlank(condition, `ROUND(${points},8)`);

/** Blank until the condition holds, and where anything is in error. */
export const orBlank = (condition: string, value: string): string => `IFERROR(IF(${condition},${value},""),"")`;

/** Each text is filled in when it is asked for: a total needs no maximum, and only odd tables ask for all numbers. */
export class FilledTerms implements ScoreTerms {
  readonly guards: readonly string[] = NOTHING;

  constructor(
    private readonly template: TermsTemplate,
    private readonly place: string,
  ) {}

  get points(): string {
    return this.template.points.join(this.place);
  }
  get max(): string {
    return this.template.max.join(this.place);
  }
  get maxTogether(): string {
    return this.template.maxTogether.join(this.place);
  }
  get isFilled(): string {
    return this.template.isFilled.join(this.place);
  }
  get isAllNumbers(): string {
    return this.template.isAllNumbers.join(this.place);
  }
  get shown(): string {
    return this.template.shown.join(this.place);
  }
}

const isPlainThroughout = (context: PlanContext, unit: UnitScores, role: PointsRole): boolean => {
  const known = context.plainUnits[role].get(unit);
  if (known !== undefined) return known;
  const isPlain = isEachPlain(context, unit, context.allScored, role);
  context.plainUnits[role].set(unit, isPlain);
  return isPlain;
};

/** True when every cell holds a number, a not-applicable mark or nothing at all. */
export const isAllPlain = (context: PlanContext, unit: UnitScores, items: readonly Item[], role: PointsRole): boolean =>
  isPlainThroughout(context, unit, role) || (items !== context.allScored && isEachPlain(context, unit, items, role));

function isEachPlain(
  { sheet, grid }: PlanContext,
  unit: UnitScores,
  items: readonly Item[],
  role: PointsRole,
): boolean {
  const scores = scoresOf(unit, role);
  for (const item of items) {
    const at = addressOf(sheet, unit, item, role);
    const score = scores[item.index];
    if (!at || !score) return false;
    const value = valueAt(grid, at.row, at.column);
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
