/**
 * What would lift a unit: what is missing to the next rating line and to the next place, and the fewest losses that
 * would do (FIELD.md §7).
 */
import type { Decimal } from '../values/decimal';
import type { Ratio } from '../values/ratio';
import type { RatingBand } from './settings';
import type { UnitResult } from './assessment';
import type { Deduction } from './deduction';
import type { Item, UnitScores } from './score-sheet';

/** A unit just above; several where they are tied. */
interface UnitAbove {
  readonly sheet: string;
  readonly unit: UnitScores;
}

export interface Lift {
  readonly goal:
    | {
        readonly kind: 'rating';
        readonly band: RatingBand;
        /** The smallest published index that has this rating. */ readonly line: Decimal;
      }
    | { readonly kind: 'rank'; readonly above: readonly UnitAbove[]; readonly publishedIndex: Decimal };
  /**
   * The fewest points that reach it, were they all won in the appraised part; with `isMore` there must be more than
   * these, which only draw level.
   */
  readonly missing: {
    readonly points: Decimal;
    /** Were they won in a survey part that is added unscaled. */ readonly surveyPoints: Decimal | null;
    readonly isMore: boolean;
  };
  /**
   * Best first: fewest losses, then the least points beyond what is needed, then the set's order. Empty where all
   * losses together do not reach it.
   */
  readonly sets: readonly LiftSet[];
}

export interface LiftSet {
  /** In the set's order. */
  readonly items: readonly Item[];
  readonly lost: Decimal;
  /** The unit's result with these losses remedied. */
  readonly after: UnitResult;
}

export interface LossGain {
  readonly deduction: Deduction;
  /** What the index would gain, in percent points, exact. */
  readonly gain: Ratio;
  readonly remediable: boolean;
}

export interface UnitLift {
  readonly result: UnitResult;
  /** Null at the highest rating, and without a scale. */
  readonly rating: Lift | null;
  /** Null in the first place, and for a unit that is not ranked. */
  readonly rank: Lift | null;
  /** Every loss, the one that brings most first. */
  readonly gains: readonly LossGain[];
}
