/** A diagnostic: a fault of the sheet, described in one Vietnamese sentence that names unit, item and both numbers. */
import type { Address } from '../values/address';
import type { Item, UnitScores } from './score-sheet';

/**
 * `error`: the unit is undetermined, other units still compute · `warning`: computed and flagged · `note`: worth a
 * look.
 */
export type Severity = 'error' | 'warning' | 'note';

/** The corrected value of one cell. */
export interface Correction {
  readonly at: Address;
  readonly value: string;
  /** Set if it is not the sheet that the finding is about. */
  readonly sheet?: string;
}

/** A repair offered to the officer, never applied by itself. `value` is cell text with a dot: "-3.54". */
export interface Suggestion extends Correction {
  /** Dependent cells that change with it. */
  readonly also?: readonly Correction[];
  readonly why: string;
  /** Its probability among all explanations of the fault, 0 to 1; 1 if it is the only one. */
  readonly share?: number;
  /** False if the officer has to choose: the repair is never applied together with others. */
  readonly isSure?: boolean;
  /**
   * Practically certain, but it changes an entered score: applied together with others only if the officer selects it.
   */
  readonly isProven?: boolean;
}

export interface Diagnostic {
  /** Permanent: CCHC303. */
  readonly code: string;
  /** Permanent: mismatched-loss. */
  readonly alias: string;
  readonly severity: Severity;
  readonly at: readonly Address[];
  /** Null if the fault does not belong to one unit. */
  readonly unit: UnitScores | null;
  /** Null if the fault does not belong to one item. */
  readonly item: Item | null;
  /** Plain text with a dot. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
  /** True if this fault is only a consequence of another finding and disappears when that one is fixed. */
  readonly follows: boolean;
  /** Cells that are wrong only because of this finding; each is also reported with `follows`. */
  readonly consequences: readonly Address[];
  /** The officer's reason to leave it as it is: the finding stays set aside while its numbers do not change. */
  readonly setAside?: string;
  /** The evidence for the finding, cell by cell, the doubtful cell first. */
  readonly evidence?: readonly Evidence[];
}

export interface Evidence {
  readonly at: Address;
  /** Set if it is not the sheet that the finding is about. */
  readonly sheet?: string;
  /** «tổng 1 (7,5) = 3 + 4,5», as stated in the sheet. */
  readonly text: string;
}
