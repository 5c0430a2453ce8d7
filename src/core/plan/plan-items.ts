/** Cells beside the scores that the officer left blank: subtotals of parents, points lost, percentages. */
import { tallyAt, type Tally, type UnitResult } from '../model/assessment';
import { negate, subtract } from '../model/decimal';
import type { CellEdit } from '../model/edit';
import { percentOf, roundRatio } from '../model/ratio';
import { addressOf, isScoredItem, maxPointsOf, type Item, type UnitScores } from '../model/score-sheet';
import { numberContent, resultContent, textContent, write, type Plain } from './cell-writer';
import { itemHabits, type ItemHabits } from './item-habits';
import { ownership } from './own-formula';
import { talliesOf, type PlanContext, type PointsRole } from './plan-context';
import { conditionOf } from './result-formulas';
import { scoreTerms, type ScoreTerms } from './score-terms';

const NOTHING = textContent('');
const POINTS_ROLES: readonly PointsRole[] = ['self', 'appraised'];

export function planItems(context: PlanContext): CellEdit[] {
  const habits = itemHabits(context);
  const { sheet, assessment } = context;
  return sheet.units.flatMap((unit) => {
    const result = assessment.units[unit.index];
    if (!result) return [];
    const edits = sheet.items.flatMap((item) => [
      ...POINTS_ROLES.map((role) => subtotal(context, unit, result, item, role)),
      lost(context, unit, result, item, habits),
      percent(context, unit, result, item, habits),
    ]);
    return edits.filter((edit) => edit !== null);
  });
}

/** `IFERROR(IF(COUNTA(E7:E9)=3,…,""),"")`: blank until every score below is there. */
const orBlank = (terms: ScoreTerms, value: string): string => `IFERROR(IF(${conditionOf(terms)},${value},""),"")`;

const isNotApplicable = (tally: Tally | null): boolean => tally?.max === 0;

function subtotal(context: PlanContext, unit: UnitScores, result: UnitResult, item: Item, role: PointsRole): CellEdit | null {
  const at = isScoredItem(item) || maxPointsOf(unit, item) === null ? null : addressOf(context.sheet, unit, item, role);
  const tallies = talliesOf(unit, result, role);
  const tally = tallyAt(tallies, item.index);
  if (!at || !tallies || isNotApplicable(tally) || ownership(context, at, 'points') === 'theirs') return null;
  const terms = context.live ? scoreTerms(context, unit, context.scoredBelow[item.index] ?? [], role) : null;
  const content = resultContent(context, terms && orBlank(terms, `ROUND(${terms.points},8)`), tally ? numberContent(tally.points) : NOTHING);
  return write(context, at, 'points', content);
}

/** The awarded tally of an item whose loss and percentage can be told or may come to be. */
function awarded(context: PlanContext, unit: UnitScores, result: UnitResult, item: Item): Tally | null | undefined {
  const tally = tallyAt(result.totals.awarded, item.index);
  const hasMax = (context.scoredBelow[item.index] ?? []).every((scored) => maxPointsOf(unit, scored) !== null);
  return hasMax && !isNotApplicable(tally) ? tally : undefined;
}

function lost(context: PlanContext, unit: UnitScores, result: UnitResult, item: Item, habits: ItemHabits): CellEdit | null {
  const at = addressOf(context.sheet, unit, item, 'lost');
  if (!at || ownership(context, at, 'lost') === 'theirs') return null;
  const tally = awarded(context, unit, result, item);
  const terms = tally === undefined || !context.live ? null : scoreTerms(context, unit, context.scoredBelow[item.index] ?? [], unit.awardedRole);
  if (tally === undefined) return null;
  const difference = terms && (habits.isLossNegative ? `ROUND(${terms.points}-${maxOf(terms)},8)` : `ROUND(${maxOf(terms)}-${terms.points},8)`);
  const shown = difference && (habits.showsNoLoss ? difference : `IF(${difference}=0,"",${difference})`);
  return write(context, at, 'lost', resultContent(context, terms && shown && orBlank(terms, shown), lossNow(tally, habits)));
}

function lossNow(tally: Tally | null, { isLossNegative, showsNoLoss }: ItemHabits): Plain {
  const loss = tally && subtract(tally.max, tally.points);
  if (loss === null || (loss === 0 && !showsNoLoss)) return NOTHING;
  return numberContent(isLossNegative ? negate(loss) : loss);
}

function percent(context: PlanContext, unit: UnitScores, result: UnitResult, item: Item, habits: ItemHabits): CellEdit | null {
  const at = addressOf(context.sheet, unit, item, 'percent');
  if (!at || ownership(context, at, 'percent') === 'theirs') return null;
  const tally = awarded(context, unit, result, item);
  if (tally === undefined) return null;
  const terms = context.live ? scoreTerms(context, unit, context.scoredBelow[item.index] ?? [], unit.awardedRole) : null;
  const isFraction = habits.fractionColumns.has(at.column);
  const places = habits.percentPlaces + (isFraction ? 2 : 0);
  const formula = terms && orBlank(terms, `ROUND(ROUND(${terms.points},8)/ROUND(${terms.max},8)${isFraction ? '' : '*100'},${places})`);
  return write(context, at, 'percent', resultContent(context, formula, percentNow(tally, isFraction, places)));
}

function percentNow(tally: Tally | null, isFraction: boolean, places: number): Plain {
  const ratio = tally && percentOf(tally.points, tally.max);
  if (!ratio) return NOTHING;
  return numberContent(roundRatio(isFraction ? { numerator: ratio.numerator, denominator: ratio.denominator * 100n } : ratio, places));
}

/** Several terms must be taken off together. */
const maxOf = ({ max }: ScoreTerms): string => (max.includes('+') ? `SUM(${max.split('+').join(',')})` : max);
