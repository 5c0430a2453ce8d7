/**
 * Reads the items of a table and their tree. A first or last line without a code that holds the sum of all scored items
 * is their total, whatever its name.
 */
import type { Address } from '../../values/address';
import type { Decimal } from '../../values/decimal';
import type { Grid } from '../../model/workbook/grid';
import { isScoredItem, type Item } from '../../model/score-sheet';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { sortRows, type ItemRow, type SortedRows } from './item-rows';
import { buildTree, type ItemTree } from './item-tree';
import type { RowColumns } from './row-texts';
import { sumColumnsOf } from './sum-columns';

interface ReadItems {
  readonly rows: SortedRows;
  readonly tree: ItemTree;
}

interface TreeOptions {
  /** Column of the maximum for all units. */
  readonly max: number | null;
  /** Whether the table is about one unit. */
  readonly isAlone: boolean;
}

export function readItems(
  grid: Grid,
  header: HeaderBlock,
  columns: RowColumns,
  options: TreeOptions,
  read: ScoreReader,
): ReadItems {
  const found = readUnder(grid, header, columns, options, read);
  const shown = [...new Set([...columns.max, ...columns.scores])].slice(0, MOST_COLUMNS);
  const total = totalRow(found, shown, read);
  return total === null ? found : readUnder(grid, header, { ...columns, totalRow: total }, options, read);
}

function readUnder(
  grid: Grid,
  header: HeaderBlock,
  columns: RowColumns,
  { max, isAlone }: TreeOptions,
  read: ScoreReader,
): ReadItems {
  const rows = sortRows(grid, header, columns);
  const maxOf = (row: number): { value: Decimal; at: Address } | null => {
    const value = max === null ? null : read.maximum(row, max);
    return value === null || max === null ? null : { value, at: { row, column: max } };
  };
  const witnesses = sumColumnsOf(rows.results, columns.max, columns.scores, read);
  return { rows, tree: buildTree(rows.items, maxOf, columns.code ?? columns.name, witnesses, isAlone) };
}

/** Number of columns that are added up to find a total. */
const MOST_COLUMNS = 6;
const FEWEST_ITEMS = 3;
/** Most result lines below the items: total, index, rating, rank and so on. */
const MOST_LINES = 6;

/** Finds a total line that its name does not identify. */
function totalRow({ rows, tree: { items } }: ReadItems, columns: readonly number[], read: ScoreReader): number | null {
  const scored = items.filter(isScoredItem);
  const areas = items.filter(({ parent }) => parent < 0);
  if (scored.length < FEWEST_ITEMS) return null;
  const isPlain = ({ code, bullet }: ItemRow): boolean => code === null && bullet === '';
  const isTotal = ({ row }: ItemRow, isPart: (item: Item) => boolean): boolean =>
    [scored, areas].some((parts) => isSum(row, parts.filter(isPart), columns, read));
  const [first] = rows.items;
  if (first && isPlain(first) && isTotal(first, ({ row }) => row > first.row)) return first.row;
  const last = rows.items.slice(-MOST_LINES);
  const lines = last.slice(last.findLastIndex((line) => !isPlain(line)) + 1);
  // The first match: out of 50 points, a percentage further down equals the total and its parts together.
  return lines.find((line) => isTotal(line, ({ row }) => row < line.row))?.row ?? null;
}

/** Whether most numbers of the row are the sums of the other rows. */
function isSum(row: number, parts: readonly Item[], columns: readonly number[], read: ScoreReader): boolean {
  if (parts.length < 2) return false;
  let [same, different] = [0, 0];
  for (const column of columns) {
    const maximum = read.maximum(row, column);
    if (maximum === null) continue;
    const sum = parts.reduce((total, part) => total + (read.maximum(part.row, column) ?? 0), 0);
    if (maximum === sum && maximum !== 0) same++;
    else different++;
  }
  return same > different;
}
