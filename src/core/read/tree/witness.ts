/** Columns of numbers that say of a tree whether it is right: in each of them a parent is the sum of its parts. */
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import type { ScoreReader } from '../numbers/parse-score';
import type { DraftTree } from './draft-tree';
import type { ResultRow } from './item-rows';

export interface Witness {
  /** Null where the row says no number. */
  readonly at: (row: number) => Decimal | null;
  /** What the sheet states for the whole; null where it does not. */
  readonly total: Decimal | null;
}

/** A few columns tell as much as a thousand. */
const MOST = 6;

/** The maxima, and the points of the first units: what does not apply adds nothing. */
export function witnessesOf(
  results: readonly ResultRow[],
  maxima: readonly number[],
  scores: readonly number[],
  read: ScoreReader,
): Witness[] {
  const totalRow = results.findLast(({ role }) => role === 'total')?.row;
  const totalOf = (column: number): Decimal | null =>
    totalRow === undefined ? null : read.result(totalRow, column).value;
  return [
    ...maxima.slice(0, 1).map((column) => ({ at: (row: number) => read.maximum(row, column), total: totalOf(column) })),
    ...scores.slice(0, MOST).map((column) => ({
      at: (row: number) => {
        const score = read.score(row, column);
        return score.kind === 'points' ? score.points : score.kind === 'notApplicable' ? ZERO : null;
      },
      total: totalOf(column),
    })),
  ];
}

/** Sums that hold and sums that do not. */
export interface Tried {
  readonly right: number;
  readonly wrong: number;
}

export const worthOf = ({ right, wrong }: Tried): number => right - wrong;

export function trySums({ drafts, kept }: DraftTree, witnesses: readonly Witness[]): Tried {
  let [right, wrong] = [0, 0];
  const roots = drafts.flatMap(({ parent }, at) => (parent < 0 && kept[at] === true ? [at] : []));
  for (const { at: valueOf, total } of witnesses) {
    const values = drafts.map(({ row }) => valueOf(row.row));
    const compare = (own: Decimal | null, parts: readonly number[]): void => {
      const below = parts.map((part) => values[part] ?? null);
      if (own === null || parts.length === 0 || below.includes(null)) return;
      if (below.reduce<Decimal>((sum, each) => roughSum(sum, each ?? ZERO), ZERO) === own) right++;
      else wrong++;
    };
    drafts.forEach(({ children }, at) => {
      if (kept[at] === true)
        compare(
          values[at] ?? null,
          children.filter((child) => kept[child] === true),
        );
    });
    compare(total, roots);
  }
  return { right, wrong };
}
