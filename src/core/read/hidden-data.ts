/** Reports hidden rows and columns that hold scores; they are read like any other. */
import { isBlank, valueAt, type Grid } from '../model/workbook/grid';
import type { ReadFact } from '../model/score-sheet';

export function hiddenFacts(grid: Grid, rows: readonly number[], columns: readonly number[]): ReadFact[] {
  const hiddenRows = rows.filter(
    (row) => grid.hiddenRows.has(row) && columns.some((column) => !isBlank(valueAt(grid, row, column))),
  );
  const hiddenColumns = columns.filter(
    (column) => grid.hiddenColumns.has(column) && rows.some((row) => !isBlank(valueAt(grid, row, column))),
  );
  const facts: ReadFact[] = [];
  const [firstRow] = hiddenRows;
  const [firstColumn] = hiddenColumns;
  if (firstRow !== undefined)
    facts.push({
      kind: 'hidden-data',
      at: { row: firstRow, column: columns[0] ?? 0 },
      what: 'row',
      count: hiddenRows.length,
    });
  if (firstColumn !== undefined)
    facts.push({
      kind: 'hidden-data',
      at: { row: rows[0] ?? 0, column: firstColumn },
      what: 'column',
      count: hiddenColumns.length,
    });
  return facts;
}
