/** What the workbook says about why points were lost, place by place, with the cells where it stands. */
import type { Address } from '../values/address';
import type { Cause, CauseLine, Remedy } from './deduction';
import type { LossWords } from './part-labels';
import type { Item, UnitScores } from './score-sheet';

/** One line of a `Nguyên nhân` sheet beside the item that it means. */
export interface CitedCause {
  readonly line: CauseLine;
  readonly unit: UnitScores;
  /** Null where none of the sheet's items is meant, or several could be. */
  readonly item: Item | null;
  /** Everything that could be meant. */
  readonly among: readonly Item[];
  /** True when the name means `item` and the cited code is another one. */
  readonly miscited: boolean;
  /** `item` is an area of which the table has no parts, and the line is about one of them. */
  readonly isOfPart: boolean;
}

/** A line of no unit, or of one that nobody can tell. */
export interface StrayCause {
  readonly line: CauseLine;
  /** Names of the units that could be meant. */
  readonly among: readonly string[];
}

/** The columns beside one score. */
export interface CauseColumns extends Cause, Remedy {
  /** Cell of the cause, the first one of a merge; null where the sheet has no such column. */
  readonly at: Address | null;
  /** The text is merged over several rows and speaks for all of them. */
  readonly isShared: boolean;
}

/** Words beside one score; a place that says nothing is null. */
export interface StatedCause {
  readonly columns: CauseColumns | null;
  /** The note on the score: a cause, or all that its labels tell apart. */
  readonly note: LossWords | null;
  /** The first line of the sheet `Nguyên nhân`. */
  readonly line: CauseLine | null;
}

/** All causes that are stated for one sheet. */
export interface StatedCauses {
  /** Every line of the sheet `Nguyên nhân`, whatever unit it speaks of. */
  readonly lines: readonly CauseLine[];
  /** Of them those whose unit no bảng tổng hợp of the workbook has; reported with the first one. */
  readonly strays: readonly StrayCause[];
  /** Those of this sheet's units, unit by unit. */
  readonly cited: readonly CitedCause[];
  /** Whether the sheet has columns for causes, or for who answers for them. */
  readonly hasColumns: boolean;
  /** Null where nothing is said. */
  readonly beside: (unit: UnitScores, item: Item) => StatedCause | null;
}
