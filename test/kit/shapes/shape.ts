/** A small sheet with its truth computed by hand, and the accepted answers. */
import type { Book, Grid } from '../../../src/core/model/workbook/grid';
import type { Judged } from '../generate/judge';
import type { TrueUnit } from '../generate/model';
import { bookOf } from '../grid';

/**
 * Name, points and maximum that count; the self-scores if the sheet has both sides, and their maximum if it differs;
 * bonus minus penalty.
 */
export type ShapeUnit = readonly [
  name: string,
  points: number,
  max: number,
  self?: number | undefined,
  selfMax?: number | undefined,
  outside?: number,
];

export interface Shape extends Judged {
  readonly name: string;
  readonly book: Book;
  /** If the sheet is asked about, at least one of these cells must be named; null if it must be read right. */
  readonly asks: readonly string[] | null;
}

export function shape(
  name: string,
  grids: readonly Grid[],
  units: readonly ShapeUnit[],
  { asks = null }: { readonly asks?: readonly string[] | null } = {},
): Shape {
  const truth = units.map(([unit, points, max, self, selfMax = max, outside = 0]): TrueUnit => {
    const tally = { points: Math.round(points * 100), max: Math.round(max * 100) };
    return {
      name: unit,
      awarded: tally,
      self: self === undefined ? null : { points: Math.round(self * 100), max: Math.round(selfMax * 100) },
      outside: Math.round(outside * 100),
      losses: null,
    };
  });
  return { name, book: bookOf(...grids), truth, alternatives: [], asks };
}
