/** A layout: which columns hold which scores of which unit or area, in each of the three families. */
import type { HeaderRole } from '../words/header-words';
import type { Block } from './blocks';

/** Items down the rows, with one unit or several units across the columns. */
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
  /** Columns about the whole: total, index, rank … */
  readonly totalColumns: TotalColumns;
  /** Results that this program added, used if the table itself has none. */
  readonly addinColumns?: TotalColumns;
}

export type TotalColumns = Readonly<Partial<Record<HeaderRole, number>>>;
