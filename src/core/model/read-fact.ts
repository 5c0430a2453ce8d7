/** What is seen while a sheet is read: faults and doubts that rules turn into diagnostics. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';
import type { ColumnRole } from './column-role';
import type { ScoreRole } from './score-role';

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
  /** What each choice would come to; empty where the choices are no columns. */
  readonly choices: readonly Choice[];
  /** Why it is not decided: a clause. */
  readonly because: string;
}

/** Points of one unit under one choice. */
export interface Choice {
  readonly column: number;
  readonly points: Decimal | null;
  readonly max: Decimal | null;
}
