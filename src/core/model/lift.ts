/**
 * How a unit could rise: the points missing to the next rating and to the next rank, and the smallest sets of losses
 * that would suffice (FIELD.md §7).
 */
import type { Decimal } from '../values/decimal';
import type { Ratio } from '../values/ratio';
import type { RatingBand } from './settings';
import type { UnitResult } from './assessment';
import type { Deduction } from './deduction';
import type { Item, UnitScores } from './score-sheet';

/** A unit directly above; there are several if they are tied. */
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
   * The fewest points that reach the goal if all are gained in the appraised part; with `isMore` these points only draw
   * level and more are needed.
   */
  readonly missing: {
    readonly points: Decimal;
    /** The same if gained in a survey part that is added unscaled. */ readonly surveyPoints: Decimal | null;
    readonly isMore: boolean;
  };
  /**
   * Best first: fewest losses, then the least surplus of points, then the set's order. Empty if all losses together do
   * not suffice.
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
  /** The gain of the index in percentage points, exact. */
  readonly gain: Ratio;
  readonly remediable: boolean;
}

export interface UnitLift {
  readonly result: UnitResult;
  /** Null at the highest rating, and without a scale. */
  readonly rating: Lift | null;
  /** Null in the first rank, or if the unit is not ranked. */
  readonly rank: Lift | null;
  /** All losses, largest gain first. */
  readonly gains: readonly LossGain[];
}
