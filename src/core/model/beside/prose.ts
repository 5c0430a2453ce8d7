/** A pasted report's passage about one loss: «- Tiêu chí 1.1. … (trừ 0,25 điểm). Nguyên nhân: …». */
import type { Decimal } from '../../values/decimal';
import type { Cause, Deduction, Remedy } from '../deduction';
import type { Item, UnitScores } from '../score-sheet';
import { shownCount } from '../../values/decimal';

export interface ProseLine extends Cause, Remedy {
  /** From the heading above; null if no heading names a unit. */
  readonly unit: string | null;
  /** "" if only the name is given. */
  readonly code: string;
  readonly name: string;
  /** Points lost, points awarded and maximum, as far as stated. */
  readonly lost: Decimal | null;
  readonly awarded: Decimal | null;
  readonly max: Decimal | null;
  /** The text after the points if the passage states no reason: it may be one. */
  readonly unread: string | null;
  /** The passage as pasted. */
  readonly text: string;
}

/** A disagreement between prose and sheet; `message` is one Vietnamese sentence. */
export interface ProseDoubt {
  readonly kind:
    | 'no-unit'
    | 'unknown-unit'
    | 'not-found'
    | 'miscited'
    | 'name-differs'
    | 'no-loss'
    | 'loss-differs'
    | 'points-differ'
    | 'covers-several'
    | 'repeated'
    | 'mixed-parts'
    | 'lost-marks';
  readonly message: string;
}

export interface ProseMatch {
  readonly line: ProseLine;
  /** Null if unknown. */
  readonly unit: UnitScores | null;
  /** The item that the passage names; null if none was found. */
  readonly item: Item | null;
  /** Losses that the passage explains: several if it is about a criterion whose parts lost the points. */
  readonly deductions: readonly Deduction[];
  readonly doubts: readonly ProseDoubt[];
}

/** The words to be written for one loss; null leaves a word unchanged. */
export interface CauseEntry extends Cause, Partial<Remedy> {
  readonly unit: number;
  readonly item: number;
}

/** `sure`: may be written without asking; `done`: everything is already there; `blocked`: nothing can be written. */
export type PassageState = 'sure' | 'doubtful' | 'done' | 'blocked';

/** A passage with the entries it would write. */
export interface Passage {
  readonly match: ProseMatch;
  readonly entries: readonly CauseEntry[];
  /** Other causes in the sheet that would be overwritten. */
  readonly before: readonly string[];
  /** One sentence per disagreement. */
  readonly doubts: readonly string[];
  readonly state: PassageState;
}

/** Message if passages name a loss but state no cause. */
export const emptyPassagesText = (count: number): string =>
  `${shownCount(count)} đoạn chỉ nêu điểm bị trừ, không nêu nguyên nhân.`;

/** Message if the text is longer than the part that is read. */
export const TEXT_CUT = 'Văn bản quá dài, phần cuối chưa được đọc.';
