/** The cells of a drawing as a grid: their contents, and which of them show dates or percentages. */
import { cellKey, keyOf, type CellKey } from '../../../src/core/values/address';
import type { Content } from '../../../src/core/model/content';
import type { CellValue, Grid } from '../../../src/core/model/workbook/grid';
import type { DrawnCell, SheetDrawing } from '../../../src/core/model/sheet-drawing';

const DATE = /[dy]/i;

/** Replaces the current content; notes and marks keep their places. */
export function drawnGrid(grid: Grid, { rows, columns, merges }: SheetDrawing): Grid {
  const values: CellValue[][] = [];
  const formulas = new Map<CellKey, string>();
  const dates = new Set<CellKey>();
  const percents = new Set<CellKey>();
  const kindOf = (
    { from, look }: DrawnCell,
    kind: ReadonlySet<CellKey>,
    inFormat: (format: string) => boolean,
  ): boolean => (from ? kind.has(keyOf(from)) : inFormat(look.numberFormat));
  let columnCount = 0;
  let rowCount = 0;
  rows.forEach(({ cells }, row) => {
    values.push(cells.map((cell) => (cell?.content ? shownValue(cell.content) : null)));
    cells.forEach((cell, column) => {
      if (!cell) return;
      const key = cellKey(row, column);
      if (cell.content?.kind === 'formula') formulas.set(key, cell.content.formula);
      if (kindOf(cell, grid.dates, (format) => DATE.test(format))) dates.add(key);
      if (kindOf(cell, grid.percents, (format) => format.includes('%'))) percents.add(key);
      if (cell.content && shownValue(cell.content) !== null)
        [rowCount, columnCount] = [row + 1, Math.max(columnCount, column + 1)];
    });
  });
  const hiddenColumns = new Set(columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])));
  return {
    ...grid,
    values,
    formulas,
    dates,
    percents,
    merges,
    hiddenColumns,
    hiddenRows: new Set(),
    rowCount,
    columnCount,
  };
}

/** The value that a cell with this content shows. */
export function shownValue(content: Content): CellValue {
  const plain = content.kind === 'formula' ? content.cached : content;
  if (plain.kind === 'number') return Number(plain.value);
  return plain.text === '' && content.kind !== 'formula' ? null : plain.text;
}
