/** A criteria set (bộ tiêu chí) in full: items, steps, appraisers and evidence. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';

/** «≥ 95 %»; null is an open end. */
export interface StepRange {
  readonly from: StepBound | null;
  readonly to: StepBound | null;
}
interface StepBound {
  readonly value: Decimal;
  readonly isIncluded: boolean;
}

/** «Tỷ lệ đạt từ 95% trở lên: 2,5». */
export interface ScoreStep {
  readonly when: string;
  /** Null if the item is not scored in this case: «không được giao chỉ tiêu thì không đánh giá». */
  readonly points: Decimal | null;
  /** The range of rates; null if the step is described in words only. */
  readonly range: StepRange | null;
}

/** A step that is decided by a number. */
export interface RangeStep extends ScoreStep {
  readonly points: Decimal;
  readonly range: StepRange;
}

export interface SetLine {
  readonly code: string;
  readonly name: string;
  /** Position of the parent line; −1 for an area. */
  readonly parent: number;
  readonly children: readonly number[];
  readonly max: Decimal | null;
  readonly steps: readonly ScoreStep[];
  /**
   * The steps if a number alone decides the points: the first step whose range contains the number applies. Null if
   * there is no such scale.
   */
  readonly scale: readonly RangeStep[] | null;
  /** Points are multiples of this step; null if none is stated. */
  readonly step: Decimal | null;
  readonly kind: 'scored' | 'survey' | 'bonus' | 'penalty';
  readonly evidence: string | null;
  readonly appraiser: string | null;
  readonly deadline: string | null;
  /** Khối that it applies to; null for all. */
  readonly group: string | null;
  readonly at: Address;
}

export interface ScoringSet {
  /** Sheets that contain the set. */
  readonly sheets: readonly string[];
  /** Parents come before their children. */
  readonly lines: readonly SetLine[];
  /** «Tổng cộng» as stated; null if it is not. */
  readonly total: Decimal | null;
  /** Rows that state points but are not a line, step or total of the set. */
  readonly unread: readonly { readonly at: Address; readonly text: string }[];
}

/**
 * What may be wrong with a line or the total: sums, the best step beside the maximum, a step above it, no maximum,
 * codes that stand twice or below a stranger, scales with gaps or overlaps, a cap that column and words
 * state differently, rows that are not understood.
 */
type SetFaultKind =
  | 'sum'
  | 'total'
  | 'best-step'
  | 'above-maximum'
  | 'no-maximum'
  | 'same-code'
  | 'foreign-code'
  | 'gap'
  | 'overlap'
  | 'cap'
  | 'unread-row';

export interface SetFault {
  readonly kind: SetFaultKind;
  /** Null for the total and for a row that is not a line. */
  readonly line: SetLine | null;
  /** One Vietnamese sentence with both numbers. */
  readonly message: string;
}

export interface ChangedLine {
  readonly before: SetLine | null;
  readonly after: SetLine | null;
  readonly isMoved: boolean;
  readonly isRenamed: boolean;
  readonly isReweighted: boolean;
  /** Whether its steps differ. */
  readonly isRescaled: boolean;
}

/** Lines in the new set's order; a removed line follows the line that it followed in the old set. */
export interface SetComparison {
  readonly changes: readonly ChangedLine[];
  readonly unchanged: number;
}
