/**
 * For every column the header texts above it, top to bottom: merged cells spread out, names centred over blanks as
 * well.
 */
import { cellKey } from '../../values/address';
import { squeeze } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/grid';

/** Sub-columns that one unmerged name may stand over. */
const WIDEST_OWNER = 12;
const MOST_HEADER_CELLS = 100_000;

export function spellOut(grid: Grid, top: number, bottom: number): string[][] {
  const anchors = new Map<number, number>();
  // Merges of a damaged workbook may overlap without end; nobody heads more cells than these.
  let rest = MOST_HEADER_CELLS;
  for (const merge of grid.merges) {
    if (merge.bottom < top || merge.top > bottom) continue;
    if ((rest -= Math.min(merge.right, grid.columnCount - 1) - merge.left + 1) < 0) break;
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, grid.columnCount - 1); column++) {
        anchors.set(cellKey(row, column), cellKey(merge.top, merge.left));
      }
    }
  }
  const anchorOf = (row: number, column: number): number => anchors.get(cellKey(row, column)) ?? cellKey(row, column);
  const paths: string[][] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const path: string[] = [];
    let previous = -1;
    for (let row = top; row <= bottom; row++) {
      const anchor = anchorOf(row, column);
      if (anchor === previous) continue;
      previous = anchor;
      const owner =
        isBlank(valueAtKey(grid, anchor)) && row < bottom
          ? leftOwner(grid, anchors, { top, bottom }, row, column)
          : anchor;
      const text = squeeze(textAtKey(grid, owner));
      if (text !== '') path.push(text);
    }
    paths.push(path);
  }
  return paths;
}

/**
 * A name centred over several columns without merging: blank cells right of it belong to it while a sub-header stands
 * below and no other name above.
 */
function leftOwner(
  grid: Grid,
  anchors: ReadonlyMap<number, number>,
  { top, bottom }: { top: number; bottom: number },
  row: number,
  column: number,
): number {
  const here = cellKey(row, column);
  const isAnyFilled = (first: number, last: number, at: number): boolean => {
    for (let each = first; each <= last; each++) if (!isBlank(valueAt(grid, each, at))) return true;
    return false;
  };
  for (let left = column; left >= Math.max(0, column - WIDEST_OWNER); left--) {
    if (!isBlank(valueAt(grid, row, left))) return cellKey(row, left);
    if (anchors.has(cellKey(row, left)) || !isAnyFilled(row + 1, bottom, left) || isAnyFilled(top, row - 1, left))
      return here;
  }
  return here;
}

const valueAtKey = (grid: Grid, key: number) => valueAt(grid, Math.floor(key / cellKey(1, 0)), key % cellKey(1, 0));
const textAtKey = (grid: Grid, key: number): string =>
  textAt(grid, Math.floor(key / cellKey(1, 0)), key % cellKey(1, 0));
