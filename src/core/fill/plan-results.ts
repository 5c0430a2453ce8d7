/** The result cells of one sheet: total, applicable maximum, index, rating and rank of every unit. */
import { resultOf } from '../model/assessment';
import { cellKey, type Address } from '../values/address';
import { add, fromNumber, subtract } from '../values/decimal';
import type { CellEdit } from '../model/workbook/edit';
import { valueAt } from '../model/workbook/grid';
import { RESULT_LABELS, UNDETERMINED } from '../model/result-sheet';
import type { UnitScores } from '../model/score-sheet';
import { numberContent, resultContent, textContent, write } from './cell-writer';
import { MAX_FORMULA } from '../values/formula-text';
import { ownership } from './formula-owner';
import { ref, type PlanContext } from './plan-context';
import { rankContents, type RankBoard } from './plan-ranks';
import { indexOf, indexOfCells, orUnknown, ratingOf } from './result-formulas';
import { resultCells, type LineRole, type ResultCells } from './result-cells';
import { scoreTerms } from './score-terms';
import { conditionOf } from './terms-template';
import { unitOutcome, type UnitOutcome } from './unit-results';

export interface PlannedResults {
  readonly edits: readonly CellEdit[];
  readonly places: ResultCells;
  /** The cell whose formula gives the unit's result as the engine computes it; null if there is none. */
  readonly liveCell: (unit: UnitScores, role: LineRole) => Address | null;
}

export function planResults(context: PlanContext, board: RankBoard | null): PlannedResults {
  const { sheet, assessment } = context;
  const places = resultCells(context);
  const edits: (CellEdit | null)[] = places.newLines.map(({ role, labelAt, labelFormat }) => ({
    kind: 'cell',
    at: labelAt,
    content: textContent(RESULT_LABELS[role]),
    format: labelFormat,
  }));
  const outcomes = assessment.units.map((result) => unitOutcome(context, result.unit, result));
  const isLive = (unit: UnitScores, role: LineRole): boolean => {
    const at = places.cellOf(unit, role);
    return context.live && at !== null && fits(outcomes[unit.position]) && ownership(context, at, role) !== 'officer';
  };
  for (const unit of sheet.units) {
    const outcome = outcomes[unit.position];
    if (outcome) edits.push(...unitEdits(context, places, isLive, unit, outcome), selfTotal(context, places, unit));
  }
  const ranks = rankContents(context, board);
  for (const unit of sheet.units) {
    const at = places.cellOf(unit, 'rank');
    const content = ranks[unit.position];
    if (at && content) edits.push(write(context, at, 'rank', content, places.formatOf(unit, 'rank')));
  }
  const liveCell: PlannedResults['liveCell'] = (unit, role) => {
    const at = places.cellOf(unit, role);
    if (!at || !context.live) return null;
    const isOurs =
      role === 'rank'
        ? ranks[unit.position]?.kind === 'formula' && ownership(context, at, 'rank') !== 'officer'
        : isLive(unit, role);
    return isOurs || givesResult(context, unit, role, at) ? at : null;
  };
  return { edits: edits.filter((edit) => edit !== null), places, liveCell };
}

/** Whether the officer's own formula gives the same result. */
function givesResult({ grid, assessment }: PlanContext, unit: UnitScores, role: LineRole, at: Address): boolean {
  const result = resultOf(assessment, unit);
  if (!grid.formulas.has(cellKey(at.row, at.column)) || result.undetermined) return false;
  const { awardedTotal, bonus, penalty } = result.totals;
  const wanted = {
    total: awardedTotal && subtract(add(awardedTotal.points, bonus), penalty),
    max: awardedTotal && awardedTotal.max,
    index: result.publishedIndex,
    rating: result.rating,
    rank: result.rank === null ? null : fromNumber(result.rank),
  }[role];
  const value = valueAt(grid, at.row, at.column);
  return wanted !== null && (typeof value === 'number' ? fromNumber(value) === wanted : value === wanted);
}

/** Whether total, maximum and a written-out index are all short enough to be formulas. */
const fits = (outcome: UnitOutcome | undefined): boolean => {
  const parts = outcome?.parts ?? null;
  return parts !== null && parts.condition.length + parts.index.length < MAX_FORMULA - 100;
};

function unitEdits(
  context: PlanContext,
  places: ResultCells,
  isLive: (unit: UnitScores, role: LineRole) => boolean,
  unit: UnitScores,
  outcome: UnitOutcome,
): (CellEdit | null)[] {
  const { settings, places: decimals } = context.assessment;
  const { parts } = outcome;
  const cell = (role: LineRole): string | null => {
    const at = places.cellOf(unit, role);
    return at && isLive(unit, role) ? ref(context, at) : null;
  };
  const [total, max, index] = [cell('total'), cell('max'), cell('index')];
  const isPlainQuotient = settings.appraisedShare === null;
  const condition = total ? `ISNUMBER(${total})` : (parts?.condition ?? '');
  const indexFormula =
    total && max && isPlainQuotient
      ? indexOfCells(total, max, decimals)
      : parts &&
        (isPlainQuotient
          ? orUnknown(condition, indexOf(total ?? parts.total, max ?? parts.max, decimals))
          : orUnknown(parts.condition, parts.index));
  const formulas: Readonly<Record<Exclude<LineRole, 'rank'>, string | null>> = {
    total: parts && orUnknown(parts.condition, parts.total),
    max: parts && orUnknown(condition, parts.max),
    index: indexFormula,
    rating: indexFormula && ratingOf(index ?? indexFormula, outcome.ratedBy),
  };
  return (['total', 'max', 'index', 'rating'] as const).map((role) => {
    const at = places.cellOf(unit, role);
    if (!at || (role === 'rating' && settings.scale.length === 0)) return null;
    return write(context, at, role, resultContent(context, formulas[role], outcome[role]), places.formatOf(unit, role));
  });
}

/** The total of the self column, in its own cell or on a total line that this plan adds. */
function selfTotal(context: PlanContext, places: ResultCells, unit: UnitScores): CellEdit | null {
  const at = places.sideTotalCell(unit, 'self');
  const total = resultOf(context.assessment, unit).totals.selfTotal;
  if (
    !at ||
    !unit.self ||
    unit.awardedRole === 'self' ||
    context.allScored.length === 0 ||
    ownership(context, at, 'total') === 'officer'
  )
    return null;
  const terms = context.live ? scoreTerms(context, unit, context.allScored, 'self') : null;
  const formula = terms && orUnknown(conditionOf(terms), `ROUND(${terms.points},8)`);
  return write(
    context,
    at,
    'total',
    resultContent(context, formula, total ? numberContent(total.points) : textContent(UNDETERMINED)),
    places.formatOf(unit, 'total', 'self'),
  );
}
