/** Adds scores up the tree, item → criterion → area → unit; a sum with an unknown part is unknown and never 0. */
import type { Tallies, Tally, UnitTotals } from '../model/assessment';
import { ONE_HUNDRED, ZERO, minimum, roundTo, subtract, type Decimal } from '../values/decimal';
import { isScoredItem, type Score, type ScoreSheet, type StatedResult, type UnitScores } from '../model/score-sheet';
import type { Settings } from '../model/settings';
import { once } from '../values/once';

/**
 * Sums are settled to these decimals, so that three typed thirds add up to 1 (decimal.why.md); live formulas use
 * ROUND(…,8).
 */
const SETTLED_PLACES = 8;
const STEP = 100;
/** Beyond this, differences of sums could lose digits; CCHC sheets are far below it. */
const LARGEST = Number.MAX_SAFE_INTEGER / 4;
const UNKNOWN = Number.NaN;

/** Rounded half-up at eight decimals: 0,9999999999 → 1. */
export function settle(value: number): Decimal {
  const rounded = Math.round(value / STEP) * STEP;
  return rounded === value ? (rounded as Decimal) : roundTo(value as Decimal, SETTLED_PLACES);
}

/** Allocates the array for the sums of one unit's items, filled with zeros. */
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
    awarded: awarded?.items ?? UNKNOWN_TALLIES,
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

const UNKNOWN_TALLIES: Tallies = { pointsAt: () => UNKNOWN, maxAt: () => UNKNOWN };

/** A sheet without items may still state the whole as «75,42/94». */
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

/** The tree as typed arrays by `Item.index`: a national sheet adds a million items. */
interface Tree {
  /** −1 for an area. */
  readonly parents: Int32Array;
  /** For items with parts, the position of their sum; −1 for scored items. */
  readonly places: Int32Array;
  /** Number of items with parts. */
  readonly sums: number;
  readonly max: Float64Array;
  /** Maxima shared by units to which the same items apply, keyed by the scores that are not points. */
  readonly maxima: Map<string, Maxima>;
}

interface Maxima {
  readonly items: Float64Array;
  /** Sum of all areas; not settled, NaN if unknown. */
  readonly total: number;
}

const treeOf = once(({ items }: ScoreSheet): Tree => {
  let sums = 0;
  return {
    parents: Int32Array.from(items, ({ parent }) => parent),
    places: Int32Array.from(items, (item) => (isScoredItem(item) ? -1 : sums++)),
    sums,
    max: Float64Array.from(items, ({ max }) => max ?? UNKNOWN),
    maxima: new Map(),
  };
});

/**
 * Points of scored items are read from the scores and maxima are shared: allocating a million copies takes longer than
 * all sums.
 */
class UnitTallies implements Tallies {
  constructor(
    private readonly tree: Tree,
    private readonly scores: readonly Score[],
    private readonly sums: Float64Array,
    private readonly max: Float64Array,
  ) {}

  pointsAt(item: number): number {
    const place = this.tree.places[item] ?? -1;
    return place < 0 ? pointsIn(this.scores[item], this.max[item] === 0) : (this.sums[place] ?? UNKNOWN);
  }
  maxAt(item: number): number {
    return this.max[item] ?? UNKNOWN;
  }
}

/** Items that do not apply, and unscored items with a maximum of 0, count as 0. */
function pointsIn(score: Score | undefined, isOfNothing: boolean): number {
  if (score?.kind === 'points') return known(score.points);
  return score?.kind === 'notApplicable' || (score?.kind === 'notYetScored' && isOfNothing) ? 0 : UNKNOWN;
}

function sumTree(sheet: ScoreSheet, unit: UnitScores, scores: readonly Score[], isAwarded: boolean, room: Room): Sums {
  const tree = treeOf(sheet);
  const { parents, places } = tree;
  const sums = room(tree.sums);
  let total = 0;
  let [others, hasOwn] = ['', unit.max !== null];
  // Parents come before their children, so from the end every item is complete when it is reached.
  for (let position = parents.length - 1; position >= 0; position--) {
    const place = places[position] ?? -1;
    let points: number;
    if (place >= 0) {
      points = sums[place] ?? UNKNOWN;
      sums[place] = known(settle(points));
    } else {
      const score = scores[position];
      points = pointsIn(score, (unit.max?.[position] ?? tree.max[position]) === 0);
      if (score?.kind !== 'points') others += `${position}${score?.kind ?? ''} `;
      else if (score.of !== null) hasOwn = true;
    }
    const parent = parents[position] ?? -1;
    // Nothing is added to an area of a list of losses: it counts as stated.
    const above = parent < 0 ? -1 : (places[parent] ?? -1);
    if (parent < 0) total += points;
    else if (above >= 0) sums[above] = (sums[above] ?? 0) + points;
  }
  const max = hasOwn ? sumMaxima(tree, scores, unit.max) : sharedMaxima(tree, scores, others);
  const totalMax = Number.isNaN(max.total) ? wholeMax(sheet, unit, scores, isAwarded) : max.total;
  return { items: new UnitTallies(tree, scores, sums, max.items), total: settled(total, totalMax) };
}

const settled = (points: number, max: number): Tally | null =>
  Number.isNaN(known(points)) || Number.isNaN(known(max)) ? null : { points: settle(points), max: settle(max) };

function sharedMaxima(tree: Tree, scores: readonly Score[], others: string): Maxima {
  const known = tree.maxima.get(others) ?? sumMaxima(tree, scores, null);
  tree.maxima.set(others, known);
  return known;
}

function sumMaxima(
  { parents, places, max: common }: Tree,
  scores: readonly Score[],
  unitMax: UnitScores['max'],
): Maxima {
  const sums = new Float64Array(parents.length);
  let total = 0;
  for (let position = parents.length - 1; position >= 0; position--) {
    const isScored = (places[position] ?? -1) < 0;
    if (isScored) sums[position] = maxIn(scores[position], unitMax?.[position] ?? common[position] ?? UNKNOWN);
    const max = sums[position] ?? UNKNOWN;
    const parent = parents[position] ?? -1;
    if (parent < 0) total += max;
    else if ((places[parent] ?? -1) >= 0) sums[parent] = (sums[parent] ?? 0) + max;
    if (!isScored) sums[position] = known(settle(max));
  }
  return { items: sums, total };
}

function maxIn(score: Score | undefined, stated: number): number {
  if (score?.kind === 'points') return known(score.of ?? stated);
  return score?.kind === 'notApplicable' || (score?.kind === 'notYetScored' && stated === 0) ? 0 : UNKNOWN;
}

/** The maximum of the whole if no item has one of its own. */
function wholeMax(sheet: ScoreSheet, unit: UnitScores, scores: readonly Score[], isAwarded: boolean): number {
  const isStated = sheet.items.some(
    ({ position, max }) => (ofOf(scores[position]) ?? unit.max?.[position] ?? max) !== null,
  );
  if (isStated) return UNKNOWN;
  const stated = isAwarded ? (unit.stated.max?.value ?? null) : null;
  if (stated !== null && stated > 0) return stated;
  // The maxima of items that do not apply would have to be subtracted, but are not stated.
  if (scores.some(({ kind }) => kind === 'notApplicable')) return UNKNOWN;
  return sheet.statedMax?.value ?? (sheet.facts.some(({ kind }) => kind === 'no-maximum') ? ONE_HUNDRED : UNKNOWN);
}

const ofOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.of : null);

/** NaN outside the range in which sums and their differences are exact. */
const known = (value: number): number => (value <= LARGEST && value >= -LARGEST ? value : UNKNOWN);
