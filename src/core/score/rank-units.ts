/** Ranks by exact ratio, highest first: dense (1, 2, 2, 3) or competition (1, 2, 2, 4). */
import type { Settings } from '../model/settings';
import { compareRatios, type Ratio } from '../values/ratio';

export interface Place {
  readonly rank: number;
  /** Number of distinct places (dense) or of ranked units (competition). */
  readonly rankOf: number;
}

/** Doubles closer than this are compared exactly. */
const NEAR = 1e-9;

/** One place for each ratio, by position; null for null ratios. */
export function rankRatios(ratios: readonly (Ratio | null)[], ties: Settings['ties']): (Place | null)[] {
  const keys = new Float64Array(ratios.length);
  const order: number[] = [];
  ratios.forEach((ratio, position) => {
    if (!ratio) return;
    keys[position] = Number(ratio.numerator) / Number(ratio.denominator);
    order.push(position);
  });
  // The sign is a small integer; the difference would be boxed at every comparison.
  order.sort((a, b) => Math.sign((keys[b] ?? 0) - (keys[a] ?? 0)));
  settleNear(order, keys, ratios);
  return placesOf(order, keys, ratios, ties);
}

/** Whether two neighbours are nearly equal; `a` comes before `b`. */
const isNear = (keys: Float64Array, a = 0, b = 0): boolean => (keys[a] ?? 0) - (keys[b] ?? 0) < NEAR;

/** Sorts every run of nearly equal doubles by the exact ratios. */
function settleNear(order: number[], keys: Float64Array, ratios: readonly (Ratio | null)[]): void {
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    let uneven = false;
    while (end < order.length && isNear(keys, order[end - 1], order[end])) {
      uneven ||= compare(ratios, order[end - 1], order[end]) !== 0;
      end++;
    }
    if (uneven) order.splice(start, end - start, ...order.slice(start, end).sort((a, b) => compare(ratios, b, a)));
    start = end;
  }
}

function placesOf(
  order: readonly number[],
  keys: Float64Array,
  ratios: readonly (Ratio | null)[],
  ties: Settings['ties'],
): (Place | null)[] {
  const ranks = new Int32Array(ratios.length);
  let [rank, distinct] = [0, 0];
  order.forEach((unit, position) => {
    // Integers of thirty digits are multiplied only if the doubles are too close to tell.
    if (
      position === 0 ||
      !isNear(keys, order[position - 1], unit) ||
      compare(ratios, order[position - 1], unit) !== 0
    ) {
      distinct++;
      rank = ties === 'dense' ? distinct : position + 1;
    }
    ranks[unit] = rank;
  });
  const rankOf = ties === 'dense' ? distinct : order.length;
  const shared: (Place | undefined)[] = [];
  const places = new Array<Place | null>(ratios.length).fill(null);
  for (let position = 0; position < places.length; position++) {
    const unitRank = ranks[position] ?? 0;
    if (unitRank > 0) places[position] = shared[unitRank] ??= { rank: unitRank, rankOf };
  }
  return places;
}

function compare(ratios: readonly (Ratio | null)[], a = -1, b = -1): number {
  const [one, other] = [ratios[a], ratios[b]];
  if (!one || !other || one === other || (one.numerator === other.numerator && one.denominator === other.denominator))
    return 0;
  return compareRatios(one, other);
}
