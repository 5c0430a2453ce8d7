/** What a province may decide for itself; each has a default that is shown beside the result (FIELD.md §3). */
import { ZERO, decimal, type Decimal } from '../values/decimal';
import type { StatedRole } from './column-role';
import type { SetAside } from './set-aside';

/** One band of a rating scale; bands run from the highest lower bound to the lowest. */
export interface RatingBand {
  readonly label: string;
  /** Lower bound of the index, percent. */
  readonly from: Decimal;
  /** Whether an index equal to `from` belongs to the band. */
  readonly inclusive: boolean;
}

/** What a rating asks for beside the index: «Xuất sắc: không tiêu chí nào 0 điểm». */
export interface RatingCondition {
  /** zero: a scored item brought nothing · notSelf: the unit did not score itself · named: the unit is named. */
  readonly test: 'zero' | 'notSelf' | 'named';
  /** What a unit of which it holds cannot get: these levels, or all above; a list of units alone denies nothing. */
  readonly denies: 'levels' | 'above' | 'nothing';
  /** Labels of the scale as `plainKey` has them. */
  readonly levels: readonly string[];
  /** Keys of the measures of discipline that it is about; empty where it is about none. */
  readonly measures: readonly string[];
  readonly words: string;
  readonly units: readonly string[];
  /** «Cấu hình!B12». */
  readonly where: string;
}

/** A line of conditions that was not understood, or that speaks of nothing in the workbook. */
export interface UnreadCondition {
  readonly words: string;
  readonly where: string;
  /** A clause; without it the words say nothing that can be tested. */
  readonly because?: string;
}

/** What a bare mark such as "x" or "-" stands for where a score is expected. */
export type MarkMeaning = 'notApplicable' | 'notYetScored' | 'zero';

export interface Settings {
  /** Empty means: no rating. */
  readonly scale: readonly RatingBand[];
  readonly scaleFrom: 'default' | 'workbook';
  readonly ratingConditions: readonly RatingCondition[];
  readonly unreadConditions: readonly UnreadCondition[];
  /** Decimals of a published index; null follows the sheet's stated indices, else 2. */
  readonly places: number | null;
  readonly ties: 'dense' | 'competition';
  readonly rankBy: 'exact' | 'rounded';
  /** Meaning of ambiguous marks, by the mark's folded text. */
  readonly marks: ReadonlyMap<string, MarkMeaning>;
  /**
   * Null: survey rows are rows like any other. Else the appraised part is scaled to this share and the survey part is
   * added.
   */
  readonly appraisedShare: Decimal | null;
  readonly bonusCap: Decimal | null;
  readonly penaltyCap: Decimal | null;
  /** An area below this percent of its maximum is marked for action. */
  readonly areaLine: Decimal;
  /** A unit to which less than this percent of the set's maximum applies is worth a look. */
  readonly applicableLine: Decimal;
  /** Allowed step of a score, e.g. 0,25; null when none is laid down. */
  readonly step: Decimal | null;
  readonly results: 'formulas' | 'values';
  /** Colours of losses in the officer's table: three by their weight, or one. */
  readonly lossColours: 'weight' | 'one';
  /** Sheets that are not to count: an earlier round, a draft. */
  readonly leftOutSheets: readonly string[];
  /** Findings that the officer leaves as they are. */
  readonly setAside: readonly SetAside[];
  /** What the officer chose in «Cách đọc bảng». */
  readonly columnRoles: readonly StatedRole[];
}

/** The usual five labels; 70 and 50 are common practice without a decree behind them, so the scale is always shown. */
const DEFAULT_SCALE: readonly RatingBand[] = [
  { label: 'Xuất sắc', from: decimal('90'), inclusive: true },
  { label: 'Tốt', from: decimal('80'), inclusive: true },
  { label: 'Khá', from: decimal('70'), inclusive: true },
  { label: 'Trung bình', from: decimal('50'), inclusive: true },
  { label: 'Yếu', from: ZERO, inclusive: true },
];

export const isInBand = (index: Decimal, { from, inclusive }: RatingBand): boolean =>
  index > from || (inclusive && index === from);

/**
 * The rating (xếp loại) of an index: the first band, from the highest down, that reaches it. Takes the rounded index,
 * the number that is published: 89,995 shown as 90,00 is Xuất sắc. Null without a scale or below it.
 */
export const rateIndex = (index: Decimal, scale: readonly RatingBand[]): string | null =>
  scale.find((band) => isInBand(index, band))?.label ?? null;

export const DEFAULT_SETTINGS: Settings = {
  scale: DEFAULT_SCALE,
  scaleFrom: 'default',
  ratingConditions: [],
  unreadConditions: [],
  places: null,
  ties: 'dense',
  rankBy: 'exact',
  marks: new Map(),
  appraisedShare: null,
  bonusCap: null,
  penaltyCap: null,
  areaLine: decimal('75'),
  applicableLine: decimal('65'),
  step: null,
  results: 'formulas',
  lossColours: 'weight',
  leftOutSheets: [],
  setAside: [],
  columnRoles: [],
};

/** With more units than that, ranks alone would be formulas that every spreadsheet takes minutes for. */
export const MOST_LIVE_UNITS = 500;

export const DEFAULT_PLACES = 2;
