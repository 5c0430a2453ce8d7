/** A text merged over several rows speaks for all of them: which cell holds it. */
import { cellKey, type Address, type CellKey } from '../values/address';
import type { ScoreSheet } from './score-sheet';

/** Damaged workbooks may hold merges without end. */
const MOST_CELLS = 2_000_000;

/** Anchor of every cell of the given columns that lies in a merge of the table's body, the anchor itself included. */
export function mergedCells({ grid, table }: ScoreSheet, columns: ReadonlySet<number>): ReadonlyMap<CellKey, Address> {
  const anchors = new Map<CellKey, Address>();
  let rest = MOST_CELLS;
  for (const { top, left, bottom, right } of grid.merges) {
    const first = Math.max(left, table.left);
    const last = Math.min(right, table.right);
    const rows = Math.min(bottom, table.bottom) - Math.max(top, table.top) + 1;
    if (rows < 1 || last < first || (rest -= rows * (last - first + 1)) < 0) continue;
    const anchor = { row: top, column: left };
    for (let column = first; column <= last; column++) {
      if (!columns.has(column)) continue;
      for (let row = Math.max(top, table.top); row <= Math.min(bottom, table.bottom); row++)
        anchors.set(cellKey(row, column), anchor);
    }
  }
  return anchors;
}
