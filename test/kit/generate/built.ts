/** The result of a family, and the merging of parts with their own criteria into one workbook. */
import type { Canvas } from './canvas';
import type { ColumnPlace, Criterion, GeneratedUnit, PointPlace, Points } from './model';

export interface Placed {
  readonly columns: readonly ColumnPlace[];
  readonly points: readonly PointPlace[];
}

export interface Built extends Placed {
  readonly canvases: readonly Canvas[];
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
  /** False if the sheet has points of the total only. */
  readonly isItemised: boolean;
}

/** One part of a workbook: its units and its criteria are numbered from 0. */
export interface Part extends Placed {
  readonly criteria: readonly Criterion[];
  readonly units: readonly GeneratedUnit[];
}

/** Joins parts with different units and criteria: the criteria of other parts do not apply to a unit. */
export function joined(canvases: readonly Canvas[], parts: readonly Part[]): Built {
  const criteria: Criterion[] = [];
  const units: GeneratedUnit[] = [];
  const columns: ColumnPlace[] = [];
  const points: PointPlace[] = [];
  for (const part of parts) {
    const firstItem = criteria.length;
    const firstUnit = units.length;
    const shift = (item: number): number => (item < 0 ? item : item + firstItem);
    const own = (side: readonly Points[] | null): readonly Points[] | null =>
      side && [...Array.from({ length: firstItem }, () => null), ...side];
    const unitAt = (unit: number | null): number | null => (unit === null ? null : unit + firstUnit);
    for (const each of part.criteria)
      criteria.push({
        ...each,
        index: shift(each.index),
        parent: shift(each.parent),
        children: each.children.map(shift),
      });
    for (const unit of part.units) units.push({ ...unit, self: own(unit.self), appraised: own(unit.appraised) });
    for (const column of part.columns) columns.push({ ...column, unit: unitAt(column.unit) });
    for (const point of part.points) points.push({ ...point, unit: unitAt(point.unit), item: shift(point.item) });
  }
  return { canvases, criteria, units, columns, points, isItemised: true };
}
