/** The result of assessing a workbook; pane, cells, exports and command line all show it. */
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
import type { StatedCauses } from './beside/stated-cause';
import type { InspectedBody } from './beside/inspection';
import type { Merger } from './beside/merger';
import type { Survey } from './beside/survey';

/** Points reached, and the maximum that applies. */
export interface Tally {
  readonly points: Decimal;
  readonly max: Decimal;
}

/**
 * Points and maximum of every item of one unit: Decimals by `Item.index`; NaN if a score below is missing or damaged,
 * or if no maximum is stated. They are plain numbers because a national sheet has a million of them; use `tallyAt` to
 * read one.
 */
export interface Tallies {
  readonly pointsAt: (item: number) => number;
  readonly maxAt: (item: number) => number;
}

/** Returns null if points or maximum are unknown. */
export function tallyAt(tallies: Tallies | null, item: number): Tally | null {
  const points = tallies?.pointsAt(item) ?? Number.NaN;
  const max = tallies?.maxAt(item) ?? Number.NaN;
  return Number.isNaN(points) || Number.isNaN(max) ? null : { points: points as Decimal, max: max as Decimal };
}

/** Sums of one unit, before index, rating and rank. */
export interface UnitTotals {
  readonly self: Tallies | null;
  readonly awarded: Tallies;
  /** Sum over all areas; null when any area is null. */
  readonly selfTotal: Tally | null;
  readonly awardedTotal: Tally | null;
  /** Bonus and penalty outside the set, after their caps; both ≥ 0. */
  readonly bonus: Decimal;
  readonly penalty: Decimal;
  /** Bonus minus penalty in the unit's self-score; zero if the unit states none. */
  readonly selfOutside: Decimal;
}

export interface UnitResult {
  readonly unit: UnitScores;
  /** True if a score is missing or an error was found: the unit has no index, rating or rank. */
  readonly undetermined: boolean;
  readonly totals: UnitTotals;
  /** Exact, in percent. */
  readonly index: Ratio | null;
  /** As published: rounded half-up to the sheet's decimals. */
  readonly publishedIndex: Decimal | null;
  readonly rating: string | null;
  /** Conditions that exclude the unit from bands of the scale, regardless of its index. */
  readonly limits: readonly RatingLimit[];
  readonly rank: number | null;
  /** Number of different ranks (dense) or of units (competition) in the ranking. */
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

/** The unit's result; every unit of a score sheet has one. */
export function resultOf({ units }: { readonly units: readonly UnitResult[] }, { position }: UnitScores): UnitResult {
  const result = units[position];
  if (!result) throw new RangeError(`no result for unit ${position}`);
  return result;
}

/** The result of the unit at a position sent by a page or a command; null if there is none. */
export const resultAt = ({ units }: { readonly units: readonly UnitResult[] }, unit: number): UnitResult | null =>
  units[unit] ?? null;

/** The index that a unit is ranked by: exact or as published. */
export const rankedIndex = (
  { index, publishedIndex }: Pick<UnitResult, 'index' | 'publishedIndex'>,
  { rankBy }: Settings,
): Ratio | null => (rankBy === 'exact' || publishedIndex === null ? index : wholeRatio(publishedIndex));

/** The complete assessment of one bảng tổng hợp. */
export interface Assessment {
  readonly scoreSheet: ScoreSheet;
  /** The scored year, from the title or the sheet's name. */
  readonly year: number | null;
  /** A table of last year or earlier in the same workbook as this year's. */
  readonly isEarlier: boolean;
  readonly settings: Settings;
  /** Decimals of a published index in this sheet. */
  readonly places: number;
  readonly criteria: CriteriaSet | null;
  readonly causes: StatedCauses;
  /** Lines of the sheet «Điểm bị trừ» with what the officer typed there. */
  readonly deductionLines: readonly DeductionLine[];
  readonly units: readonly UnitResult[];
  readonly deductions: readonly Deduction[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A whole workbook: one assessment for each bảng tổng hợp. `diagnostics` is empty unless no table could be read. */
export interface BookAssessment {
  readonly sheets: readonly Assessment[];
  /**
   * Tables of the same year that repeat another one, after years are split: a unit's own sheet beside the table of all
   * units, or that table beside the sheets of all its units.
   */
  readonly restatedTables?: readonly Assessment[];
  readonly details: ReportDetails;
  /** Satisfaction with each unit's service, if the workbook states it apart from the tables of points. */
  readonly surveys: readonly Survey[];
  /** Which units were merged into which since last year, if a list states it. */
  readonly mergers?: readonly Merger[];
  /** Findings of inspectors, and how each body was inspected. */
  readonly inspections: readonly InspectedBody[];
  readonly diagnostics: readonly (Diagnostic & { readonly sheet: string })[];
  /** Sheets that contain numbers but are not part of the assessment. */
  readonly unreadSheets: readonly UnreadSheet[];
}
