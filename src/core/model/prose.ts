/** What a pasted report says of one loss: «- Tiêu chí 1.1. … (trừ 0,25 điểm). Nguyên nhân: …». */
import type { Decimal } from '../values/decimal';
import type { Cause, Deduction, Remedy } from './deduction';
import type { Item, UnitScores } from './score-sheet';
import { shownCount } from '../values/decimal';

export interface ProseLine extends Cause, Remedy {
  /** As the heading above it names it; null where no heading does. */
  readonly unit: string | null;
  /** "" where only the name is given. */
  readonly code: string;
  readonly name: string;
  /** Points lost, reached and possible, as far as the text says. */
  readonly lost: Decimal | null;
  readonly awarded: Decimal | null;
  readonly max: Decimal | null;
  /** Behind the points, of a passage that gives no reason: it may be one. */
  readonly unread: string | null;
  /** The passage as pasted. */
  readonly text: string;
}

/** Where prose and sheet disagree; `message` is one Vietnamese sentence. */
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
  /** Null where it is not known. */
  readonly unit: UnitScores | null;
  /** The item that the passage names; null where none was found. */
  readonly item: Item | null;
  /** Losses that it explains: several where it speaks of a criterion whose parts lost the points. */
  readonly deductions: readonly Deduction[];
  readonly doubts: readonly ProseDoubt[];
}

/** What is to be written for one loss; null leaves a word as it is. */
export interface CauseEntry extends Cause, Partial<Remedy> {
  readonly unit: number;
  readonly item: number;
}

/**
 * `sure` may be taken over unasked; `done`: all of it stands there already; `blocked`: there is nothing that could be
 * written.
 */
export type PassageState = 'sure' | 'doubtful' | 'done' | 'blocked';

/** A passage with what it would write. */
export interface Passage {
  readonly match: ProseMatch;
  readonly entries: readonly CauseEntry[];
  /** Other causes that stand there now and would be written over. */
  readonly before: readonly string[];
  /** A sentence for each disagreement. */
  readonly doubts: readonly string[];
  readonly state: PassageState;
}

/** Said where passages name a loss and say nothing of it. */
export const silentPassages = (count: number): string =>
  `${shownCount(count)} đoạn chỉ nêu điểm bị trừ, không nêu nguyên nhân.`;

/** Said where a text is longer than what is read of it. */
export const TEXT_CUT = 'Văn bản quá dài, phần cuối chưa được đọc.';
