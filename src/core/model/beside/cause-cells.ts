/**
 * The cell where the cause of one score is, or would be: in its column, or the first cell of a merge over several rows.
 */
import { cellKey, type Address, type CellKey } from '../../values/address';
import { once } from '../../values/once';
import type { Cause, Remedy } from '../deduction';
import { addressOf, columnsOf, type Item, type ScoreSheet, type UnitScores } from '../score-sheet';

const CAUSE_ROLES = [
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
] as const satisfies readonly (keyof Cause)[];

/** At least two words: «Văn phòng chậm», not «x» or «1.2». */
export const holdsWords = (text: string): boolean => /\p{L}\S*\s+\S*\p{L}/u.test(text);

/** Cause roles and the roles of the remedy. */
export const WORD_ROLES = [
  ...CAUSE_ROLES,
  'remedy',
  'remedyDue',
  'remedyStatus',
] as const satisfies readonly (keyof (Cause & Remedy))[];
type WordRole = (typeof WORD_ROLES)[number];

interface CauseCells {
  /** Whether the sheet has a column for any of the cause roles. */
  readonly hasColumns: boolean;
  /** Null when the sheet has no such column. */
  readonly at: (unit: UnitScores, item: Item, role: WordRole) => Address | null;
  /** Whether the cell is part of a merge, whose text applies to several rows. */
  readonly isShared: (unit: UnitScores, item: Item, role: WordRole) => boolean;
}

export const causeCells = once((sheet: ScoreSheet): CauseCells => {
  const columns = columnsOf(sheet, WORD_ROLES);
  const anchors = columns.size > 0 ? mergedCells(sheet, columns) : new Map<CellKey, Address>();
  const anchorOf = (at: Address | null): Address | null =>
    at && anchors.size > 0 ? (anchors.get(cellKey(at.row, at.column)) ?? null) : null;
  return {
    hasColumns: columnsOf(sheet, CAUSE_ROLES).size > 0,
    at: (unit, item, role) => {
      const at = addressOf(sheet, unit, item, role);
      return anchorOf(at) ?? at;
    },
    isShared: (unit, item, role) => anchorOf(addressOf(sheet, unit, item, role)) !== null,
  };
});

/** Limits the work on damaged workbooks, which may contain huge merges. */
const MOST_CELLS = 2_000_000;

/**
 * The anchor of every cell of the given columns that is in a merge of the table's body, including the anchor itself.
 */
function mergedCells({ grid, table }: ScoreSheet, columns: ReadonlySet<number>): ReadonlyMap<CellKey, Address> {
  const anchors = new Map<CellKey, Address>();
  let rest = MOST_CELLS;
  for (const { top, left, bottom, right } of grid.merges) {
    const first = Math.max(left, Math.min(table.left, ...columns));
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
