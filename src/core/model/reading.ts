/**
 * How a sheet was understood: its blocks, what each column is taken for and why, the numbers that nothing was made of
 * (FIELD.md §8, §9), and the faults and doubts that rules turn into diagnostics.
 */
import type { Area2D, Address } from '../values/address';
import type { ColumnRole } from './column-role';
import type { Decimal } from '../values/decimal';
import type { ScoreRole } from './score-role';

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
  /** Where the table lies on several sheets, that of this block. */
  readonly sheet?: string;
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

/** Something seen while reading that a rule may turn into a diagnostic. */
export type ReadFact =
  | { readonly kind: 'missing-header' }
  | { readonly kind: 'missing-column'; readonly role: ScoreRole | 'name' | 'unit'; readonly at: Address | null }
  | {
      readonly kind: 'ambiguous-column';
      readonly at: Address;
      readonly header: string;
      readonly readAs: ColumnRole;
      readonly because: string;
    }
  | { readonly kind: 'damaged-code'; readonly at: Address; readonly stated: string; readonly repaired: string }
  | { readonly kind: 'repeated-header'; readonly at: Address }
  | { readonly kind: 'split-row'; readonly at: Address; readonly item: number }
  | { readonly kind: 'hidden-data'; readonly at: Address; readonly what: 'row' | 'column'; readonly count: number }
  /** A year-on-year change stated beside the percentages of both years; all three in percent, the change signed. */
  | {
      readonly kind: 'stated-change';
      readonly at: Address;
      readonly unit: number | null;
      readonly item: number | null;
      readonly before: Decimal;
      /** Cell of the earlier percentage; null where only its points are stated. */
      readonly beforeAt: Address | null;
      readonly after: Decimal;
      readonly change: Decimal;
    }
  | { readonly kind: 'no-maximum' }
  /** Areas whole, below them only what lost points: their figures count as they are stated. */
  | { readonly kind: 'list-of-losses'; readonly at: Address }
  /** Neither codes nor sums tell who stands below whom: no sum of the tree is to be corrected. */
  | { readonly kind: 'unsure-tree'; readonly at: Address }
  /** So far above all points that it may be mistyped; nothing else says so, and it counts as it stands. */
  | { readonly kind: 'doubtful-maximum'; readonly at: Address; readonly question: string }
  /** Other maxima hold from this row on: a block of its own. */
  | { readonly kind: 'new-maxima'; readonly at: Address }
  /** The evidence does not decide what a column, or the tree, says: the officer is asked. */
  | Question
  /** A column that words alone do not decide, read by what its numbers say. */
  | {
      readonly kind: 'likely-column';
      readonly at: Address;
      readonly header: string;
      readonly readAs: ColumnRole;
      readonly because: string;
    }
  /** Rows that nothing was made of; with `mayCount` they look like items or units. */
  | {
      readonly kind: 'unread-rows';
      readonly at: Address;
      readonly last: number;
      readonly count: number;
      readonly mayCount: boolean;
    }
  /** Another sheet that is no part of the result; with `mayCount` it speaks of the same units or items. */
  | { readonly kind: 'unread-sheet'; readonly sheet: string; readonly why: string; readonly mayCount: boolean }
  /** Numbers of the table that nothing was made of. */
  | { readonly kind: 'unused-numbers'; readonly at: Address; readonly header: string; readonly count: number };

export interface Question {
  readonly kind: 'undecided-column';
  /** Heading cells of the columns that are asked about, else the first cell in doubt. */
  readonly at: readonly Address[];
  /** The unit that it is about; null for the whole table. */
  readonly unit: number | null;
  /** «Cột F «Điểm K» là điểm của ai», a clause that a question mark follows. */
  readonly question: string;
  /** About how rows or sheets add up, not about what any figure of theirs is. */
  readonly isOfSum?: true;
  /** What each choice would come to; empty where the choices are no columns. */
  readonly choices: readonly Choice[];
  /** Why it is not decided: a clause. */
  readonly because: string;
  /** What the officer does about a figure, where there is no column to choose. */
  readonly remedy?: string;
}

/** Ends the message of a question about columns; «Cách đọc bảng», which offers the choices itself, leaves it out. */
export const HOW_TO_DECIDE =
  '; hãy chọn trong «Cách đọc bảng» hoặc ghi một dòng «Cột | tiêu đề | vai trò» vào trang tính Cấu hình.';

/** Points of one unit under one choice. */
export interface Choice {
  readonly column: number;
  readonly points: Decimal | null;
  readonly max: Decimal | null;
}
