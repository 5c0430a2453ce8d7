/** The truth of a sheet from its criteria and points: whole-number sums, written independently of the product. */
import type { Address } from '../../../src/core/values/address';
import {
  isScored,
  totalOf,
  type Criterion,
  type GeneratedUnit,
  type PointPlace,
  type TrueLoss,
  type TrueUnit,
} from './model';

export interface TruthSource {
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
  readonly points: readonly PointPlace[];
}

/** The appraised points count; without them the self-scores. */
export function truthOf({ criteria, units, points }: TruthSource, isItemised = true): TrueUnit[] {
  const cells = new Map<string, { sheet: string; at: Address }>();
  for (const { unit, item, role, at, sheet } of points) cells.set(`${unit} ${item} ${role}`, { sheet, at });
  return units.map((unit, at) => {
    const counting = unit.appraised ? 'appraised' : 'self';
    const awarded = unit.appraised ?? unit.self ?? [];
    const losses: TrueLoss[] = [];
    for (const criterion of criteria) {
      const own = awarded[criterion.index];
      if (!isScored(criterion) || own === null || own === undefined || own >= criterion.max) continue;
      const place = cells.get(`${at} ${criterion.index} ${counting}`);
      if (place) losses.push({ sheet: place.sheet, at: place.at, lost: criterion.max - own });
    }
    return {
      name: unit.name,
      self: unit.self ? totalOf(criteria, unit.self) : null,
      awarded: totalOf(criteria, awarded),
      outside: 0,
      losses: isItemised ? losses : null,
    };
  });
}
