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
import { cellValue, maxCellOf, ref, scoresOf, unitArea, type PlanContext, type PointsRole } from './plan-context';
import { waysToPick, type Picked, type PlainCell } from './coded-rows';
import {
  FilledTerms,
  PLACE,
  conditionOf,
  isAllPlain,
  maxTerms,
  shownPoints,
  subtotalsAmong,
  templateOf,
  type Bounded,
  type ScoreTerms,
  type Subtotals,
} from './terms-template';
import { readTogether, textFraction, textNumber, type ReadTogether } from './text-number';

interface ScoredCell extends Bounded {
  /** The cell with the maximum, which may be a text. */
  readonly shownMax: Address | null;
  readonly value: CellValue;
  readonly score: Score;
}

/** A number typed as text, and the terms that read it alone. */
interface TextCell extends ScoredCell {
  readonly points: string;
  readonly mostPoints: string | null;
}

interface Draft extends Subtotals {
  readonly cells: Address[];
  readonly plain: ScoredCell[];
  readonly texts: TextCell[];
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
  const draft: Draft = { cells: [], plain: [], texts: [], points: [], max: [], guards: [], ...sums };
  for (const item of items) {
    const cell = scoredCell(context, unit, item, role);
    if (!cell) return null;
    addCell(context, cell, draft);
  }
  const terms = termsOf(context, draft, APART);
  if (longestOf(terms) <= LONG) return terms;
  return [
    ...waysToPick(context, pickable(draft)).map((way) => termsOf(context, draft, { picked: way, texts: null })),
    ...textsTogether(context, draft),
  ].reduce((best, each) => (longestOf(each) < longestOf(best) ? each : best), terms);
}

/** Numbers typed as texts, read line by line or, where the codes pick the rows, all at once. */
function textsTogether(context: PlanContext, draft: Draft): ScoreTerms[] {
  if (draft.texts.length < 2 || draft.subtotals.length > 0) return [];
  const isCounted = new Set(draft.cells.map(keyOf));
  const cells = [...draft.plain, ...draft.texts]
    .filter(({ at, score }) => isCounted.has(keyOf(at)) && score.kind !== 'ambiguous' && score.kind !== 'damaged')
    .sort((one, other) => one.at.row - other.at.row || one.at.column - other.at.column)
    .map(({ at, value, shownMax, anchor }) => ({ at, value, maxAt: shownMax, anchor }));
  const ways = [null, ...waysToPick(context, cells).filter(({ lowest }) => lowest !== undefined)];
  return ways.flatMap((way) => {
    const together = readTogether(context, cells, way);
    return together ? [termsOf(context, draft, { picked: way, texts: together })] : [];
  });
}

/** A formula of several lines is unreadable for an officer; the condition and «Chưa xác định» add to this length. */
const LONG = 180;
const longestOf = ({ isFilled, points, max }: ScoreTerms): number =>
  isFilled.length + Math.max(points.length, max.length);

/** Terms that stand for many cells, each null if there are none, and the cells that remain apart. */
interface Together {
  readonly picked: Picked | null;
  readonly texts: ReadTogether | null;
}

const APART: Together = { picked: null, texts: null };

function termsOf(context: PlanContext, draft: Draft, together: Together): ScoreTerms {
  const { picked } = together;
  const runs = (cells: readonly Address[]): string[] => runsOf(cells).map((run) => unitArea(context, run));
  const apart = runs(draft.cells.filter((at) => picked?.picks(at) !== true));
  const filled = [
    ...(picked ? [picked.filled] : []),
    ...(apart.length > 0 || !picked ? [countOf('COUNTA', apart)] : []),
  ];
  const max = maxOf(context, draft, together);
  const points = pointsOf(context, draft, together);
  const isFilled = `${filled.join('+')}=${draft.cells.length}`;
  const { guards } = draft;
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

/** Plain cells, or texts, that no term for many cells covers. */
const apartOf = <Cell extends { readonly at: Address }>(cells: readonly Cell[], { picked, texts }: Together): Cell[] =>
  cells.filter(({ at }) => (texts ? !texts.covers(at) : picked?.picks(at) !== true));

function maxOf(context: PlanContext, draft: Draft, together: Together): string[] {
  const { picked, texts } = together;
  const covered = texts?.max ?? (picked?.max ? [picked.max] : []);
  return [
    ...covered,
    ...maxTerms(context, covered.length > 0 ? apartOf(draft.plain, together) : draft.plain),
    ...draft.max,
    ...apartOf(draft.texts, together).flatMap(({ mostPoints }) => mostPoints ?? []),
  ];
}

function pointsOf(context: PlanContext, draft: Draft, together: Together): string {
  const hasSums = draft.subtotals.length > 0;
  const alone = (hasSums ? draft.plain : apartOf(draft.plain, together))
    .map(({ at }) => at)
    .filter((at) => !draft.summed.has(keyOf(at)));
  const { picked, texts } = together;
  const covered = texts?.points ?? (picked && !hasSums ? [picked.points] : []);
  const terms = [
    ...covered,
    ...[...runsOf(draft.subtotals), ...runsOf(alone)].map((run) => unitArea(context, run)),
    ...draft.points,
    ...apartOf(draft.texts, together).map(({ points }) => points),
  ];
  return terms.length === 1 && covered.length === 1 ? (covered[0] ?? '0') : sumOf(terms);
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
  return { at, ...stated, shownMax: maxCell?.at ?? null, max, value: cellValue(context, at), score };
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
function addPoints(context: PlanContext, cell: ScoredCell, score: Points, draft: Draft): void {
  const { at, maxAt, anchor, max, value } = cell;
  const place = ref(context, at);
  const maxText = maxAt ? ref(context, maxAt, anchor) : max === null ? null : toText(max);
  if (typeof value === 'string') {
    const fraction = score.of === null ? null : textFraction(place, value, score.points, score.of);
    if (fraction) {
      draft.points.push(fraction.points);
      draft.max.push(fraction.max);
      return;
    }
    const asNumber = score.of === null ? textNumber(place, value, score.points) : null;
    if (asNumber !== null) {
      const mostPoints = maxText === null ? null : `${maxText}*ISNUMBER(${asNumber})`;
      draft.texts.push({ ...cell, points: `IFERROR(${asNumber},0)`, mostPoints });
      return;
    }
  }
  addFixed(place, value, score.points, draft);
  const most = score.of === null ? maxText : toText(score.of);
  if (most !== null) draft.max.push(`${most}*(${place}<>"")`);
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

function holdsNumber(context: PlanContext, at: Address, wanted: Decimal): boolean {
  const value = cellValue(context, at);
  return typeof value === 'number' && fromNumber(value) === wanted;
}
