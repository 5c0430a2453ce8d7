/**
 * The changes to one sheet, cell by cell, and the changes that revert them: the same type, so that undoing is writing.
 */
import { addressOfKey, type CellKey } from '../../../core/values/address';
import type { ListedName, MarkRecord } from '../../marks/mark-names';
import { KEPT_FILL, type FillCode } from '../../marks/fill-code';
import { textInput } from './text-input';
import type { Look } from '../read/looks';
import type { RemarksOf } from '../read/notes';
import { isFormula, type Input, type Used } from '../read/snapshot';

/** What stands in a sheet before it is written to, as far as edits reach. */
export interface SheetBefore {
  readonly used: Used | null;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly looks: ReadonlyMap<CellKey, Look>;
  readonly fills: ReadonlyMap<CellKey, FillCode>;
  readonly widths: ReadonlyMap<number, number>;
  /** Our own names of this sheet, and what all names say of its cells. */
  readonly names: readonly ListedName[];
  readonly records: ReadonlyMap<CellKey, MarkRecord>;
  readonly remarks: RemarksOf;
}

export const NOTHING_BEFORE: SheetBefore = {
  used: null,
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: [],
  records: new Map(),
  remarks: new Map(),
};

export interface SheetWrite {
  /** As it is put into cells. */
  readonly contents: Map<CellKey, Input>;
  readonly numberFormats: Map<CellKey, string>;
  readonly looks: Map<CellKey, Look>;
  readonly fills: Map<CellKey, FillCode>;
  readonly widths: Map<number, number>;
  /** All our names of the sheet from now on; null where they stay. */
  names: readonly ListedName[] | null;
  readonly remarks: Map<CellKey, string | null>;
}

export const emptyWrite = (): SheetWrite => ({
  contents: new Map(),
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: null,
  remarks: new Map(),
});

export const isEmpty = ({ contents, numberFormats, looks, fills, widths, names, remarks }: SheetWrite): boolean =>
  names === null && [contents, numberFormats, looks, fills, widths, remarks].every(({ size }) => size === 0);

/** What stands in a cell now: its value and its formula, which for a plain cell is the value again. */
export function standing(
  { used }: Pick<SheetBefore, 'used'>,
  key: CellKey,
): { readonly value: Input; readonly formula: Input } {
  const { row, column } = addressOfKey(key);
  const at = used ? ([row - used.top, column - used.left] as const) : null;
  return { value: (at && used?.values[at[0]]?.[at[1]]) ?? '', formula: (at && used?.formulas[at[0]]?.[at[1]]) ?? '' };
}

/** What has to be put into a cell so that the same stands in it again. */
export const restoredInput = ({ value, formula }: ReturnType<typeof standing>): Input =>
  isFormula(formula, value) ? formula : typeof value === 'string' && !value.startsWith('#') ? textInput(value) : value;

/** Writes that put back exactly what was there. */
export function restoring(write: SheetWrite, before: SheetBefore): SheetWrite {
  const back = emptyWrite();
  for (const key of write.contents.keys()) {
    back.contents.set(key, restoredInput(standing(before, key)));
  }
  // A look brings a number format along, and a date format can come with a content.
  for (const key of new Set([...write.contents.keys(), ...write.numberFormats.keys()]))
    back.numberFormats.set(key, before.numberFormats.get(key) ?? 'General');
  for (const key of write.looks.keys()) back.looks.set(key, before.looks.get(key) ?? {});
  for (const key of new Set([...write.fills.keys(), ...write.looks.keys()])) {
    const fill = before.fills.get(key);
    if (fill !== undefined && fill !== KEPT_FILL) back.fills.set(key, fill);
  }
  for (const column of write.widths.keys()) {
    const width = before.widths.get(column);
    if (width !== undefined) back.widths.set(column, width);
  }
  if (write.names) back.names = before.names;
  for (const key of write.remarks.keys()) back.remarks.set(key, before.remarks.get(key)?.text ?? null);
  return back;
}
