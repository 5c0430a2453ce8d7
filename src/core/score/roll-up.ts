/**
 * Scores added up the tree, item → criterion → area → unit; what is unknown below stays unknown above, and never
 * becomes 0.
 */
import type { Tallies, Tally, UnitTotals } from '../model/assessment';
import { ONE_HUNDRED, ZERO, minimum, roundTo, subtract, type Decimal } from '../values/decimal';
import { isScoredItem, type Score, type ScoreSheet, type StatedResult, type UnitScores } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import { once } from '../values/once';

/** Sums are settled here, so that three typed thirds are 1 (decimal.why.md); live formulas say ROUND(…,8). */
const SETTLED_PLACES = 8;
const STEP = 100;
/** Beyond this, differences of sums could lose digits; no CCHC sheet comes near. */
const LARGEST = Number.MAX_SAFE_INTEGER / 4;
const UNKNOWN = Number.NaN;

/** Rounded half-up at eight decimals: 0,9999999999 → 1. */
export function settle(value: number): Decimal {
  const whole = Math.round(value / STEP) * STEP;
  return whole === value ? (whole as Decimal) : roundTo(value as Decimal, SETTLED_PLACES);
}

/** Where the sums of one unit's items are put; noughts at first. */
export type Room = (length: number) => Float64Array;

export function rollUp(
  sheet: ScoreSheet,
  unit: UnitScores,
  settings: Settings,
  room: Room = (length) => new Float64Array(length),
): UnitTotals {
  const self = unit.self && sumTree(sheet, unit, unit.self, unit.awardedRole === 'self', room);
  const awarded =
    unit.awardedRole === 'self' ? self : unit.appraised && sumTree(sheet, unit, unit.appraised, true, room);
  const hasItems = sheet.items.length > 0;
  return {
    self: self && self.items,
    awarded: awarded?.items ?? unknownTallies(sheet.items.length),
    selfTotal: hasItems ? (self?.total ?? null) : statedTally(unit.stated.selfTotal),
    awardedTotal: hasItems ? (awarded?.total ?? null) : statedTally(unit.stated.total),
    bonus: outside(unit.bonus, settings.bonusCap),
    penalty: outside(unit.penalty, settings.penaltyCap),
    selfOutside: unit.selfOutside
      ? subtract(
          outside(unit.selfOutside.bonus, settings.bonusCap),
          outside(unit.selfOutside.penalty, settings.penaltyCap),
        )
      : ZERO,
  };
}

const unknownTallies = (count: number): Tallies => ({
  points: new Float64Array(count).fill(UNKNOWN),
  max: new Float64Array(count).fill(UNKNOWN),
});

/** A sheet without items may still state «75,42/94» as the whole. */
const statedTally = (stated: StatedResult | undefined): Tally | null =>
  stated && stated.value !== null && stated.of !== null ? { points: stated.value, max: stated.of } : null;

function outside(cells: readonly StatedResult[], cap: Decimal | null): Decimal {
  let total = 0;
  for (const { value } of cells) total += Math.abs(value ?? 0);
  const settled = total <= LARGEST ? settle(total) : ZERO;
  return cap === null ? settled : minimum(settled, cap);
}

interface Sums {
  readonly items: Tallies;
  readonly total: Tally | null;
}

/** The tree as plain arrays by `Item.index`: a national sheet is summed item by item a million times. */
interface Tree {
  /** −1 for an area. */
  readonly parents: Int32Array;
  readonly isScored: Uint8Array;
  /** Positions of scored items. */
  readonly scored: Int32Array;
  readonly max: Float64Array;
}

const treeOf = once(({ items }: ScoreSheet): Tree => ({
  parents: Int32Array.from(items, ({ parent }) => parent),
  isScored: Uint8Array.from(items, (item) => (isScoredItem(item) ? 1 : 0)),
  scored: Int32Array.from(items.filter(isScoredItem), ({ index }) => index),
  max: Float64Array.from(items, ({ max }) => max ?? UNKNOWN),
}));

function sumTree(sheet: ScoreSheet, unit: UnitScores, scores: readonly Score[], isAwarded: boolean, room: Room): Sums {
  const tree = treeOf(sheet);
  const { parents, isScored } = tree;
  const items: Tallies = { points: room(parents.length), max: room(parents.length) };
  putScored(tree, scores, unit.max, items);
  const { points, max } = items;
  let total = 0;
  let totalMax = 0;
  // Parents stand before their children, so from the end every item is complete when it is reached.
  for (let index = parents.length - 1; index >= 0; index--) {
    const itemPoints = points[index] ?? UNKNOWN;
    const itemMax = max[index] ?? UNKNOWN;
    const parent = parents[index] ?? -1;
    if (parent < 0) {
      total += itemPoints;
      totalMax += itemMax;
    } else if (isScored[parent] !== 1) {
      // Nothing is added to an area of a list of losses: it counts as it is stated.
      points[parent] = (points[parent] ?? 0) + itemPoints;
      max[parent] = (max[parent] ?? 0) + itemMax;
    }
    if (isScored[index] === 1) continue;
    points[index] = known(settle(itemPoints));
    max[index] = known(settle(itemMax));
  }
  if (Number.isNaN(totalMax)) totalMax = wholeMax(sheet, unit, scores, isAwarded);
  const isWhole = !Number.isNaN(known(total)) && !Number.isNaN(known(totalMax));
  return { items, total: isWhole ? { points: settle(total), max: settle(totalMax) } : null };
}

/**
 * Points and maxima of scored items. Numbers of arrays are neither handed on nor mixed with others: each would be put
 * into an object first, a million times.
 */
function putScored(
  { scored, max: common }: Tree,
  scores: readonly Score[],
  own: UnitScores['max'],
  { points, max }: Tallies,
): void {
  const stated = own === null ? common : Float64Array.from(own, (each, index) => each ?? common[index] ?? UNKNOWN);
  for (const index of scored) {
    const score = scores[index];
    if (score?.kind === 'points') {
      points[index] = known(score.points);
      if (score.of === null) max[index] = known(stated[index] ?? UNKNOWN);
      else max[index] = known(score.of);
    } else if (score?.kind !== 'notApplicable' && !(score?.kind === 'notYetScored' && stated[index] === 0)) {
      points[index] = UNKNOWN;
      max[index] = UNKNOWN;
    }
    // What does not apply, and what is out of 0 and not scored yet, stays at the noughts of the room.
  }
}

/** The maximum of the whole where no item has one of its own. */
function wholeMax(sheet: ScoreSheet, unit: UnitScores, scores: readonly Score[], isAwarded: boolean): number {
  const isStated = sheet.items.some(({ index, max }) => (ofOf(scores[index]) ?? unit.max?.[index] ?? max) !== null);
  if (isStated) return UNKNOWN;
  const stated = isAwarded ? (unit.stated.max?.value ?? null) : null;
  if (stated !== null && stated > 0) return stated;
  // What does not apply would have to be taken off, and nobody says how much it counts.
  if (scores.some(({ kind }) => kind === 'notApplicable')) return UNKNOWN;
  return sheet.statedMax?.value ?? (sheet.facts.some(({ kind }) => kind === 'no-maximum') ? ONE_HUNDRED : UNKNOWN);
}

const ofOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.of : null);

/** Unknown beyond the range in which sums and their differences are exact. */
const known = (value: number): number => (value <= LARGEST && value >= -LARGEST ? value : UNKNOWN);
