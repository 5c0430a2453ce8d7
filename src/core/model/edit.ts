/**
 * Changes described as data. Only a host performs them, in one batch; planning them twice plans nothing the second
 * time.
 */
import type { Address } from '../values/address';
import type { Content } from './content';
import type { MarkKind } from './grid';
import type { SheetDrawing } from './sheet-drawing';

/**
 * Writes a cell. `like` lends its format to a cell that gets a new line beside the table; `numberFormat` then replaces
 * the format code.
 */
export interface CellEdit {
  readonly kind: 'cell';
  readonly at: Address;
  readonly content: Content;
  readonly format: { readonly like: Address; readonly numberFormat: string | null } | null;
}

/** Fills a cell in a mark's colour and records it as the addin's; null puts back the fill it had before. */
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

/** Gives a cell another cell's look (border, fill, font …) and leaves what it holds. */
export interface FormatEdit {
  readonly kind: 'format';
  readonly at: Address;
  readonly like: Address;
}

/** Makes a column as wide as another. */
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
   * For a sheet of our own: all that it is to hold, in place of whatever stands there now; what we do not know of it
   * (pictures, notes, rules) stays. `edits` come after it.
   */
  readonly drawing?: SheetDrawing;
  /** True where the sheet holds all of it already: nothing is to be done. */
  readonly stands?: boolean;
}
