/**
 * The changes to one sheet, cell by cell, and the changes that revert them: the same type, so that undoing is writing.
 */
import { type CellKey } from '../../../core/values/address';
import type { ListedName } from '../../marks/mark-names';
import { KEPT_FILL, type FillCode } from '../../marks/fill-code';
import type { Look } from '../read/looks';
import { type SheetBefore, standing } from '../read/sheet-before';
import type { Input } from '../read/snapshot';
import { restoredInput } from './input';

export interface SheetWrite {
  /** As it is put into cells. */
  readonly contents: Map<CellKey, Input>;
  readonly numberFormats: Map<CellKey, string>;
  readonly looks: Map<CellKey, Look>;
  readonly fills: Map<CellKey, FillCode>;
  readonly widths: Map<number, number>;
  /** All our names of the sheet from now on; null where they stay. */
  names: readonly ListedName[] | null;
  readonly notes: Map<CellKey, string | null>;
}

export const emptyWrite = (): SheetWrite => ({
  contents: new Map(),
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: null,
  notes: new Map(),
});

export const isEmpty = ({ contents, numberFormats, looks, fills, widths, names, notes }: SheetWrite): boolean =>
  names === null && [contents, numberFormats, looks, fills, widths, notes].every(({ size }) => size === 0);

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
  for (const key of write.notes.keys()) back.notes.set(key, before.notes.get(key)?.text ?? null);
  return back;
}
