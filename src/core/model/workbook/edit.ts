/**
 * Changes as data. Only a host performs them, in one batch; planning again after they are performed yields no edits.
 */
import type { Address } from '../../values/address';
import type { Content } from '../content';
import type { MarkKind } from './grid';
import type { SheetDrawing } from '../sheet-drawing';

/**
 * Writes a cell. A new cell beside the table copies its format from `like`; `numberFormat`, if set, then replaces the
 * format code.
 */
export interface CellEdit {
  readonly kind: 'cell';
  readonly at: Address;
  readonly content: Content;
  readonly format: { readonly like: Address; readonly numberFormat: string | null } | null;
}

/** Fills a cell with a mark's colour and records it as the add-in's; null restores the earlier fill. */
export interface MarkEdit {
  readonly kind: 'mark';
  readonly at: Address;
  readonly mark: MarkKind | null;
}

/** Sets the cell's note; null removes it. Only notes that this program wrote are ever replaced or removed. */
export interface NoteEdit {
  readonly kind: 'note';
  readonly at: Address;
  readonly text: string | null;
}

/** Copies another cell's look (border, fill, font …) and keeps the cell's content. */
export interface FormatEdit {
  readonly kind: 'format';
  readonly at: Address;
  readonly like: Address;
}

/** Gives a column the width of another. */
export interface WidthEdit {
  readonly kind: 'width';
  readonly column: number;
  readonly like: number;
}

export type Edit = CellEdit | MarkEdit | NoteEdit | FormatEdit | WidthEdit;

export interface SheetEdits {
  readonly sheet: string;
  /** The sheet does not exist yet and is added after the last one. */
  readonly isNew: boolean;
  readonly edits: readonly Edit[];
  /**
   * For a sheet of the add-in: its complete new contents, which replace the old ones; what a drawing does not cover
   * (pictures, notes, rules) stays. `edits` apply after it.
   */
  readonly drawing?: SheetDrawing;
  /** True if the sheet already holds all of it, so that nothing is to be done. */
  readonly isUpToDate?: boolean;
}
