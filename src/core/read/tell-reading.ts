/** Tells how a table was understood, column by column, from the columns that were made out and the score sheet that came of them. */
import type { ColumnRole } from '../model/column-role';
import type { ReadBlock, ReadColumn } from '../model/reading';
import { isScoredRole, type UntoldSheet } from '../model/score-sheet';
import type { Column, Columns } from './blocks/columns';

export function tellBlock(sheet: UntoldSheet, columns: Columns): ReadBlock {
  const used = usedColumns(sheet);
  return {
    table: sheet.table,
    headerRows: sheet.headerRows,
    round: null,
    columns: columns.all.map((column) => tellColumn(column, columns, used.get(column.column) ?? null)),
    unused: [],
  };
}

interface Use {
  readonly role: ColumnRole;
  readonly of: string | null;
}

/** What the score sheet takes from each column. */
function usedColumns(sheet: UntoldSheet): ReadonlyMap<number, Use> {
  const used = new Map<number, Use>();
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

function tellColumn(column: Column, { code, name, unit }: Columns, use: Use | null): ReadColumn {
  const names: Use | null =
    column.column === code
      ? { role: 'code', of: null }
      : column.column === name
        ? { role: 'name', of: null }
        : column.column === unit
          ? { role: 'unit', of: null }
          : null;
  const told = names ?? use ?? { role: column.role, of: column.owner };
  const why =
    column.role === null
      ? told.role === null
        ? 'tiêu đề không nói cột ghi gì'
        : 'tiêu đề là tên và các ô ghi điểm'
      : 'theo tiêu đề';
  return { column: column.column, heading: column.path.join(' / '), ...told, sure: 'sure', why };
}
