/**
 * The content of a generated sheet: criteria, units and points in whole hundredths. The truth is computed from it,
 * never read from cells.
 */
import type { Address } from '../../../src/core/values/address';
import type { Book, Grid } from '../../../src/core/model/workbook/grid';

/** Points in hundredths. */
export type Hundredths = number;

export interface Criterion {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly level: number;
  /** −1 for an area. */
  readonly parent: number;
  readonly children: readonly number[];
  /** The maximum of a parent is the sum of its children. */
  readonly max: Hundredths;
}

/** Null if the item does not apply. Only for scored items; a parent's points are summed. */
export type Points = Hundredths | null;

export interface GeneratedUnit {
  readonly name: string;
  readonly group: number;
  /** By position of the criterion; null if the sheet has no such points. */
  readonly self: readonly Points[] | null;
  readonly appraised: readonly Points[] | null;
}

export interface Tally {
  readonly points: Hundredths;
  readonly max: Hundredths;
}

export interface TrueLoss {
  readonly sheet: string;
  readonly at: Address;
  readonly lost: Hundredths;
}

export interface TrueUnit {
  readonly name: string;
  readonly self: Tally | null;
  readonly awarded: Tally;
  /** Points outside the tree, already signed. */
  readonly outside: Hundredths;
  /** Null if the sheet does not show which items lost points. */
  readonly losses: readonly TrueLoss[] | null;
}

/** The content of a column in a sheet; stresses choose by it. */
export interface ColumnPlace {
  readonly sheet: string;
  readonly role: string;
  readonly unit: number | null;
  readonly column: number;
  /** The cell that holds only this column's heading. */
  readonly heading: Address | null;
}

/** The cell of one unit's points for one criterion. */
export interface PointPlace {
  readonly sheet: string;
  readonly unit: number | null;
  readonly item: number;
  readonly role: 'max' | 'self' | 'appraised';
  readonly at: Address;
}

export interface Generated {
  readonly seed: number;
  readonly family: string;
  /** Kinds of noise in the sheet. */
  readonly kinds: readonly string[];
  readonly grids: readonly Grid[];
  readonly book: Book;
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
  readonly truth: readonly TrueUnit[];
  /** Other readings that are equally acceptable: after a mistyped number, either value may have been intended. */
  readonly alternatives: readonly (readonly TrueUnit[])[];
  readonly columns: readonly ColumnPlace[];
  readonly points: readonly PointPlace[];
}

export const isScored = (criterion: Criterion): boolean => criterion.children.length === 0;

/** Points and maximum of a criterion, summed over the applicable items below it. */
export function tallyOf(criteria: readonly Criterion[], points: readonly Points[], item: number): Tally {
  const criterion = criteria[item];
  if (!criterion) return { points: 0, max: 0 };
  if (isScored(criterion)) {
    const own = points[item];
    return own === null || own === undefined ? { points: 0, max: 0 } : { points: own, max: criterion.max };
  }
  let sum = 0;
  let max = 0;
  for (const child of criterion.children) {
    const below = tallyOf(criteria, points, child);
    sum += below.points;
    max += below.max;
  }
  return { points: sum, max };
}

export function totalOf(criteria: readonly Criterion[], points: readonly Points[]): Tally {
  let sum = 0;
  let max = 0;
  for (const { parent, index } of criteria) {
    if (parent >= 0) continue;
    const area = tallyOf(criteria, points, index);
    sum += area.points;
    max += area.max;
  }
  return { points: sum, max };
}

/** points ÷ max × 100 with `places` decimals, half-up, in units of the last place. */
export const percentOf = ({ points, max }: Tally, places: number): number =>
  max === 0 ? 0 : Math.floor((2 * points * 100 * 10 ** places + max) / (2 * max));
