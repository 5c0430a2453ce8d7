/** Which edits are still possible on a protected sheet. */
import { keyOf, type Address } from '../../values/address';
import type { Edit } from './edit';
import type { Grid, SheetProtection } from './grid';

/** Protection of a sheet on which nothing may be changed. */
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

/** Whether the content of the cell is protected. */
export const isLockedIn = ({ protection }: Pick<Grid, 'protection'>, at: Address): boolean =>
  protection !== undefined && isLocked(protection, at);

/** The permitted part of the edit: content without its format if formats are locked; null if nothing is permitted. */
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

/** Whether the protection permits the whole request; a drawing is never permitted, because it changes everything. */
export const permitsAll = (
  protection: SheetProtection,
  { edits, drawing }: { readonly edits: readonly Edit[]; readonly drawing?: unknown },
): boolean => drawing === undefined && edits.every((edit) => permittedEdit(protection, edit) === edit);
