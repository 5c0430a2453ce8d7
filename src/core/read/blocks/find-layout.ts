/** Which of the three families a table belongs to, and which columns hold which scores of whom (FIELD.md §4). */
import type { Grid } from '../../model/grid';
import type { Columns } from './columns';
import type { HeaderBlock } from './header-block';
import type { ItemsLayout, UnitsLayout } from './layout';
import { layoutByItems } from './layout-by-items';
import { layoutByUnits } from './layout-by-units';
import type { ScoreReader } from '../numbers/parse-score';

/** Null where no column holds scores, or where every line names a unit and an item: a list, not a table of scores. */
export function findLayout(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  read: ScoreReader,
): ItemsLayout | UnitsLayout | null {
  if (columns.name !== null) return layoutByItems(grid, header, columns, columns.name, read);
  return columns.unit === null ? null : layoutByUnits(grid, header, columns, read);
}
