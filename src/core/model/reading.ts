/**
 * How a sheet was understood: its blocks, the role of each column and why, the unused numbers (FIELD.md §8, §9), and
 * the faults and doubts that rules turn into diagnostics.
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
  /** The header texts, top to bottom, separated by « / »; "" if there are none. */
  readonly heading: string;
  /** Null for the score of the unit in the heading, or if the role is unknown. */
  readonly role: ColumnRole | null;
  /** The unit or area that the column belongs to; null for the whole table. */
  readonly of: string | null;
  readonly sure: Sureness;
  /** A Vietnamese clause without a full stop. */
  readonly why: string;
}

/** Number-like cells of a table that are neither used nor recognized as something else. */
export interface UnusedCells {
  readonly area: Area2D;
  readonly count: number;
  readonly why: string;
}

/** One table of a sheet, under one header or one row of maxima. */
export interface ReadBlock {
  /** The block's sheet, if the table spans several sheets. */
  readonly sheet?: string;
  readonly table: Area2D;
  readonly headerRows: readonly number[];
  /** «Tự chấm», «Thẩm định lần 2» if the block is one of several rounds; else null. */
  readonly round: string | null;
  readonly columns: readonly ReadColumn[];
  readonly unused: readonly UnusedCells[];
}

export interface SheetReading {
  readonly blocks: readonly ReadBlock[];
}

/** A sheet with numbers that is not part of the result, and the reason as a Vietnamese clause. */
export interface UnreadSheet {
  readonly sheet: string;
  readonly why: string;
}

/** A rank that is stated, not computed. */
export interface StatedPlace {
  /** «12/22», «12». */
  readonly text: string;
  readonly place: number;
  /** Number of ranked units; null if the sheet does not state it. */
  readonly among: number | null;
  readonly at: Address;
  /** The sheet of ranks that states it, if it is not the table's own. */
  readonly sheet?: string;
}

/** Points of an area or of the whole that a sheet of ranks states. */
export interface FigureBeside {
  /** Positions of unit and area, as of the ranks. */
  readonly key: string;
  readonly points: Decimal;
  readonly sheet: string;
  readonly at: Address;
}

export const NO_READING: SheetReading = { blocks: [] };

/** An observation made while reading, which a rule may turn into a diagnostic. */
export type ReadFact =
  | { readonly kind: 'missing-header' }
  | {
      readonly kind: 'missing-column';
      readonly role: ScoreRole | 'name' | 'unit';
      readonly at: Address | null;
      /** The only numbers are losses. */
      readonly hasLosses?: boolean;
    }
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
  /** A stated year-on-year change, with the percentages of both years; all three in percent, the change signed. */
  | {
      readonly kind: 'stated-change';
      readonly at: Address;
      readonly unit: number | null;
      readonly item: number | null;
      readonly before: Decimal;
      /** The cell of the earlier percentage; null if only its points are stated. */
      readonly beforeAt: Address | null;
      readonly after: Decimal;
      readonly change: Decimal;
    }
  | { readonly kind: 'no-maximum' }
  /**
   * The sheet lists areas completely but below them only items that lost points: the areas' figures count as stated.
   */
  | { readonly kind: 'list-of-losses'; readonly at: Address }
  /** Neither codes nor sums determine the parents of items: no sum of the tree may be corrected. */
  | { readonly kind: 'unsure-tree'; readonly at: Address }
  /** A maximum so far above all points that it may be mistyped; there is no other evidence, and it counts as stated. */
  | { readonly kind: 'doubtful-maximum'; readonly at: Address; readonly question: string }
  /** Different maxima apply from this row on, as a block of its own. */
  | { readonly kind: 'new-maxima'; readonly at: Address }
  /** The evidence does not decide the meaning of a column or of the tree: the officer is asked. */
  | Question
  /** A column whose heading alone does not decide its role; it is read by its numbers. */
  | {
      readonly kind: 'likely-column';
      readonly at: Address;
      readonly header: string;
      readonly readAs: ColumnRole;
      readonly because: string;
    }
  /** Unused rows; with `mayCount` they look like items or units. */
  | {
      readonly kind: 'unread-rows';
      readonly at: Address;
      readonly last: number;
      readonly count: number;
      readonly mayCount: boolean;
    }
  /** Another sheet that is not part of the result; with `mayCount` it is about the same units or items. */
  | { readonly kind: 'unread-sheet'; readonly sheet: string; readonly why: string; readonly mayCount: boolean }
  /** Another sheet about the items, or one of its columns, whose texts are not used; `headed` is its heading. */
  | {
      readonly kind: 'unread-words';
      readonly sheet: string;
      readonly headed: Address | null;
      readonly header: string;
      readonly count: number;
    }
  /** Unused numbers of the table. */
  | { readonly kind: 'unused-numbers'; readonly at: Address; readonly header: string; readonly count: number };

export interface Question {
  readonly kind: 'undecided-column';
  /** Heading cells of the columns in question, else the first doubtful cell. */
  readonly at: readonly Address[];
  /** The unit in question; null for the whole table. */
  readonly unit: number | null;
  /** «Cột F «Điểm K» là điểm của ai»: a clause; a question mark is added. */
  readonly question: string;
  /** True if the question is how rows or sheets add up, not what their figures mean. */
  readonly isOfSum?: true;
  /** The result of each choice; empty if the choices are not columns. */
  readonly choices: readonly Choice[];
  /** Why the evidence does not decide: a clause. */
  readonly because: string;
  /** What the officer should do about a figure, if there is no column to choose. */
  readonly remedy?: string;
}

/** Ends the message of a question about columns; «Cách đọc bảng», which offers the choices itself, leaves it out. */
export const HOW_TO_DECIDE =
  '; hãy chọn trong «Cách đọc bảng» hoặc ghi một dòng «Cột | tiêu đề | vai trò» vào trang tính Cấu hình.';

/** One unit's points if this choice is right. */
export interface Choice {
  readonly column: number;
  readonly points: Decimal | null;
  readonly max: Decimal | null;
}
