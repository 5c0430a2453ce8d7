import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { smallestSets } from '../../../src/core/lift/smallest-sets';
import { cpuSeconds } from '../../kit/cpu';

const sumOf = (gains: readonly bigint[], set: readonly number[]): bigint =>
  set.reduce((all, at) => all + (gains[at] ?? 0n), 0n);

/** Returns every possible set, best first. */
function byTrying(gains: readonly bigint[], need: bigint, most: number): number[][] {
  const all = gains
    .reduceRight<number[][]>((sets, _, at) => [...sets, ...sets.map((set) => [at, ...set])], [[]])
    .filter((set) => set.length > 0 && sumOf(gains, set) >= need);
  const firstDifference = (a: readonly number[], b: readonly number[]): number =>
    a.map((each, at) => each - (b[at] ?? 0)).find((each) => each !== 0) ?? 0;
  all.sort((a, b) => a.length - b.length || Number(sumOf(gains, a) - sumOf(gains, b)) || firstDifference(a, b));
  return all.filter(({ length }) => length === all[0]?.length).slice(0, most);
}

test('the sets are those that trying every set finds, in the same order, however many gains are alike', () => {
  const gains = fc.array(fc.bigInt({ min: 1n, max: 5n }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(gains, fc.bigInt({ min: 1n, max: 30n }), fc.integer({ min: 1, max: 5 }), (own, need, most) => {
      expect(smallestSets(own, need, (set) => sumOf(own, set) >= need, most)).toEqual(byTrying(own, need, most));
    }),
    { numRuns: 1000 },
  );
});

test.each([40, 150, 260])(
  'three hundred gains of as many sizes take little time, and the number of members is still the least: %s',
  (members) => {
    const gains = Array.from({ length: 300 }, (_, at) => BigInt(1000 + ((at * 7919) % 3001)));
    const largest = [...gains]
      .sort((a, b) => Number(b - a))
      .slice(0, members)
      .reduce((all, each) => all + each, 0n);
    // Between the sum of the `members` largest gains and that of one fewer.
    const need = largest - 500n;
    let sets: readonly (readonly number[])[] = [];
    expect(
      cpuSeconds(() => {
        sets = smallestSets(gains, need, (set) => sumOf(gains, set) >= need, 5);
      }),
    ).toBeLessThan(4);
    expect(sets.map((set) => [set.length, sumOf(gains, set) >= need])).toEqual(sets.map(() => [members, true]));
    expect(sets).toHaveLength(5);
  },
);
