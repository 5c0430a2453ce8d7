/** Scores added up the tree, item → criterion → area → unit; what is unknown below stays unknown above, and never becomes 0. */
import type { Tally, UnitTotals } from '../model/assessment';
import { ONE_HUNDRED, ZERO, minimum, roundTo, type Decimal } from '../model/decimal';
import type { Score, ScoreSheet, StatedResult, UnitScores } from '../model/score-sheet';
import type { Settings } from '../model/settings';

/** Sums are settled here, so that three typed thirds are 1 (decimal.why.md); live formulas say ROUND(…,8). */
export const SETTLED_PLACES = 8;
const STEP = 100;
/** Beyond this, differences of sums could lose digits; no CCHC sheet comes near. */
const LARGEST = Number.MAX_SAFE_INTEGER / 4;
const UNKNOWN = Number.NaN;

/** Rounded half-up at eight decimals: 0,9999999999 → 1. */
export function settle(value: number): Decimal {
  const whole = Math.round(value / STEP) * STEP;
  return whole === value ? (whole as Decimal) : roundTo(value as Decimal, SETTLED_PLACES);
}

export function rollUp(sheet: ScoreSheet, unit: UnitScores, settings: Settings): UnitTotals {
  const self = unit.self && sumTree(sheet, unit, unit.self, unit.awardedRole === 'self');
  const awarded = unit.awardedRole === 'self' ? self : unit.appraised && sumTree(sheet, unit, unit.appraised, true);
  return {
    self: self && self.items,
    awarded: awarded?.items ?? sheet.items.map(() => null),
    selfTotal: self ? self.total : statedTally(unit.stated.selfTotal),
    awardedTotal: awarded?.total ?? (sheet.items.length === 0 ? statedTally(unit.stated.total) : null),
    bonus: outside(unit.bonus, settings.bonusCap),
    penalty: outside(unit.penalty, settings.penaltyCap),
  };
}

/** A sheet without items may still state «75,42/94» as the whole. */
const statedTally = (stated: StatedResult | undefined): Tally | null =>
  stated?.value != null && stated.of !== null ? { points: stated.value, max: stated.of } : null;

function outside(cells: readonly StatedResult[], cap: Decimal | null): Decimal {
  let total = 0;
  for (const { value } of cells) total += Math.abs(value ?? 0);
  const settled = total <= LARGEST ? settle(total) : ZERO;
  return cap === null ? settled : minimum(settled, cap);
}

interface Sums {
  readonly items: (Tally | null)[];
  readonly total: Tally | null;
}

function sumTree(sheet: ScoreSheet, unit: UnitScores, scores: readonly Score[], isAwarded: boolean): Sums {
  const { leaves, parents, points, max, shared } = workspaceOf(sheet);
  const count = leaves.length;
  const items = new Array<Tally | null>(count).fill(null);
  points.fill(0);
  max.fill(0);
  let [total, totalMax, withMax, notApplicable] = [0, 0, 0, 0];
  // Parents stand before their children, so from the end every item is complete when it is reached.
  for (let index = count - 1; index >= 0; index--) {
    const isLeaf = leaves[index] === 1;
    let itemPoints = points[index] ?? UNKNOWN;
    let itemMax = max[index] ?? UNKNOWN;
    if (isLeaf) {
      const score = scores[index];
      const stated = score?.kind === 'points' ? (score.of ?? unit.max?.[index] ?? shared[index]?.max) : (unit.max?.[index] ?? shared[index]?.max);
      if (score?.kind === 'points') {
        itemPoints = score.points;
        itemMax = stated ?? UNKNOWN;
        if (stated != null) withMax++;
      } else if (score?.kind === 'notApplicable' || (score?.kind === 'notYetScored' && stated === 0)) {
        notApplicable++;
      } else {
        itemPoints = UNKNOWN;
        itemMax = UNKNOWN;
      }
    }
    items[index] = isLeaf ? leafTally(shared[index], itemPoints, itemMax) : tally(itemPoints, itemMax);
    const parent = parents[index] ?? -1;
    if (parent >= 0) {
      points[parent] = (points[parent] ?? 0) + itemPoints;
      max[parent] = (max[parent] ?? 0) + itemMax;
    } else {
      total += itemPoints;
      totalMax += itemMax;
    }
  }
  if (withMax === 0 && count > 0) totalMax = wholeMax(sheet, unit, isAwarded, notApplicable > 0, totalMax);
  return { items, total: count === 0 ? null : tally(total, totalMax) };
}

/** The maximum of the whole where no item has one of its own. */
function wholeMax(sheet: ScoreSheet, unit: UnitScores, isAwarded: boolean, someLeftOut: boolean, sum: number): number {
  if (!Number.isNaN(sum)) return sum;
  const own = isAwarded ? (unit.stated.max?.value ?? null) : null;
  if (own !== null && own > 0) return own;
  // What does not apply would have to be taken off, and nobody says how much it counts.
  if (someLeftOut) return UNKNOWN;
  return sheet.statedMax?.value ?? (sheet.facts.some(({ kind }) => kind === 'no-maximum') ? ONE_HUNDRED : UNKNOWN);
}

const isKnown = (value: number): boolean => value <= LARGEST && value >= -LARGEST;

const tally = (points: number, max: number): Tally | null => (isKnown(points) && isKnown(max) ? { points: settle(points), max: settle(max) } : null);

/** Leaves repeat a few values thousands of times over: each pair is one object. */
function leafTally(shared: SharedTallies | undefined, points: number, max: number): Tally | null {
  if (!shared || !isKnown(points) || !isKnown(max)) return null;
  const tallies = max === shared.max ? shared.byPoints : max === 0 && points === 0 ? NOTHING : null;
  const known = tallies?.get(points);
  if (known) return known;
  const fresh: Tally = { points: points as Decimal, max: max as Decimal };
  if (tallies && tallies.size < 1000) tallies.set(points, fresh);
  return fresh;
}

const NOTHING = new Map<number, Tally>([[0, { points: ZERO, max: ZERO }]]);

interface SharedTallies {
  readonly max: Decimal | null;
  readonly byPoints: Map<number, Tally>;
}

interface Workspace {
  readonly leaves: Uint8Array;
  readonly parents: Int32Array;
  readonly points: Float64Array;
  readonly max: Float64Array;
  readonly shared: readonly SharedTallies[];
}

const workspaces = new WeakMap<ScoreSheet, Workspace>();

function workspaceOf(sheet: ScoreSheet): Workspace {
  const known = workspaces.get(sheet);
  if (known) return known;
  const { items } = sheet;
  const fresh: Workspace = {
    leaves: Uint8Array.from(items, ({ children }) => (children.length === 0 ? 1 : 0)),
    parents: Int32Array.from(items, ({ parent }) => parent),
    points: new Float64Array(items.length),
    max: new Float64Array(items.length),
    shared: items.map(({ max }) => ({ max, byPoints: new Map<number, Tally>() })),
  };
  workspaces.set(sheet, fresh);
  return fresh;
}
