/** Moving about a sheet by what its cells hold: where a text stands, and where a run of filled cells ends. */
import type { Address } from '../../core/values/address';
import { isBlank, valueAt, type Grid } from '../../core/model/grid';
import { searcher } from './search';
import { shownText } from './view-grid';

/** Places that are told; nobody steps through more. */
const MOST_FOUND = 1000;

/** Cells whose text holds what is searched, line by line; hidden ones are nothing that can be shown. */
export function findCells(grid: Grid, search: string): Address[] {
  if (search.trim() === '') return [];
  const isWanted = searcher(search.trim());
  const found: Address[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (grid.hiddenRows.has(row)) continue;
    for (let column = 0; column < grid.columnCount; column++) {
      if (grid.hiddenColumns.has(column) || isBlank(valueAt(grid, row, column))) continue;
      if (isWanted(shownText(grid, row, column))) found.push({ row, column });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

/** As Ctrl with an arrow in Excel: the end of this run of filled cells, else where the next begins, else the end. */
export function edgeFrom(grid: Grid, from: Address, [down, right]: readonly [number, number]): Address {
  const next = ({ row, column }: Address): Address => {
    let at = { row: row + down, column: column + right };
    while (grid.hiddenRows.has(at.row) || grid.hiddenColumns.has(at.column))
      at = { row: at.row + down, column: at.column + right };
    return at;
  };
  const isInside = ({ row, column }: Address): boolean =>
    row >= 0 && column >= 0 && row < grid.rowCount && column < grid.columnCount;
  const isFilled = (at: Address): boolean => isInside(at) && !isBlank(valueAt(grid, at.row, at.column));
  let at = next(from);
  if (!isInside(at)) return from;
  const isRun = isFilled(from) && isFilled(at);
  while (isInside(next(at)) && (isRun ? isFilled(next(at)) : !isFilled(at))) at = next(at);
  return at;
}
