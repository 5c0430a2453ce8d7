/** The one result that pane, cells, exports and command line are views of. */
import type { CriteriaSet } from './criteria-set';
import type { Decimal } from '../values/decimal';
import type { Deduction, DeductionLine } from './deduction';
import type { Diagnostic } from './diagnostic';
import { wholeRatio, type Ratio } from '../values/ratio';
import type { UnreadSheet } from './reading';
import type { ReportDetails } from './report-details';
import type { Item, ScoreSheet, UnitScores } from './score-sheet';
import type { RatingLimit } from './rating-limits';
import type { Settings } from './settings';
import type { StatedCauses } from './stated-cause';
import type { InspectedBody } from './inspection';
import type { Merger } from './merger';
import type { Survey } from './survey';

/** Points reached of the maximum that applies. */
export interface Tally {
  readonly points: Decimal;
  readonly max: Decimal;
}

/**
 * Points and maximum of every item of one unit, Decimals by `Item.index`; NaN where a score below is missing or
 * damaged, or nobody states a maximum. Numbers, because a national sheet has a million of them: ask `tallyAt` for one.
 */
export interface Tallies {
  readonly pointsAt: (item: number) => number;
  readonly maxAt: (item: number) => number;
}

/** Null where points or maximum are unknown. */
export function tallyAt(tallies: Tallies | null, item: number): Tally | null {
  const points = tallies?.pointsAt(item) ?? Number.NaN;
  const max = tallies?.maxAt(item) ?? Number.NaN;
  return Number.isNaN(points) || Number.isNaN(max) ? null : { points: points as Decimal, max: max as Decimal };
}

/** Sums of one unit before anything is judged. */
export interface UnitTotals {
  readonly self: Tallies | null;
  readonly awarded: Tallies;
  /** Sum over all areas; null when any area is null. */
  readonly selfTotal: Tally | null;
  readonly awardedTotal: Tally | null;
  /** Bonus and penalty outside the tree, after their caps; both ≥ 0. */
  readonly bonus: Decimal;
  readonly penalty: Decimal;
  /** Bonus less penalty as the unit scored itself; zero where it states none. */
  readonly selfOutside: Decimal;
}

export interface UnitResult {
  readonly unit: UnitScores;
  /** True when a score is missing or an error was found: no index, no rating, no rank. */
  readonly undetermined: boolean;
  readonly totals: UnitTotals;
  /** Exact, in percent. */
  readonly index: Ratio | null;
  /** As published: rounded half-up to the sheet's decimals. */
  readonly publishedIndex: Decimal | null;
  readonly rating: string | null;
  /** Conditions that keep the unit from bands of the scale, whatever its index is. */
  readonly limits: readonly RatingLimit[];
  readonly rank: number | null;
  /** How many places (dense) or units (competition) the ranking has. */
  readonly rankOf: number | null;
  /** In the order of the areas. */
  readonly areas: readonly AreaResult[];
}

export interface AreaResult {
  readonly item: Item;
  readonly tally: Tally | null;
  readonly lost: Decimal | null;
  /** Exact, in percent; null when undetermined or when nothing in the area applies. */
  readonly percent: Ratio | null;
  readonly rank: number | null;
  readonly rankOf: number | null;
}

/** Every unit of a score sheet has its result. */
export function resultOf({ units }: { readonly units: readonly UnitResult[] }, { index }: UnitScores): UnitResult {
  const result = units[index];
  if (!result) throw new RangeError(`no result for unit ${index}`);
  return result;
}

/** The unit at a position that a page or a command sent; null where none is there. */
export const resultAt = ({ units }: { readonly units: readonly UnitResult[] }, unit: number): UnitResult | null =>
  units[unit] ?? null;

/** What a unit is ranked by. */
export const rankedIndex = (
  { index, publishedIndex }: Pick<UnitResult, 'index' | 'publishedIndex'>,
  { rankBy }: Settings,
): Ratio | null => (rankBy === 'exact' || publishedIndex === null ? index : wholeRatio(publishedIndex));

/** Everything known about one bảng tổng hợp. */
export interface Assessment {
  readonly scoreSheet: ScoreSheet;
  /** The year that is scored, as the title or the sheet's name says it. */
  readonly year: number | null;
  /** Last year's table, or an older one, beside this year's in one workbook. */
  readonly isEarlier: boolean;
  readonly settings: Settings;
  /** Decimals of a published index in this sheet. */
  readonly places: number;
  readonly criteria: CriteriaSet | null;
  readonly causes: StatedCauses;
  /** What the officer typed in the sheet «Điểm bị trừ». */
  readonly deductionLines: readonly DeductionLine[];
  readonly units: readonly UnitResult[];
  readonly deductions: readonly Deduction[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A whole workbook: one assessment for each bảng tổng hợp in it; `diagnostics` belong to no sheet that could be read.
 */
export interface BookAssessment {
  readonly sheets: readonly Assessment[];
  /**
   * Tables of the same year that another one says again, once years are split: a unit's own sheet beside the table of
   * all, or that table beside the sheets of all its units.
   */
  readonly beside?: readonly Assessment[];
  readonly details: ReportDetails;
  /** How satisfied people are with each unit's service, where the workbook says it beside the tables of points. */
  readonly surveys: readonly Survey[];
  /** Which units were made of which since last year, where a list says it. */
  readonly mergers?: readonly Merger[];
  /** What inspectors wrote down, and how each body was inspected. */
  readonly inspections: readonly InspectedBody[];
  readonly diagnostics: readonly (Diagnostic & { readonly sheet: string })[];
  /** Sheets with numbers that are no part of it. */
  readonly unreadSheets: readonly UnreadSheet[];
}
