/** Computes the target cell of a key in the grid, and how far to scroll to show a cell. */
import type { KeyboardEvent } from 'react';
import type { Address, Area2D } from '../../core/values/address';
import type { Axis } from '../grid-axis';

/** Pixels that the column letters and the row numbers take. */
export const HEAD = 24;
export const SIDE = 44;

export interface Sight {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** Rows and columns that stay in sight, and the room that they take now: 0 while they are at their own place. */
export interface Stuck {
  readonly frozen: Area2D;
  readonly height: number;
  readonly width: number;
}

/** Maximum share of the window for rows and columns that stay in sight. */
const MOST_STUCK = 0.45;

export function stuckAt(frozen: Area2D | null, rows: Axis, columns: Axis, sight: Sight): Stuck {
  const { top, bottom, left, right } = frozen ?? { top: 0, bottom: -1, left: 0, right: -1 };
  const height = rows.start(bottom + 1) - rows.start(top);
  const width = columns.start(right + 1) - columns.start(left);
  return {
    frozen: { top, bottom, left, right },
    height: sight.top > rows.start(top) && height < sight.height * MOST_STUCK ? height : 0,
    width: sight.left > columns.start(left) && width < sight.width * MOST_STUCK ? width : 0,
  };
}

/** The cell at a point of the window. */
export function cellAt(
  [x, y]: readonly [number, number],
  { rows, columns }: { readonly rows: Axis; readonly columns: Axis },
  sight: Pick<Sight, 'top' | 'left'>,
  { frozen, height, width }: Stuck,
): Address {
  return {
    row: rows.at(y < height ? rows.start(frozen.top) + y : y + sight.top),
    column: columns.at(x < width ? columns.start(frozen.left) + x : x + sight.left),
  };
}

/** The target cell of a key; null for keys that the grid does not handle. */
export function target(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  from: Address,
  rows: Axis,
  columns: Axis,
  page: number,
): Address | null {
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowDown':
    case 'Enter':
      return { ...from, row: rows.next(from.row, 1) };
    case 'ArrowUp':
      return { ...from, row: rows.next(from.row, -1) };
    case 'ArrowRight':
      return { ...from, column: columns.next(from.column, 1) };
    case 'ArrowLeft':
      return { ...from, column: columns.next(from.column, -1) };
    case 'PageDown':
      return { ...from, row: Math.min(rows.count - 1, from.row + Math.max(1, page - 1)) };
    case 'PageUp':
      return { ...from, row: Math.max(0, from.row - Math.max(1, page - 1)) };
    case 'Home':
      return { row: far ? 0 : from.row, column: 0 };
    case 'End':
      return { row: far ? rows.count - 1 : from.row, column: columns.count - 1 };
    default:
      return null;
  }
}

/** Scrolls so that the cell is in sight; a jump puts it well inside, a step of the keyboard only as far as needed. */
export function bring(
  box: HTMLElement,
  { rows, columns }: { readonly rows: Axis; readonly columns: Axis },
  { row, column }: Address,
  isJump: boolean,
  frozen: Area2D | null,
): void {
  /** `hidden` is the covered part at the beginning of the window. */
  const along = (start: number, size: number, now: number, room: number, hidden: number): number => {
    if (start >= now + hidden && start + size <= now + room) return now;
    if (isJump) return Math.max(0, start - Math.max(room / 3, hidden));
    return start < now + hidden ? Math.max(0, start - hidden) : start + size - room;
  };
  // Assumes maximum scrolling, so that the rows and columns that can stay in sight do so.
  const far = { top: Infinity, left: Infinity, height: box.clientHeight, width: box.clientWidth };
  const { height, width } = stuckAt(frozen, rows, columns, far);
  const isBelow = frozen !== null && row > frozen.bottom;
  const isBeside = frozen !== null && column > frozen.right;
  box.scrollTo({
    top: along(rows.start(row), rows.size(row), box.scrollTop, far.height - HEAD, isBelow ? height : 0),
    left: along(columns.start(column), columns.size(column), box.scrollLeft, far.width - SIDE, isBeside ? width : 0),
  });
}

/** Direction of Ctrl with an arrow key. */
export const FAR: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The visible positions of an axis from `first` to `last`. */
export const visible = (axis: Axis, first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n).filter(
    (position) => axis.size(position) > 0,
  );
