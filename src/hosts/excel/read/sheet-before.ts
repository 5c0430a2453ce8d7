/** What stands in a sheet before it is written to, as far as edits reach. */
import { addressOfKey, type CellKey } from '../../../core/values/address';
import type { FillCode } from '../../marks/fill-code';
import type { ListedName, MarkRecord } from '../../marks/mark-names';
import type { Look } from './looks';
import type { NotesOf } from './notes';
import type { Input, Used } from './snapshot';

export interface SheetBefore {
  readonly used: Used | null;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly looks: ReadonlyMap<CellKey, Look>;
  readonly fills: ReadonlyMap<CellKey, FillCode>;
  readonly widths: ReadonlyMap<number, number>;
  /** Our own names of this sheet, and what all names say of its cells. */
  readonly names: readonly ListedName[];
  readonly records: ReadonlyMap<CellKey, MarkRecord>;
  readonly notes: NotesOf;
}

export const NOTHING_BEFORE: SheetBefore = {
  used: null,
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: [],
  records: new Map(),
  notes: new Map(),
};

/** What stands in a cell now: its value and its formula, which for a plain cell is the value again. */
export function standing(
  { used }: Pick<SheetBefore, 'used'>,
  key: CellKey,
): { readonly value: Input; readonly formula: Input } {
  const { row, column } = addressOfKey(key);
  const at = used ? ([row - used.top, column - used.left] as const) : null;
  return { value: (at && used?.values[at[0]]?.[at[1]]) ?? '', formula: (at && used?.formulas[at[0]]?.[at[1]]) ?? '' };
}
