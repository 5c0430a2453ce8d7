/** A deduction: points that one unit lost at one scored item, and why. A fact of the result, not a fault of the sheet. */
import type { Address } from './address';
import type { Decimal } from './decimal';

/** Why points were lost, wherever the workbook says it. */
export interface Cause {
  readonly cause: string | null;
  readonly responsibleBody: string | null;
  readonly responsiblePerson: string | null;
  readonly explanation: string | null;
}

/** One line of a `Nguyên nhân` sheet. */
export interface CauseLine extends Cause {
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly sheet: string;
  readonly at: Address;
}

export interface Deduction extends Cause {
  /** Index of the unit in `ScoreSheet.units`. */
  readonly unit: number;
  /** Index of the item in `ScoreSheet.items`. */
  readonly item: number;
  readonly maxPoints: Decimal;
  readonly selfPoints: Decimal | null;
  readonly awardedPoints: Decimal;
  readonly lostPoints: Decimal;
  /** Cell of the score that lost points. */
  readonly at: Address;
  /** Where the cause was found. */
  readonly causeFrom: 'column' | 'note' | 'sheet' | null;
}
