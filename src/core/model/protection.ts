/** Which edits a protected sheet still lets be performed. */
import { keyOf, type Address } from '../values/address';
import type { Edit } from './edit';
import type { Grid, SheetProtection } from './grid';

/** A sheet on which nothing may be changed. */
export const ALL_LOCKED: SheetProtection = {
  cells: new Map(),
  rows: new Map(),
  columns: new Map(),
  formats: false,
  widths: false,
  notes: false,
};

const isLocked = ({ cells, rows, columns }: SheetProtection, at: Address): boolean =>
  cells.get(keyOf(at)) ?? rows.get(at.row) ?? columns.get(at.column) ?? true;

/** True for a cell whose content is protected. */
export const isLockedIn = ({ protection }: Pick<Grid, 'protection'>, at: Address): boolean =>
  protection !== undefined && isLocked(protection, at);

/**
 * What is left of the edit where the sheet is protected: a content without its format where looks are; null where
 * nothing is.
 */
export function permittedEdit(protection: SheetProtection, edit: Edit): Edit | null {
  switch (edit.kind) {
    case 'cell':
      if (isLocked(protection, edit.at)) return null;
      return edit.format === null || protection.formats ? edit : { ...edit, format: null };
    case 'note':
      return protection.notes ? edit : null;
    case 'width':
      return protection.widths ? edit : null;
    case 'mark':
    case 'format':
      return protection.formats ? edit : null;
  }
}

/** True where the sheet lets the whole request be performed; a sheet that is drawn anew is changed in every respect. */
export const permitsAll = (
  protection: SheetProtection,
  { edits, drawing }: { readonly edits: readonly Edit[]; readonly drawing?: unknown },
): boolean => drawing === undefined && edits.every((edit) => permittedEdit(protection, edit) === edit);
