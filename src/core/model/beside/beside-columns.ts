/**
 * Columns of a table for ranks and evidence, which are neither points nor words about losses. Finds the cell of one
 * unit and one item from how the columns were read.
 */
import { mergeAt } from '../workbook/grid';
import type { ColumnRole } from '../column-role';
import { unitAxis, type Item, type ScoreSheet, type UnitScores } from '../score-sheet';
import type { Address } from '../../values/address';
import { plainKey } from '../../values/fold-text';
import { once } from '../../values/once';

/** Columns by role and by their unit or area; "" for columns of the whole table. */
const columnsByRole = once(({ reading, parts }: ScoreSheet): ReadonlyMap<string, number> => {
  const columns = parts ? [] : reading.blocks.flatMap((block) => block.columns);
  return new Map(columns.map(({ role, of, column }) => [keyOf(role, of), column]));
});

/** The header texts above a column. */
export const headingOf = ({ reading }: ScoreSheet, at: Address): string =>
  reading.blocks.flatMap((block) => block.columns).find(({ column }) => column === at.column)?.heading ?? '';

const keyOf = (role: ColumnRole | null, of: string | null): string => `${role ?? ''} ${plainKey(of ?? '')}`;

/** In a sheet with a single unit, the column of this role that names no unit. */
export const ownColumn = (sheet: ScoreSheet, role: ColumnRole): number | undefined =>
  sheet.units.length === 1 ? columnsByRole(sheet).get(keyOf(role, null)) : undefined;

/** Returns null if the table has no such column. */
export function cellInColumn(sheet: ScoreSheet, role: ColumnRole, unit: UnitScores, item: Item): Address | null {
  const columns = columnsByRole(sheet);
  const isRow = unitAxis(sheet) === 'row';
  const column = isRow
    ? columns.get(keyOf(role, item.name))
    : (columns.get(keyOf(role, unit.name)) ?? ownColumn(sheet, role));
  return column === undefined ? null : anchorOf(sheet, { row: isRow ? unit.row : item.row, column });
}

/** The first cell of the merge that contains the cell, else the cell itself. */
export function anchorOf({ grid }: ScoreSheet, { row, column }: Address): Address {
  const merge = mergeAt(grid, row, column);
  return { row: merge?.top ?? row, column: merge?.left ?? column };
}
