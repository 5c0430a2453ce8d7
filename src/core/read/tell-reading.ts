/** Tells how a table was understood, column by column, from the columns that were made out and the score sheet that came of them. */
import type { ReadBlock, ReadColumn } from '../model/reading';
import type { UntoldSheet } from '../model/score-sheet';
import type { UsedColumns } from './used-columns';
import type { Column, Columns } from './blocks/columns';

export function tellBlock(sheet: UntoldSheet, columns: Columns, used: UsedColumns): ReadBlock {
  return {
    table: sheet.table,
    headerRows: sheet.headerRows,
    round: null,
    columns: columns.all.map((column) => tellColumn(column, columns, used.get(column.column) ?? null)),
    unused: [],
  };
}

type Use = NonNullable<ReturnType<UsedColumns['get']>>;

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
