/** A diagnostic: a fault of the sheet, said in one Vietnamese sentence that names unit, item and both numbers. */
import type { Address } from '../values/address';
import type { Item, UnitScores } from './score-sheet';

/**
 * `error`: that unit is undetermined, the others still compute · `warning`: computed and flagged · `note`: worth a
 * look.
 */
export type Severity = 'error' | 'warning' | 'note';

/** What one cell is to say. */
export interface Correction {
  readonly at: Address;
  readonly value: string;
  /** Where it is not the sheet that the finding is about. */
  readonly sheet?: string;
}

/** A repair offered to the officer, never applied by itself. `value` is cell text with a dot: "-3.54". */
export interface Suggestion extends Correction {
  /** Cells that change with it, because they follow from it. */
  readonly also?: readonly Correction[];
  readonly why: string;
  /** How likely it is among all that would explain the fault, 0 to 1; 1 where nothing else would. */
  readonly share?: number;
  /** False where somebody has to choose: it is never applied together with others. */
  readonly isSure?: boolean;
  /** As good as certain, but a score that somebody entered: together with others only where somebody picks it. */
  readonly isProven?: boolean;
}

export interface Diagnostic {
  /** Permanent: CCHC303. */
  readonly code: string;
  /** Permanent: mismatched-loss. */
  readonly alias: string;
  readonly severity: Severity;
  readonly at: readonly Address[];
  /** Null when the fault is not one unit's. */
  readonly unit: UnitScores | null;
  /** Null when the fault is not one item's. */
  readonly item: Item | null;
  /** Plain text with a dot. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
  /** True for what only follows from another finding and is right again with it. */
  readonly follows: boolean;
  /** Cells that are wrong only because of this one, and reported once more as what follows. */
  readonly consequences: readonly Address[];
  /** Why the officer leaves it as it is: quiet while its numbers stay the same. */
  readonly setAside?: string;
  /** What the finding rests on, cell by cell, the doubtful one first. */
  readonly evidence?: readonly Evidence[];
}

export interface Evidence {
  readonly at: Address;
  /** Where it is not the sheet that the finding is about. */
  readonly sheet?: string;
  /** «tổng 1 (7,5) = 3 + 4,5», as it is stated. */
  readonly text: string;
}
