/**
 * A list of losses: areas as wholes, and below them only the items that lost points. What an area lost is what its
 * items lost, while its maximum is more than theirs (FIELD.md §9).
 */
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import type { DraftTree } from './draft-tree';
import type { Witness } from './witness';

export function listsLossesAlone({ drafts, kept }: DraftTree, max: Witness, points: Witness): boolean {
  const seenAt = (witness: Witness, at: number) => witness.at(drafts[at]?.row.row ?? -1);
  const lostAt = (at: number): Decimal | null => {
    const [most, own] = [max, points].map((witness) => seenAt(witness, at));
    return typeof most === 'number' && typeof own === 'number' ? ((most - own) as Decimal) : null;
  };
  const leavesBelow = (at: number): number[] => {
    const children = (drafts[at]?.children ?? []).filter((child) => kept[child] === true);
    return children.length === 0 ? [at] : children.flatMap(leavesBelow);
  };
  const sumOf = (values: readonly (Decimal | null)[]): Decimal =>
    values.reduce<Decimal>((sum, each) => roughSum(sum, each ?? ZERO), ZERO);
  let [listing, shorter, explained, odd] = [0, 0, 0, 0];
  for (const [at, { parent, children }] of drafts.entries()) {
    if (parent >= 0 || kept[at] !== true) continue;
    const lost = lostAt(at);
    if (children.length === 0) {
      if (lost !== 0) odd++;
      continue;
    }
    const leaves = leavesBelow(at);
    const losses = leaves.map(lostAt);
    if (lost === null || losses.some((each) => each === null || each <= 0)) odd++;
    listing++;
    const listed = sumOf(leaves.map((leaf) => seenAt(max, leaf)));
    if ((seenAt(max, at) ?? ZERO) > listed) shorter++;
    if (sumOf(losses) === lost) explained++;
  }
  if (shorter === 0) return false;
  if (odd === 0 && explained === listing) return true;
  // A mistyped number or two make no other table of it.
  const isMostlySo = shorter > 1 && shorter * 2 > listing;
  return (
    isMostlySo &&
    (odd < 2 ? explained * 2 >= listing || explained + 1 >= listing : odd === 2 && explained * 2 >= listing)
  );
}
