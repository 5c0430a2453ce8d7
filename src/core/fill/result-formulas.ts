/**
 * Formulas of a unit's own results: total, applicable maximum, index, rating. Each shows «Chưa xác định» until every
 * score is known.
 */
import { toText, fromNumber, negate, type Decimal } from '../values/decimal';
import { UNDETERMINED } from '../model/result-sheet';
import {
  addressOf,
  isSurvey,
  maxPointsOf,
  type Item,
  type Score,
  type StatedResult,
  type UnitScores,
} from '../model/score-sheet';
import type { RatingBand, Settings } from '../model/settings';
import type { Address } from '../values/address';
import type { UnitResult } from '../model/assessment';
import { bandsFor, deniedBy } from '../model/rating-limits';
import { quote, runsOf, sumOf } from '../values/formula-text';
import { codedRows } from './coded-rows';
import { ownership } from './formula-owner';
import { cellValue, ref, scoresOf, unitArea, type PlanContext } from './plan-context';
import { scoreTerms } from './score-terms';
import { conditionOf, type ScoreTerms } from './terms-template';
import { textFraction, textNumber } from './text-number';

const UNKNOWN = quote(UNDETERMINED);
/** A quotient is first rounded to ten decimals, so that 90,505 becomes 90,51 whatever its last binary digit. */
export const SETTLED = 10;
const SUM_PLACES = 8;

/** The parts of one unit's result formulas, not yet wrapped in their condition. */
export interface UnitParts {
  readonly condition: string;
  readonly total: string;
  readonly max: string;
  readonly index: string;
  /** The index before rounding. */
  readonly exact: string;
}

/** Null if the unit's scores cannot be written as formulas. `guards` are further conditions that must hold. */
export function unitParts(context: PlanContext, unit: UnitScores, guards: readonly string[]): UnitParts | null {
  const { settings, places } = context.assessment;
  if (context.allScored.length === 0) return wholeParts(context, unit, places);
  const all = scoreTerms(context, unit, context.allScored, unit.awardedRole);
  const extras = outsideTree(context, unit, settings);
  const max = all && applicableMax(context, unit, all);
  if (!all || extras === null || !max) return null;
  const total = `ROUND(${all.points}${extras},${SUM_PLACES})`;
  const exact =
    settings.appraisedShare === null
      ? quotient(total, max.text)
      : scaledIndex(context, unit, settings.appraisedShare, extras);
  if (exact === null) return null;
  const condition = conditionOf(all, [...max.guards, ...guards]);
  return { condition, total, max: max.text, index: rounded(exact, places), exact };
}

/** A sheet without items may still have the whole as «75,42/94». */
function wholeParts(context: PlanContext, unit: UnitScores, places: number): UnitParts | null {
  const stated = unit.stated.total;
  const text = stated && cellValue(context, stated.at);
  if (!stated || stated.value === null || stated.of === null || typeof text !== 'string') return null;
  const both = textFraction(ref(context, stated.at), text, stated.value, stated.of);
  const extras = outsideTree(context, unit, context.assessment.settings);
  if (!both || extras === null) return null;
  const total = `ROUND(${both.points}${extras},${SUM_PLACES})`;
  const exact = quotient(total, both.max);
  const condition = `${ref(context, stated.at)}<>""`;
  return { condition, total, max: both.max, index: rounded(exact, places), exact };
}

/**
 * Σ max of the items that apply; if no item has a maximum, the maximum of the whole. Null if only some items have one.
 */
function applicableMax(
  context: PlanContext,
  unit: UnitScores,
  all: ScoreTerms,
): { readonly text: string; readonly guards: readonly string[] } | null {
  const scores = scoresOf(unit, unit.awardedRole);
  const hasMax = (item: Item): boolean =>
    maxPointsOf(unit, item) !== null || maxOfScore(scores[item.position]) !== null;
  if (context.allScored.every(hasMax)) return { text: `ROUND(${all.max},${SUM_PLACES})`, guards: [] };
  if (context.allScored.some((item) => hasMax(item) && scores[item.position]?.kind === 'points')) return null;
  const stated = unit.stated.max;
  if (stated && stated.value !== null && stated.value > 0 && ownership(context, stated.at, 'max') === 'officer')
    return { text: ref(context, stated.at), guards: [] };
  const { statedMax, facts } = context.sheet;
  const tableMax = statedMax?.value ?? null;
  if (statedMax && tableMax !== null) {
    const isNumber = typeof cellValue(context, statedMax.at) === 'number';
    return { text: isNumber ? ref(context, statedMax.at, 'both') : toText(tableMax), guards: [all.isAllNumbers] };
  }
  return facts.some(({ kind }) => kind === 'no-maximum') ? { text: '100', guards: [all.isAllNumbers] } : null;
}

const maxOfScore = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.of : null);

/** A longer formula is unreadable for an officer. */
export const LONG = 250;

/** The value if the condition holds and there is no error, otherwise «Chưa xác định». */
export function orUnknown(condition: string, value: string): string {
  const text = (otherwise: string): string => `IFERROR(IF(${condition},${value},${otherwise}),${UNKNOWN})`;
  return text(text(UNKNOWN).length > LONG ? '1/0' : UNKNOWN);
}

/** The index, from cells or sums. */
export const indexOf = (total: string, max: string, places: number): string => rounded(quotient(total, max), places);

/** The index, computed from the cells of total and maximum. */
export const indexOfCells = (total: string, max: string, places: number): string =>
  `IFERROR(${indexOf(total, max, places)},${UNKNOWN})`;

/** The index for ranking, computed from the cells of total and maximum; blank if there is no index. */
export const exactOfCells = (total: string, max: string): string =>
  `IFERROR(ROUND(${quotient(total, max)},${SETTLED}),"")`;

/** The parts of one unit's rating formula. */
export interface RatingParts {
  readonly bands: readonly RatingBand[];
  /** Labels of ratings that allow no item with 0 points, and a formula that counts such items. */
  readonly zero: { readonly labels: readonly string[]; readonly count: string } | null;
}

/** Conditions on items with 0 points stay live; other limits on a unit's rating do not depend on its scores. */
export function ratingParts(context: PlanContext, { unit, limits }: UnitResult): RatingParts {
  const { scale, ratingConditions } = context.assessment.settings;
  const labels = ratingConditions.flatMap((each) => (each.test === 'zero' ? deniedBy(each, scale) : []));
  const count = labels.length === 0 ? null : countOfZeros(context, unit);
  if (count === null) return { bands: bandsFor(scale, limits), zero: null };
  const others = limits.filter(({ condition }) => condition.test !== 'zero');
  return { bands: bandsFor(scale, others), zero: { labels, count } };
}

/** With more counts the formula is too long to read. */
const MOST_COUNTS = 4;

/** `COUNTIF(E7:E9,0)+COUNTIF(E12,0)`; null if a score is a text or has no cell. */
function countOfZeros(context: PlanContext, unit: UnitScores): string | null {
  const scores = scoresOf(unit, unit.awardedRole);
  const cells: Address[] = [];
  for (const item of context.allScored) {
    if (maxPointsOf(unit, item) === 0) continue;
    const at = addressOf(context.sheet, unit, item, unit.awardedRole);
    if (!at || (scores[item.position]?.kind === 'points' && typeof cellValue(context, at) !== 'number')) return null;
    cells.push(at);
  }
  const counts = (some: readonly Address[]): string[] =>
    runsOf(some).map((run) => `COUNTIF(${unitArea(context, run)},0)`);
  const runs = counts(cells);
  const coded = runs.length > MOST_COUNTS ? codedRows(context, cells) : null;
  const texts = coded
    ? [`COUNTIFS(${coded.scores},0,${coded.codes})`, ...counts(cells.filter((at) => !coded.picks(at)))]
    : runs;
  return texts.length === 0 ? null : texts.join('+');
}

/** `IF(E42>=90,"Xuất sắc",…)`; `index` is a cell, or an expression if no cell holds the index live. */
export function ratingOf(index: string, { bands: scale, zero }: RatingParts): string {
  const last = scale[scale.length - 1];
  const isOpenBelow = last?.inclusive === true && last.from === 0;
  const bands = isOpenBelow ? scale.slice(0, -1) : scale;
  const tests = bands.map(({ label, from, inclusive }) => {
    const reached = `${index}${inclusive ? '>=' : '>'}${toText(from)}`;
    return `IF(${zero?.labels.includes(label) ? `AND(${reached},${zero.count}=0)` : reached},${quote(label)},`;
  });
  const below = isOpenBelow ? quote(last.label) : '""';
  return `IF(ISNUMBER(${index}),${tests.join('')}${below}${')'.repeat(tests.length)},${UNKNOWN})`;
}

const quotient = (part: string, whole: string): string => `${part}/${whole}*100`;
const rounded = (value: string, places: number): string => `ROUND(ROUND(${value},${SETTLED}),${places})`;

/** The appraised part scaled to its share of the whole, plus the survey part, which is not scaled. */
function scaledIndex(context: PlanContext, unit: UnitScores, share: Decimal, extras: string): string | null {
  const part = (items: readonly Item[]): ScoreTerms | null => scoreTerms(context, unit, items, unit.awardedRole);
  const { items } = context.sheet;
  const appraised = part(context.allScored.filter((item) => !isSurvey(items, item)));
  const survey = part(context.allScored.filter((item) => isSurvey(items, item)));
  if (!appraised || !survey) return null;
  const round = (text: string): string => `ROUND(${text},${SUM_PLACES})`;
  const scaled = `${round(appraised.points)}/${round(appraised.max)}*${toText(share)}`;
  return `${scaled}+${round(survey.points + extras)}`;
}

/**
 * `+MIN(5,E30)-E31`: bonus and penalty cells with their caps; a blank cell counts as zero. Null if a formula cannot
 * read one of the cells.
 */
function outsideTree(context: PlanContext, unit: UnitScores, { bonusCap, penaltyCap }: Settings): string | null {
  const bonus = cappedSum(context, unit.bonus, bonusCap);
  const penalty = cappedSum(context, unit.penalty, penaltyCap);
  if (bonus === null || penalty === null) return null;
  return `${bonus && `+${bonus}`}${penalty && `-${penalty}`}`;
}

function cappedSum(context: PlanContext, cells: readonly StatedResult[], cap: Decimal | null): string | null {
  const terms: string[] = [];
  for (const { at, value } of cells) {
    const cell = ref(context, at);
    const there = cellValue(context, at);
    const exact = typeof there === 'number' ? fromNumber(there) : null;
    if (there === null || value === null) terms.push(`ABS(N(${cell}))`);
    else if (exact !== null && (exact === value || exact === negate(value))) terms.push(`ABS(N(${cell}))`);
    else {
      const number =
        typeof there === 'string' ? (textNumber(cell, there, value) ?? textNumber(cell, there, negate(value))) : null;
      if (number === null) return null;
      terms.push(`ABS(${number})`);
    }
  }
  if (terms.length === 0) return '';
  const sum = sumOf(terms);
  return cap === null ? sum : `MIN(${toText(cap)},${sum})`;
}
