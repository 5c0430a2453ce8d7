/** The causes of losses that the workbook states, by place, with their cells. */
import type { Address } from '../../values/address';
import type { Cause, CauseLine, Remedy } from '../deduction';
import type { LossWords } from './part-labels';
import type { Item, UnitScores } from '../score-sheet';

/** One line of a `Nguyên nhân` sheet and the item that it refers to. */
export interface CitedCause {
  readonly line: CauseLine;
  readonly unit: UnitScores;
  /** Null if the line matches no item of the sheet, or several. */
  readonly item: Item | null;
  /** All items that match. */
  readonly among: readonly Item[];
  /** True if the name matches `item` but the code belongs to another item. */
  readonly miscited: boolean;
  /** True if `item` is an area without parts in the table, and the line is about one of its parts. */
  readonly isOfPart: boolean;
}

/** A line whose unit is missing or ambiguous. */
export interface StrayCause {
  readonly line: CauseLine;
  /** Names of the units that match. */
  readonly among: readonly string[];
}

/** The words in the columns beside one score. */
export interface CauseColumns extends Cause, Remedy {
  /** The cell of the cause, the first one of a merge; null if the sheet has no such column. */
  readonly at: Address | null;
  /** Whether the text is merged over several rows and applies to all of them. */
  readonly isShared: boolean;
}

/** The words about one score, by place; a place without words is null. */
export interface StatedCause {
  readonly columns: CauseColumns | null;
  /** The note on the score: a cause, or all parts that its labels separate. */
  readonly note: LossWords | null;
  /** The first matching line of the sheet `Nguyên nhân`. */
  readonly line: CauseLine | null;
}

/** All causes that are stated for one sheet. */
export interface StatedCauses {
  /** Every line of the sheet `Nguyên nhân`, for any unit. */
  readonly lines: readonly CauseLine[];
  /** The lines whose unit is in no bảng tổng hợp of the workbook; reported with the first table. */
  readonly strays: readonly StrayCause[];
  /** The lines about this sheet's units, unit by unit. */
  readonly cited: readonly CitedCause[];
  /** Whether the sheet has columns for causes, responsibility or explanations. */
  readonly hasColumns: boolean;
  /** Returns null if no words are stated. */
  readonly statedFor: (unit: UnitScores, item: Item) => StatedCause | null;
}
