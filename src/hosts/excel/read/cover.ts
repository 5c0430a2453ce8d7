/** Cells as rectangles to ask Excel for. */
import type { Area2D, CellKey } from '../../../core/values/address';
import { rectanglesOf } from '../../marks/rectangles';

/** A rectangle costs Excel as much as some cells more in a larger one. */
const CELLS_PER_CALL = 12;

/** Rectangles that hold the cells: their own, or one around all of them where that is less to ask for. */
export function cover(keys: readonly CellKey[]): Area2D[] {
  const areas = rectanglesOf(keys);
  if (areas.length < 2) return areas;
  const box = areas.reduce((all, area) => ({
    top: Math.min(all.top, area.top),
    left: Math.min(all.left, area.left),
    bottom: Math.max(all.bottom, area.bottom),
    right: Math.max(all.right, area.right),
  }));
  return (box.bottom - box.top + 1) * (box.right - box.left + 1) <= areas.length * CELLS_PER_CALL + keys.length
    ? [box]
    : areas;
}
