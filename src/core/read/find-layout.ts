/** Which of the three families a table belongs to, and which columns hold which scores of whom (DOMAIN.md §4). */
import type { Grid } from '../model/grid';
import type { Block } from './blocks';
import type { Columns } from './columns';
import type { HeaderBlock } from './header-block';
import type { HeaderRole } from './header-words';
import { layoutByItems } from './layout-by-items';
import { layoutByUnits } from './layout-by-units';
import type { ScoreReader } from './parse-score';

/** Items down the rows: one unit or many across the columns. */
export type ItemsLayout =
  | {
      readonly kind: 'one-unit';
      readonly block: Block;
      readonly earlier: Block | null;
      readonly change: number | null;
      readonly max: number | null;
    }
  | { readonly kind: 'units-as-columns'; readonly blocks: readonly Block[]; readonly max: number | null };

/** Units down the rows. */
export interface UnitsLayout {
  readonly kind: 'units-as-rows';
  readonly areas: readonly Block[];
  /** Columns that speak of the whole: total, index, rank … */
  readonly whole: WholeColumns;
}

export type WholeColumns = Readonly<Partial<Record<HeaderRole, number>>>;

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
