/**
 * Columns of a table that hold no points and no words of losses: places, proofs. What stands there of one unit and one
 * item is found by how the column was read.
 */
import { mergeAt } from './grid';
import type { ColumnRole } from './column-role';
import { unitAxis, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import type { Address } from '../values/address';
import { plainKey } from '../values/fold-text';
import { once } from '../values/once';

/** By role, the columns by the unit or area that they are of; "" for those of the table. */
const columnsBeside = once(({ reading, parts }: ScoreSheet): ReadonlyMap<string, number> => {
  const columns = parts ? [] : reading.blocks.flatMap((block) => block.columns);
  return new Map(columns.map(({ role, of, column }) => [keyOf(role, of), column]));
});

/** The texts above a column. */
export const headingOf = ({ reading }: ScoreSheet, at: Address): string =>
  reading.blocks.flatMap((block) => block.columns).find(({ column }) => column === at.column)?.heading ?? '';

const keyOf = (role: ColumnRole | null, of: string | null): string => `${role ?? ''} ${plainKey(of ?? '')}`;

/** The column of a sheet with a single unit that speaks of no unit. */
export const ownColumn = (sheet: ScoreSheet, role: ColumnRole): number | undefined =>
  sheet.units.length === 1 ? columnsBeside(sheet).get(keyOf(role, null)) : undefined;

/** Null where the table has no such column. */
export function cellBeside(sheet: ScoreSheet, role: ColumnRole, unit: UnitScores, item: Item): Address | null {
  const columns = columnsBeside(sheet);
  const isRow = unitAxis(sheet) === 'row';
  const column = isRow
    ? columns.get(keyOf(role, item.name))
    : (columns.get(keyOf(role, unit.name)) ?? ownColumn(sheet, role));
  return column === undefined ? null : anchorOf(sheet, { row: isRow ? unit.row : item.row, column });
}

/** The first cell of a merge. */
export function anchorOf({ grid }: ScoreSheet, { row, column }: Address): Address {
  const merge = mergeAt(grid, row, column);
  return { row: merge?.top ?? row, column: merge?.left ?? column };
}
