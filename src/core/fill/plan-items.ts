/** Fills cells beside the scores that the officer left blank: subtotals of parents, lost points, percentages. */
import { addressOfKey, keyOf, type Address } from '../values/address';
import { tallyAt, type Tally, type UnitResult } from '../model/assessment';
import { fromNumber, negate, placesOf, subtract } from '../values/decimal';
import type { CellEdit } from '../model/workbook/edit';
import { isBlank } from '../model/workbook/grid';
import { percentOf, roundRatio } from '../values/ratio';
import { addressOf, awardedScores, isScoredItem, maxPointsOf, type Item, type UnitScores } from '../model/score-sheet';
import { numberContent, resultContent, textContent, write, type Plain } from './cell-writer';
import { ownership, type FormulaKind } from './formula-owner';
import { cellValue, maxCellOf, ref, scoresOf, talliesOf, type PlanContext, type PointsRole } from './plan-context';
import type { PlannedResults } from './plan-results';
import type { ResultCells } from './result-cells';
import { LONG } from './result-formulas';
import { scoreTerms } from './score-terms';
import { conditionOf, orBlank, shownPoints, type ScoreTerms } from './terms-template';

const NOTHING = textContent('');
const POINTS_ROLES: readonly PointsRole[] = ['self', 'appraised'];

export function planItems(context: PlanContext, { places, liveCell }: PlannedResults): CellEdit[] {
  const { sheet, assessment } = context;
  // While it is undecided how to read the table, sums based on one reading would anticipate the officer's answer.
  if (assessment.diagnostics.some(({ alias, unit }) => alias === 'undecided-column' && unit === null)) return [];
  const habits = itemHabits(context);
  const edits: CellEdit[] = [];
  const keep = (edit: CellEdit | null): void => {
    if (edit) edits.push(edit);
  };
  const parents = sheet.items.filter((item) => !isScoredItem(item));
  for (const result of assessment.units) {
    const { unit } = result;
    for (const item of parents) for (const role of POINTS_ROLES) keep(subtotal(context, unit, result, item, role));
    keep(lostTotal(context, places, result, habits, totalTerms(context, unit, liveCell)));
    if (unit.lost) for (const item of sheet.items) keep(lost(context, unit, result, item, habits));
    if (unit.percent) for (const item of sheet.items) keep(percent(context, unit, result, item, habits));
  }
  return edits;
}

/** Points and maximum of one item's scored cells, and the condition under which they are known. */
interface ItemTerms {
  readonly condition: string;
  readonly points: string;
  readonly max: string;
  /** The rounded points, blank until every score below is known. */
  readonly shown: string;
}

export function itemTerms(context: PlanContext, unit: UnitScores, item: Item, role: PointsRole): ItemTerms | null {
  if (isScoredItem(item)) {
    const single = singleTerms(context, unit, item, role);
    if (single) return single;
  }
  return summed(scoreTerms(context, unit, context.scoredBelow[item.position] ?? [], role));
}

const summed = (terms: ScoreTerms | null): ItemTerms | null => terms && new SummedTerms(terms);

/** Builds each text only when it is requested. */
class SummedTerms implements ItemTerms {
  constructor(private readonly terms: ScoreTerms) {}

  get condition(): string {
    return conditionOf(this.terms);
  }
  get points(): string {
    return this.terms.points;
  }
  get max(): string {
    return this.terms.maxTogether;
  }
  get shown(): string {
    return this.terms.shown;
  }
}

/** A single number and the cell of its maximum need no sums: `ISNUMBER(E7)`, `E7`, `$C7`. */
function singleTerms(context: PlanContext, unit: UnitScores, item: Item, role: PointsRole): ItemTerms | null {
  const at = addressOf(context.sheet, unit, item, role);
  const value = at && cellValue(context, at);
  const maxCell = maxCellOf(context, unit, item);
  const maxValue = maxCell && cellValue(context, maxCell.at);
  const isPlain =
    value === null || (typeof value === 'number' && scoresOf(unit, role)[item.position]?.kind === 'points');
  if (!at || !isPlain || !maxCell || typeof maxValue !== 'number' || fromNumber(maxValue) !== maxPointsOf(unit, item))
    return null;
  const cell = ref(context, at);
  const condition = `ISNUMBER(${cell})`;
  return {
    condition,
    points: cell,
    max: ref(context, maxCell.at, maxCell.anchor),
    shown: shownPoints(condition, cell),
  };
}

const isNotApplicable = (tally: Tally | null): boolean => tally?.max === 0;

function subtotal(
  context: PlanContext,
  unit: UnitScores,
  result: UnitResult,
  item: Item,
  role: PointsRole,
): CellEdit | null {
  const at = maxPointsOf(unit, item) === null ? null : addressOf(context.sheet, unit, item, role);
  // Most subtotals are typed; nothing is computed for them.
  if (!at || ownership(context, at, 'points') === 'officer') return null;
  const tallies = talliesOf(unit, result, role);
  const tally = tallyAt(tallies, item.position);
  if (!tallies || !mayWrite(context, at, 'points', tally)) return null;
  const terms = context.live ? itemTerms(context, unit, item, role) : null;
  const content = resultContent(context, terms && terms.shown, tally ? numberContent(tally.points) : NOTHING);
  return write(context, at, 'points', content);
}

/**
 * Nothing new is written beside an item that does not apply, but an existing formula of the add-in is kept up to date.
 */
function mayWrite(context: PlanContext, at: Address, kind: FormulaKind, tally: Tally | null): boolean {
  const whose = ownership(context, at, kind);
  return whose === 'addin' || (whose === 'free' && !isNotApplicable(tally));
}

export const hasMaxima = (context: PlanContext, unit: UnitScores, item: Item): boolean =>
  (context.scoredBelow[item.position] ?? []).every((scored) => maxPointsOf(unit, scored) !== null);

function lost(
  context: PlanContext,
  unit: UnitScores,
  result: UnitResult,
  item: Item,
  habits: ItemHabits,
): CellEdit | null {
  const at = addressOf(context.sheet, unit, item, 'lost');
  const tally = tallyAt(result.totals.awarded, item.position);
  if (!at || !mayWrite(context, at, 'lost', tally) || !hasMaxima(context, unit, item)) return null;
  const terms = context.live ? itemTerms(context, unit, item, unit.awardedRole) : null;
  return write(
    context,
    at,
    'lost',
    resultContent(
      context,
      terms && lossFormula(terms, habits),
      lossNow(isScoredItem(item) && isNotApplicable(tally) ? null : tally, habits),
    ),
  );
}

function lossFormula({ condition, points, max }: ItemTerms, { isLossNegative, showsNoLoss }: ItemHabits): string {
  const loss = isLossNegative ? `ROUND(${points}-${max},8)` : `ROUND(${max}-${points},8)`;
  if (showsNoLoss) return orBlank(condition, loss);
  const formula = orBlank(condition, `IF(${loss}=0,"",${loss})`);
  // 1/0 is an error and gives a blank cell, so that the formula need not contain the loss twice.
  return formula.length > LONG ? orBlank(condition, `ROUND(1/(1/${loss}),8)`) : formula;
}

function lossNow(tally: Tally | null, { isLossNegative, showsNoLoss }: ItemHabits): Plain {
  const loss = tally && subtract(tally.max, tally.points);
  if (loss === null || (loss === 0 && !showsNoLoss)) return NOTHING;
  return numberContent(isLossNegative ? negate(loss) : loss);
}

/** Points and maximum of the whole from their own cells, if these are live and there is no bonus or penalty. */
function totalTerms(context: PlanContext, unit: UnitScores, liveCell: PlannedResults['liveCell']): ItemTerms | null {
  if (!context.live) return null;
  const isOurs = (at: Address | null, role: 'total' | 'max'): at is Address =>
    at !== null && ownership(context, at, role) !== 'officer';
  const [total, max] = [liveCell(unit, 'total'), liveCell(unit, 'max')];
  if (isOurs(total, 'total') && isOurs(max, 'max') && unit.bonus.length + unit.penalty.length === 0) {
    const [points, most] = [ref(context, total), ref(context, max)];
    const condition = `ISNUMBER(${points})`;
    return { condition, points, max: most, shown: shownPoints(condition, points) };
  }
  return summed(scoreTerms(context, unit, context.allScored, unit.awardedRole));
}

/** The total of lost points, if the sheet has a cell for it. */
function lostTotal(
  context: PlanContext,
  places: ResultCells,
  { unit, totals }: UnitResult,
  habits: ItemHabits,
  terms: ItemTerms | null,
): CellEdit | null {
  const at = places.sideTotalCell(unit, 'lost');
  if (!at || context.allScored.length === 0 || ownership(context, at, 'lost') === 'officer') return null;
  if (context.allScored.some((item) => maxPointsOf(unit, item) === null)) return null;
  return write(
    context,
    at,
    'lost',
    resultContent(context, terms && lossFormula(terms, habits), lossNow(totals.awardedTotal, habits)),
    places.formatOf(unit, 'total', 'lost'),
  );
}

function percent(
  context: PlanContext,
  unit: UnitScores,
  result: UnitResult,
  item: Item,
  habits: ItemHabits,
): CellEdit | null {
  const at = addressOf(context.sheet, unit, item, 'percent');
  const tally = tallyAt(result.totals.awarded, item.position);
  if (!at || !mayWrite(context, at, 'percent', tally) || !hasMaxima(context, unit, item)) return null;
  const terms = context.live ? itemTerms(context, unit, item, unit.awardedRole) : null;
  const isFraction = habits.fractionColumns.has(at.column);
  const places = habits.percentPlaces + (isFraction ? 2 : 0);
  const formula =
    terms &&
    orBlank(
      terms.condition,
      `ROUND(ROUND(ROUND(${terms.points},8)/ROUND(${terms.max},8)${isFraction ? '' : '*100'},10),${places})`,
    );
  return write(context, at, 'percent', resultContent(context, formula, percentNow(tally, isFraction, places)));
}

function percentNow(tally: Tally | null, isFraction: boolean, places: number): Plain {
  const ratio = tally && percentOf(tally.points, tally.max);
  if (!ratio) return NOTHING;
  return numberContent(
    roundRatio(isFraction ? { numerator: ratio.numerator, denominator: ratio.denominator * 100n } : ratio, places),
  );
}

/** How this sheet writes losses and percentages, inferred from the filled cells. */
interface ItemHabits {
  /** Losses are negative numbers: «-0,25». */
  readonly isLossNegative: boolean;
  /** If nothing was lost, the cell holds 0; otherwise (false) it is left blank. */
  readonly showsNoLoss: boolean;
  readonly percentPlaces: number;
  /** Columns with a percentage format, which hold 0.8333 instead of 83.33. */
  readonly fractionColumns: ReadonlySet<number>;
}

/** The first few hundred cells are enough to infer a habit. */
const ENOUGH = 500;

function itemHabits(context: PlanContext): ItemHabits {
  const { sheet, assessment, grid } = context;
  const losses = { negative: 0, positive: 0, zero: 0 };
  let places = -1;
  for (const unit of sheet.units) {
    if (losses.negative + losses.positive >= ENOUGH) break;
    if (unit.lost === null && unit.percent === null) continue;
    const scores = awardedScores(unit);
    for (const item of sheet.items) {
      const sign = signOfLoss(context, addressOf(sheet, unit, item, 'lost'));
      if (sign && (sign !== 'zero' || scores[item.position]?.kind === 'points')) losses[sign]++;
      // A percentage from a formula, including the add-in's, does not show how many decimals the officer types.
      const percentAt = addressOf(sheet, unit, item, 'percent');
      const percent = percentAt && !grid.formulas.has(keyOf(percentAt)) ? unit.percent?.[item.position] : null;
      if (percent) places = Math.max(places, placesOf(percent.value));
    }
  }
  return {
    isLossNegative: losses.negative > losses.positive,
    showsNoLoss: losses.zero > 0,
    percentPlaces: places < 0 ? assessment.places : Math.min(places, 4),
    fractionColumns: new Set([...grid.percents].map((key) => addressOfKey(key).column)),
  };
}

function signOfLoss(context: PlanContext, at: Address | null): 'negative' | 'positive' | 'zero' | null {
  const value = at && cellValue(context, at);
  if (value === null || isBlank(value)) return null;
  if (typeof value === 'number' ? value < 0 : typeof value === 'string' && /^\s*[-–−]\s*\d/.test(value))
    return 'negative';
  return value === 0 || value === '0' ? 'zero' : 'positive';
}
