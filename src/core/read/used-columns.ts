/** What a score sheet takes from each column of its table. */
import type { ColumnRole } from '../model/column-role';
import { isScoredRole, type UntoldSheet } from '../model/score-sheet';

export type UsedColumns = ReadonlyMap<number, { readonly role: ColumnRole; readonly of: string | null }>;

/** What the score sheet takes from each column. */
export function usedColumns(sheet: UntoldSheet): UsedColumns {
  const used = new Map<number, { role: ColumnRole; of: string | null }>();
  const isAlone = sheet.kind === 'one-unit';
  for (const unit of sheet.units)
    for (const [role, column] of Object.entries(unit.columns))
      if (isScoredRole(role)) used.set(column, { role, of: isAlone ? null : unit.name });
  for (const item of sheet.items)
    for (const [role, column] of Object.entries(item.columns))
      if (isScoredRole(role)) used.set(column, { role, of: sheet.itemised ? item.name : null });
  if (sheet.kind === 'units-as-rows')
    for (const [role, column] of Object.entries(sheet.resultLines))
      if (!used.has(column)) used.set(column, { role: role as ColumnRole, of: null });
  if (sheet.kind !== 'units-as-rows' && sheet.maxLine !== null) used.set(sheet.maxLine, { role: 'max', of: null });
  return used;
}
