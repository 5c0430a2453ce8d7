/** Turns sets of cells into forms that Excel takes in one call: rectangles and lists of addresses. */
import { cellKey, toA1Range, type Area2D, type CellKey } from '../../core/values/address';
import { rectanglesOf } from '../marks/rectangles';

/** Excel accepts at most 8192 characters in an address. */
const MAX_ADDRESS = 8000;
/** One more rectangle costs Excel about as much as this many more cells in a larger one. */
const CELLS_PER_CALL = 12;

/** Rectangles that contain the cells: one per group, or one around all of them if that is cheaper to request. */
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

export const areaOfRange = (range: Excel.Range): Area2D => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

export function forEachCell({ top, left, bottom, right }: Area2D, visit: (row: number, column: number) => void): void {
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) visit(row, column);
}

/** E6:E8,E12 in as few addresses as Excel accepts. */
export function addressesOf(keys: readonly CellKey[]): string[] {
  const addresses: string[] = [];
  let text = '';
  for (const area of rectanglesOf(keys)) {
    const item = toA1Range(area);
    if (text !== '' && text.length + item.length + 1 > MAX_ADDRESS) {
      addresses.push(text);
      text = '';
    }
    text += text === '' ? item : `,${item}`;
  }
  return text === '' ? addresses : [...addresses, text];
}

/** Cells as rectangles, each with the values of its cells. */
export function blocksOf<T>(cells: ReadonlyMap<CellKey, T>): [Area2D, T[][]][] {
  return rectanglesOf([...cells.keys()]).map((area): [Area2D, T[][]] => [
    area,
    Array.from({ length: area.bottom - area.top + 1 }, (_, y) =>
      Array.from(
        { length: area.right - area.left + 1 },
        (__, x) => cells.get(cellKey(area.top + y, area.left + x)) as T,
      ),
    ),
  ]);
}

export function groupsOf<T>(cells: ReadonlyMap<CellKey, T>): Map<T, CellKey[]> {
  const groups = new Map<T, CellKey[]>();
  for (const [key, value] of cells) {
    const keys = groups.get(value);
    if (keys) keys.push(key);
    else groups.set(value, [key]);
  }
  return groups;
}
