/** Where a key leads in the grid, and how much of the sheet is scrolled so that a cell is in sight. */
import type { KeyboardEvent } from 'react';
import type { Address } from '../../core/values/address';
import type { Axis } from '../grid-axis';

/** Room that the letters above and the numbers beside the cells take. */
export const HEAD = 24;
export const SIDE = 44;

/** Where the key leads; null for keys that are not the grid's. */
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
export function bring(box: HTMLElement, rows: Axis, columns: Axis, { row, column }: Address, isJump: boolean): void {
  const along = (start: number, size: number, now: number, room: number): number => {
    if (start >= now && start + size <= now + room) return now;
    if (isJump) return Math.max(0, start - room / 3);
    return start < now ? start : start + size - room;
  };
  box.scrollTo({
    top: along(rows.start(row), rows.size(row), box.scrollTop, box.clientHeight - HEAD),
    left: along(columns.start(column), columns.size(column), box.scrollLeft, box.clientWidth - SIDE),
  });
}
