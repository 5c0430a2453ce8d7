/** Settings that a province may choose; each has a default that is shown beside the result (FIELD.md §3). */
import { ZERO, decimal, type Decimal } from '../values/decimal';
import { toA1, type Address } from '../values/address';
import type { StatedRole } from './column-role';
import type { SetAside } from './set-aside';

/** One band of a rating scale; bands are sorted by lower bound, highest first. */
export interface RatingBand {
  readonly label: string;
  /** Lower bound of the index, percent. */
  readonly from: Decimal;
  /** Whether an index equal to `from` belongs to the band. */
  readonly inclusive: boolean;
}

/** A condition of a rating other than the index: «Xuất sắc: không tiêu chí nào 0 điểm». */
export interface RatingCondition {
  /** zero: a scored item has 0 points · notSelf: the unit did not score itself · named: the unit is named. */
  readonly test: 'zero' | 'notSelf' | 'named';
  /**
   * What a unit cannot get if the condition holds for it: these levels, or all levels above; a mere list of units
   * denies nothing.
   */
  readonly denies: 'levels' | 'above' | 'nothing';
  /** Labels of bands, converted by `plainKey`. */
  readonly levels: readonly string[];
  /** Keys of the disciplinary measures in the condition; empty if there are none. */
  readonly measures: readonly string[];
  readonly words: string;
  readonly units: readonly string[];
  /** «Cấu hình!B12». */
  readonly where: string;
}

/** A condition that was not understood, or that refers to nothing in the workbook. */
export interface UnreadCondition {
  readonly words: string;
  readonly where: string;
  /** A clause; absent if the words contain nothing that can be tested. */
  readonly because?: string;
}

/** The meaning of a bare mark, for example "x" or "-", in a score cell. */
export type MarkMeaning = 'notApplicable' | 'notYetScored' | 'zero';

export interface Settings {
  /** Empty if there is no rating. */
  readonly scale: readonly RatingBand[];
  /** The cell, if the sheet itself states the scale below its table. */
  readonly scaleFrom: 'default' | 'workbook' | Address;
  /** The cell of a scale that is stated there but not understood. */
  readonly unreadScale?: Address;
  readonly ratingConditions: readonly RatingCondition[];
  readonly unreadConditions: readonly UnreadCondition[];
  /** Decimals of a published index; null: as in the sheet's stated indices, else 2. */
  readonly places: number | null;
  readonly ties: 'dense' | 'competition';
  readonly rankBy: 'exact' | 'rounded';
  /** Meaning of ambiguous marks, by the mark's folded text. */
  readonly marks: ReadonlyMap<string, MarkMeaning>;
  /**
   * Null: survey rows count like other rows. Else the appraised part is scaled to this share and the survey part is
   * added.
   */
  readonly appraisedShare: Decimal | null;
  readonly bonusCap: Decimal | null;
  readonly penaltyCap: Decimal | null;
  /** An area below this percent of its maximum is marked for action. */
  readonly areaLine: Decimal;
  /** A unit is flagged if the applicable maximum is less than this percent of the set's maximum. */
  readonly applicableLine: Decimal;
  /** Allowed step of a score, e.g. 0,25; null if none is stated. */
  readonly step: Decimal | null;
  readonly results: 'formulas' | 'values';
  /** Colours of losses in the officer's table: three by their weight, or one. */
  readonly lossColours: 'weight' | 'one';
  /** Sheets that do not count: an earlier round, a draft. */
  readonly leftOutSheets: readonly string[];
  /** Findings that the officer leaves as they are. */
  readonly setAside: readonly SetAside[];
  /** The officer's choices in «Cách đọc bảng». */
  readonly columnRoles: readonly StatedRole[];
}

/** The usual five labels; 70 and 50 are common practice but not based on a decree, so the scale is always shown. */
const DEFAULT_SCALE: readonly RatingBand[] = [
  { label: 'Xuất sắc', from: decimal('90'), inclusive: true },
  { label: 'Tốt', from: decimal('80'), inclusive: true },
  { label: 'Khá', from: decimal('70'), inclusive: true },
  { label: 'Trung bình', from: decimal('50'), inclusive: true },
  { label: 'Yếu', from: ZERO, inclusive: true },
];

export const scaleSource = ({ scaleFrom: from }: Pick<Settings, 'scaleFrom'>): string =>
  from === 'default' ? 'mặc định' : from === 'workbook' ? 'theo tệp' : `theo ô ${toA1(from)}`;

/** A band from 0 is the rest: penalties may leave a unit with less than nothing. */
export const isInBand = (index: Decimal, { from, inclusive }: RatingBand): boolean =>
  index > from || (inclusive && (index === from || from === ZERO));

/**
 * The rating (xếp loại) of an index: the first band, from the highest down, that contains it. Takes the rounded
 * (published) index: 89,995 shown as 90,00 is Xuất sắc. Null without a scale or below it.
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

/** With more units, the rank formulas alone take minutes to calculate in any spreadsheet program. */
export const MOST_LIVE_UNITS = 500;

export const DEFAULT_PLACES = 2;
