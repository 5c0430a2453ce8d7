/**
 * How a sheet was understood: its blocks, what each column is taken for and why, and the numbers that nothing was made
 * of (FIELD.md §8, §9).
 */
import type { Area2D } from '../values/address';
import type { ColumnRole } from './column-role';

/** sure: used and reported · likely: used, with a note · undecided: an error that names the choices. */
export type Sureness = 'sure' | 'likely' | 'undecided';

export const SURENESS_LABELS: Readonly<Record<Sureness, string>> = {
  sure: 'chắc chắn',
  likely: 'có lẽ',
  undecided: 'chưa rõ',
};

export interface ReadColumn {
  readonly column: number;
  /** The texts above it, top to bottom, divided by « / »; "" without any. */
  readonly heading: string;
  /** Null where it is the score of a unit that heads it, or where nobody knows what it holds. */
  readonly role: ColumnRole | null;
  /** The unit or area that the column belongs to; null where it speaks of the whole table. */
  readonly of: string | null;
  readonly sure: Sureness;
  /** A Vietnamese clause without a full stop. */
  readonly why: string;
}

/** Number-like cells of a table that are neither used nor known as something else. */
export interface UnusedCells {
  readonly area: Area2D;
  readonly count: number;
  readonly why: string;
}

/** One table of a sheet, under one header or one row of maxima. */
export interface ReadBlock {
  readonly table: Area2D;
  readonly headerRows: readonly number[];
  /** «Tự chấm», «Thẩm định lần 2» where the block is one round of several; else null. */
  readonly round: string | null;
  readonly columns: readonly ReadColumn[];
  readonly unused: readonly UnusedCells[];
}

export interface SheetReading {
  readonly blocks: readonly ReadBlock[];
}

/** A sheet with numbers that is no part of the result, and the reason in a Vietnamese clause. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly why: string;
}

export const NO_READING: SheetReading = { blocks: [] };
