/** A criteria set (bộ tiêu chí) with all that it lays down: what is scored, by which steps, by whom, from what. */
import type { Address } from '../values/address';
import type { Decimal } from '../values/decimal';

/** «≥ 95 %»: null is open. */
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
  /** Null where the item is not scored then: «không được giao chỉ tiêu thì không đánh giá». */
  readonly points: Decimal | null;
  /** Which rates it is about; null where words alone say it. */
  readonly range: StepRange | null;
}

/** A step that a number decides. */
export interface RangeStep extends ScoreStep {
  readonly points: Decimal;
  readonly range: StepRange;
}

export interface SetLine {
  readonly code: string;
  readonly name: string;
  /** Position of the line above; −1 for an area. */
  readonly parent: number;
  readonly children: readonly number[];
  readonly max: Decimal | null;
  readonly steps: readonly ScoreStep[];
  /** Those of them by which a number alone gives the points, the first that speaks of it; null where there are none. */
  readonly scale: readonly RangeStep[] | null;
  /** Points come in multiples of it; null where nothing is laid down. */
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
  /** Sheets that it stands on. */
  readonly sheets: readonly string[];
  /** Lines before the lines below them. */
  readonly lines: readonly SetLine[];
  /** «Tổng cộng» as it is stated; null where it is not. */
  readonly total: Decimal | null;
  /** Rows that say points and are no line, step or total of it. */
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
  /** Null for the total, and for what is no line. */
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
  /** Its steps were laid down otherwise. */
  readonly isRescaled: boolean;
}

/** Lines in the new set's order, those that are gone after the line that they stood behind. */
export interface SetComparison {
  readonly changes: readonly ChangedLine[];
  readonly unchanged: number;
}
