/**
 * The scored cells of one unit as formula text: their points, their applicable maximum, and the conditions under which
 * both are known. A cell that holds a number, a not-applicable mark or nothing is "plain" and becomes part of a range;
 * any other cell gets its own term.
 */
import { columnName, keyOf, type Address } from '../values/address';
import type { CellValue } from '../model/workbook/grid';
import { fromNumber, toText, type Decimal } from '../values/decimal';
import { addressOf, maxPointsOf, unitAxis, type Item, type Score, type UnitScores } from '../model/score-sheet';
import { MAX_QUOTED, countOf, isTypedOver, plainNumber, quote, runsOf, sumOf } from '../values/formula-text';
import {
  cellValue,
  maxCellOf,
  ref,
  refArea,
  scoresOf,
  unitArea,
  type PlanContext,
  type PointsRole,
} from './plan-context';
import { waysToPick, type Picked, type PlainCell } from './coded-rows';
import {
  FilledTerms,
  PLACE,
  conditionOf,
  isAllPlain,
  shownPoints,
  subtotalsAmong,
  templateOf,
  type ScoreTerms,
  type Subtotals,
} from './terms-template';
import { textFraction, textNumber } from './text-number';

interface Bounded extends PlainCell {
  readonly max: Decimal | null;
}

interface ScoredCell extends Bounded {
  readonly value: CellValue;
  readonly score: Score;
}

interface Draft extends Subtotals {
  readonly cells: Address[];
  readonly plain: Bounded[];
  readonly points: string[];
  readonly max: string[];
  readonly guards: string[];
}

/**
 * Null if one of the items has no cell. Units with only plain cells share one text and differ only in a column or row.
 */
export function scoreTerms(
  context: PlanContext,
  unit: UnitScores,
  items: readonly Item[],
  role: PointsRole,
): ScoreTerms | null {
  // If the table is spread over several sheets, a unit has different columns on each.
  const isSpelled = unit.max !== null || context.sheet.parts !== undefined;
  if (isSpelled || !isAllPlain(context, unit, items, role)) return spelledTerms(context, unit, items, role);
  const known = context.templates[role].get(items);
  const template = known ?? templateOf(spelledTerms({ ...context, unitPlace: PLACE }, unit, items, role));
  if (!known) context.templates[role].set(items, template);
  return (
    template &&
    new FilledTerms(
      template,
      unitAxis(context.sheet) === 'row' ? `${unit.row + 1}` : columnName(unit.columns[role] ?? 0),
    )
  );
}

function spelledTerms(
  context: PlanContext,
  unit: UnitScores,
  items: readonly Item[],
  role: PointsRole,
): ScoreTerms | null {
  const sums = subtotalsAmong(context, unit, items, role);
  const draft: Draft = { cells: [], plain: [], points: [], max: [], guards: [], ...sums };
  for (const item of items) {
    const cell = scoredCell(context, unit, item, role);
    if (!cell) return null;
    addCell(context, cell, draft);
  }
  const terms = termsOf(context, draft, null);
  if (longestOf(terms) <= LONG) return terms;
  return waysToPick(context, pickable(draft))
    .map((way) => termsOf(context, draft, way))
    .reduce((best, each) => (longestOf(each) < longestOf(best) ? each : best), terms);
}

/** A formula of several lines is unreadable for an officer; the condition and «Chưa xác định» add to this length. */
const LONG = 180;
const longestOf = ({ isFilled, points, max }: ScoreTerms): number =>
  isFilled.length + Math.max(points.length, max.length);

function termsOf(context: PlanContext, draft: Draft, picked: Picked | null): ScoreTerms {
  const isApart = (at: Address): boolean => picked?.picks(at) !== true;
  const runs = (cells: readonly Address[]): string[] => runsOf(cells).map((run) => unitArea(context, run));
  const plain = draft.plain.filter(({ at }) => isApart(at));
  const apart = runs(draft.cells.filter(isApart));
  const filled = [
    ...(picked ? [picked.filled] : []),
    ...(apart.length > 0 || !picked ? [countOf('COUNTA', apart)] : []),
  ];
  const max = [
    ...(picked?.max ? [picked.max] : []),
    ...maxTerms(context, picked?.max ? plain : draft.plain),
    ...draft.max,
  ];
  const { guards } = draft;
  const hasSums = draft.subtotals.length > 0;
  const alone = (hasSums ? draft.plain : plain).map(({ at }) => at).filter((at) => !draft.summed.has(keyOf(at)));
  const numbers = [...runs(draft.subtotals), ...runs(alone), ...draft.points];
  const points =
    picked && !hasSums ? (numbers.length === 0 ? picked.points : sumOf([picked.points, ...numbers])) : sumOf(numbers);
  const isFilled = `${filled.join('+')}=${draft.cells.length}`;
  return {
    points,
    max: max.join('+') || '0',
    maxTogether: max.length === 1 ? (max[0] ?? '0') : sumOf(max),
    isFilled,
    isAllNumbers: `${countOf('COUNT', runs(draft.cells))}=${draft.cells.length}`,
    guards,
    shown: shownPoints(conditionOf({ isFilled, guards }), points),
  };
}

/** Plain cells that wait for a score. */
function pickable({ cells, plain }: Draft): PlainCell[] {
  const isCounted = new Set(cells.map(keyOf));
  return plain.filter(({ at }) => isCounted.has(keyOf(at)));
}

function scoredCell(context: PlanContext, unit: UnitScores, item: Item, role: PointsRole): ScoredCell | null {
  const at = addressOf(context.sheet, unit, item, role);
  const score = scoresOf(unit, role)[item.position];
  if (!at || !score) return null;
  const max = maxPointsOf(unit, item);
  const maxCell = maxCellOf(context, unit, item);
  const isUsable = maxCell !== null && max !== null && holdsNumber(context, maxCell.at, max);
  const stated = isUsable ? { maxAt: maxCell.at, anchor: maxCell.anchor } : { maxAt: null, anchor: '' as const };
  return { at, ...stated, max, value: cellValue(context, at), score };
}

function addCell(context: PlanContext, cell: ScoredCell, draft: Draft): void {
  const { at, max, value, score } = cell;
  // A maximum of 0 or KĐG means that the item does not apply to the unit, whatever its score cell holds.
  if (score.kind === 'notApplicable' && typeof value === 'number') return;
  const isRequired = value !== null || (score.kind !== 'notApplicable' && max !== 0);
  if (isRequired) draft.cells.push(at);
  if (!isRequired || isPlainCell(cell)) draft.plain.push(cell);
  else if (score.kind === 'points') addPoints(context, cell, score, draft);
  else {
    draft.plain.push(cell);
    const text = ref(context, at);
    draft.guards.push(`ISNUMBER(${text})`);
    // A date is a number too, so a further guard waits until it is typed over.
    if (typeof value === 'number') draft.guards.push(isTypedOver(text, value));
  }
}

const isPlainCell = ({ value, score }: ScoredCell): boolean =>
  value === null ||
  (score.kind === 'notApplicable' && typeof value === 'string') ||
  (score.kind === 'points' && typeof value === 'number' && fromNumber(value) === score.points);

type Points = Extract<Score, { readonly kind: 'points' }>;

/** Adds points from a cell that SUM does not read as intended. */
function addPoints(
  context: PlanContext,
  { at, maxAt, anchor, max, value }: ScoredCell,
  score: Points,
  draft: Draft,
): void {
  const cell = ref(context, at);
  const maxText = maxAt ? ref(context, maxAt, anchor) : max === null ? null : toText(max);
  if (typeof value === 'string') {
    const fraction = score.of === null ? null : textFraction(cell, value, score.points, score.of);
    if (fraction) {
      draft.points.push(fraction.points);
      draft.max.push(fraction.max);
      return;
    }
    const asNumber = score.of === null ? textNumber(cell, value, score.points) : null;
    if (asNumber !== null) {
      draft.points.push(`IFERROR(${asNumber},0)`);
      if (maxText !== null) draft.max.push(`${maxText}*ISNUMBER(${asNumber})`);
      return;
    }
  }
  addFixed(cell, value, score.points, draft);
  const most = score.of === null ? maxText : toText(score.of);
  if (most !== null) draft.max.push(`${most}*(${cell}<>"")`);
}

/**
 * No formula can read this cell, so the formula contains its number, which is valid as long as the cell does not
 * change.
 */
function addFixed(cell: string, value: CellValue, points: Decimal, draft: Draft): void {
  if (typeof value === 'number') {
    const same = `${cell}=${plainNumber(value)}`;
    draft.guards.push(`OR(ISNUMBER(${cell}),${same})`);
    draft.points.push(`IF(${same},${toText(points)},${cell})`);
    return;
  }
  const isQuotable = typeof value === 'string' && value.length <= MAX_QUOTED;
  draft.guards.push(isQuotable ? `OR(ISNUMBER(${cell}),${cell}=${quote(value)})` : `ISNUMBER(${cell})`);
  draft.points.push(`IF(ISNUMBER(${cell}),${cell},${toText(points)})`);
}

/**
 * Maxima of plain cells: as references to the cells that hold them if those are parallel to the scores, otherwise as
 * `10*COUNT(C6,G6)`.
 */
function maxTerms(context: PlanContext, cells: readonly Bounded[]): string[] {
  const terms: string[] = [];
  const constants = new Map<Decimal, Address[]>();
  let run: (Bounded & { maxAt: Address })[] = [];
  const flush = (): void => {
    const [first] = run;
    const [area] = runsOf(run.map(({ at }) => at));
    const [maxArea] = runsOf(run.map(({ maxAt }) => maxAt));
    if (first && area && maxArea) {
      const [scores, maxima] = [unitArea(context, area), refArea(context, maxArea, first.anchor)];
      terms.push(run.length === 1 ? `${maxima}*COUNT(${scores})` : `SUMIF(${scores},">=0",${maxima})`);
    }
    run = [];
  };
  for (const cell of cells) {
    if (cell.maxAt === null) {
      if (cell.max === null) continue;
      const alike = constants.get(cell.max);
      if (alike) alike.push(cell.at);
      else constants.set(cell.max, [cell.at]);
      continue;
    }
    const fresh = { ...cell, maxAt: cell.maxAt };
    const longer = [...run.slice(-1), fresh];
    if (
      runsOf(longer.map(({ at }) => at)).length > 1 ||
      runsOf(longer.map(({ maxAt }) => maxAt)).length > 1 ||
      run[0]?.anchor !== fresh.anchor ||
      !sameWay(longer)
    )
      flush();
    run.push(fresh);
  }
  flush();
  for (const [max, at] of constants) {
    const count = countOf(
      'COUNT',
      runsOf(at).map((area) => unitArea(context, area)),
    );
    terms.push(`${toText(max)}*${count.includes('+') ? `(${count})` : count}`);
  }
  return terms;
}

/** Scores and maxima run in the same direction: both down or both across. */
const sameWay = ([a, b]: readonly { readonly at: Address; readonly maxAt: Address }[]): boolean =>
  !a ||
  !b ||
  (b.at.row - a.at.row === b.maxAt.row - a.maxAt.row && b.at.column - a.at.column === b.maxAt.column - a.maxAt.column);

function holdsNumber(context: PlanContext, at: Address, wanted: Decimal): boolean {
  const value = cellValue(context, at);
  return typeof value === 'number' && fromNumber(value) === wanted;
}
