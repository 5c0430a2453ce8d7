/**
 * Finds the smallest sets of gains that reach a need: fewest members first, then the smallest sum, then the earliest
 * members.
 */

/**
 * Limit of branches; beyond it the sums may not be the smallest, but the number of members still is. Sheets have about
 * sixty losses of about ten sizes.
 */
const MOST_BRANCHES = 100_000;

/** Limit of choices with the same sum that are searched for the earliest members. */
const MOST_TIES = 300;

interface Size {
  readonly gain: bigint;
  /** Positions in `gains`, ascending. */
  readonly members: readonly number[];
  /** Number of members of all larger sizes. */
  readonly before: number;
}

/**
 * Returns sets of positions, each ascending. `reaches` decides; if it holds for a set, it must hold for every set with
 * a larger gain. Sets whose sum is below `need` never reach.
 */
export function smallestSets(
  gains: readonly bigint[],
  need: bigint,
  reaches: (chosen: readonly number[]) => boolean,
  most: number,
): number[][] {
  const order = gains.map((_, position) => position).sort((a, b) => compare(gains[b] ?? 0n, gains[a] ?? 0n) || a - b);
  const count = fewest(order, reaches);
  if (count === null) return [];
  const sizes = sizesOf(gains, order);
  const found: { sum: bigint; set: readonly number[] }[] = [];
  for (const counts of choices(sizes, count, need, most, sumsOf(order, gains))) {
    for (const set of firstSets(sizes, counts, count, most)) {
      if (reaches(set)) found.push({ sum: set.reduce((all, position) => all + (gains[position] ?? 0n), 0n), set });
    }
  }
  found.sort((a, b) => compare(a.sum, b.sum) || compareSets(a.set, b.set));
  return found.slice(0, most).map(({ set }) => [...set]);
}

/** The largest gains together are the best set of that size; null if all together are not enough. */
function fewest(order: readonly number[], reaches: (chosen: readonly number[]) => boolean): number | null {
  for (let count = 1; count <= order.length; count++)
    if (reaches(order.slice(0, count).sort((a, b) => a - b))) return count;
  return null;
}

function sizesOf(gains: readonly bigint[], order: readonly number[]): Size[] {
  const sizes: { gain: bigint; members: number[]; before: number }[] = [];
  order.forEach((position, before) => {
    const gain = gains[position] ?? 0n;
    const last = sizes[sizes.length - 1];
    if (last?.gain === gain) last.members.push(position);
    else sizes.push({ gain, members: [position], before });
  });
  return sizes;
}

/** sums[n] is the sum of the n largest gains. */
function sumsOf(order: readonly number[], gains: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const position of order) sums.push((sums[sums.length - 1] ?? 0n) + (gains[position] ?? 0n));
  return sums;
}

/**
 * How many of each size to take, `count` in all: every choice whose sum is among the `most` smallest sums not below
 * `need`.
 */
function choices(
  sizes: readonly Size[],
  count: number,
  need: bigint,
  most: number,
  sums: readonly bigint[],
): number[][] {
  const found: { sum: bigint; counts: number[] }[] = [];
  const total = sums.length - 1;
  const between = (from: number, to: number): bigint => (sums[to] ?? 0n) - (sums[from] ?? 0n);
  let worst: bigint | null = null;
  let branches = 0;
  const keep = (sum: bigint, counts: readonly number[]): void => {
    if (sum === worst && found.length >= MOST_TIES) return;
    found.push({ sum, counts: [...counts] });
    if (found.length < most || sum === worst) return;
    found.sort((a, b) => compare(a.sum, b.sum));
    worst = found[most - 1]?.sum ?? null;
    const end = found.findIndex(({ sum: each }) => worst !== null && each > worst);
    if (end >= 0) found.length = end;
  };
  const take = (position: number, rest: number, sum: bigint, counts: number[]): void => {
    if (rest === 0) {
      if (sum >= need) keep(sum, counts);
      return;
    }
    const size = sizes[position];
    if (!size || ++branches > MOST_BRANCHES) return;
    // Few of the large ones first: the sum soon comes close to the need, so that the bounds exclude the rest.
    for (let taken = 0; taken <= Math.min(rest, size.members.length); taken++) {
      const [left, after, next] = [rest - taken, sum + size.gain * BigInt(taken), size.before + size.members.length];
      if (next + left > total || after + between(next, next + left) < need) continue;
      if (worst !== null && after + between(total - left, total) > worst) continue;
      counts.push(taken);
      take(position + 1, left, after, counts);
      counts.pop();
    }
  };
  take(0, count, 0n, []);
  return found.map(({ counts }) => counts);
}

/** The first sets, in order of their members, with these counts of each size. */
function firstSets(sizes: readonly Size[], counts: readonly number[], count: number, most: number): number[][] {
  const members = sizes
    .flatMap(({ members: some }, size) => some.map((position) => ({ at: position, size })))
    .sort((a, b) => a.at - b.at);
  const wanted = sizes.map((_, size) => counts[size] ?? 0);
  const left = sizes.map(({ members: some }) => some.length);
  const sets: number[][] = [];
  const go = (position: number, chosen: readonly number[]): void => {
    if (sets.length >= most) return;
    if (chosen.length === count) {
      sets.push([...chosen]);
      return;
    }
    const member = members[position];
    if (!member) return;
    const { size } = member;
    const [need = 0, rest = 0] = [wanted[size], left[size]];
    left[size] = rest - 1;
    if (need > 0) {
      wanted[size] = need - 1;
      go(position + 1, [...chosen, member.at]);
      wanted[size] = need;
    }
    if (need < rest) go(position + 1, chosen);
    left[size] = rest;
  };
  go(0, []);
  return sets;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

function compareSets(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((each, position) => each !== b[position]);
  return first < 0 ? 0 : (a[first] ?? 0) - (b[first] ?? 0);
}
