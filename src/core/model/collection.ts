/**
 * Values that units' files send for one bảng tổng hợp, cell by cell, and what became of each: every collected number
 * has its file, sheet and cell.
 */
import type { Address } from '../values/address';
import type { Content } from './content';

/** Roles that are collected from a unit's own workbook. */
export const SENT_ROLES = [
  'self',
  'appraised',
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
  'remedy',
  'remedyDue',
  'remedyStatus',
] as const;
export type SentRole = (typeof SENT_ROLES)[number];

export const SENT_ROLE_LABELS: Readonly<Record<SentRole, string>> = {
  self: 'Điểm tự chấm',
  appraised: 'Điểm thẩm định',
  cause: 'Nguyên nhân',
  responsibleBody: 'Trách nhiệm',
  responsiblePerson: 'Cá nhân phụ trách',
  explanation: 'Giải trình',
  remedy: 'Giải pháp khắc phục',
  remedyDue: 'Thời hạn',
  remedyStatus: 'Tình trạng',
};

interface Origin {
  /** As it was given: a path or a name. */
  readonly file: string;
  readonly sheet: string;
  /** Null if the value has no single cell of its own. */
  readonly at: Address | null;
}

/** One value that a file sends for one cell. */
export interface Offer {
  readonly content: Content;
  readonly from: Origin;
}

/**
 * - `written`: written into the blank cell
 * - `updated`: collected before, now sent with another value
 * - `present`: the cell already holds the value
 * - `chosen`: the officer chose this value among others
 * - `kept`: the officer keeps the table's value
 * - `typed`: the officer typed another value, which stays
 * - `formula`: a formula in the cell results in another value
 * - `conflicting`: files disagree
 * - `damaged`: not a readable number
 * - `shared`: one merged cell for several items
 * - `other-maximum`, `other-name`: sent for another version of the item
 */
export type SentState =
  | 'written'
  | 'updated'
  | 'present'
  | 'chosen'
  | 'kept'
  | 'typed'
  | 'formula'
  | 'conflicting'
  | 'damaged'
  | 'shared'
  | 'other-maximum'
  | 'other-name';

export const SENT_STATE_LABELS: Readonly<Record<SentState, string>> = {
  written: 'Đã ghi',
  updated: 'Đã ghi lại (gửi khác lần trước)',
  present: 'Bảng đã có đúng như vậy',
  chosen: 'Đã ghi theo lựa chọn',
  kept: 'Đã chọn số khác',
  typed: 'Bảng ghi khác: giữ số trong bảng',
  formula: 'Ô có công thức cho kết quả khác: không ghi',
  conflicting: 'Các tệp ghi khác nhau: chưa ghi',
  damaged: 'Không đọc được: chưa ghi',
  shared: 'Một ô gộp cho nhiều tiêu chí: chưa ghi',
  'other-maximum': 'Điểm tối đa khác bảng: chưa ghi',
  'other-name': 'Cùng mã nhưng tên tiêu chí khác: chưa ghi',
};

/** Whether no decision about the value is left. */
export const isSettled = (state: SentState): boolean => SETTLED.has(state);
const SETTLED: ReadonlySet<SentState> = new Set(['written', 'updated', 'present', 'chosen', 'kept']);

/**
 * Whether the officer may choose between the values sent and the table's; not if the cell has a formula, which is the
 * officer's own.
 */
export const isOpenToChoice = (state: SentState): boolean =>
  state === 'conflicting' || state === 'typed' || state === 'other-maximum' || state === 'other-name';

/** The target of a value: a cell of the table, or words about a loss. */
interface SentPlace {
  readonly sheet: string;
  /**
   * Null for words about a loss if the table has no column for them: they are written with the causes, and `unit`,
   * `code`, `name` and `role` identify them.
   */
  readonly at: Address | null;
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly role: SentRole;
}

/** The officer's decision for one cell. */
export interface Choice extends SentPlace {
  /** The file whose value is taken; null keeps the table's value. */
  readonly file: string | null;
}

export interface SentCell extends SentPlace {
  readonly state: SentState;
  /** The cell's text before anything is written; "" if blank. */
  readonly currentText: string;
  /** Whether this run or an earlier one collected the value, so that a newer value may replace it. */
  readonly isCollected: boolean;
  /** Each distinct value once, with the first file that sends it; the chosen value first. */
  readonly offers: readonly Offer[];
}

export interface SentFile {
  readonly file: string;
  /** Units of the table that occur in the file. */
  readonly units: readonly string[];
  /** Unit names in the file that the table lacks, with the table's units of similar spelling. */
  readonly unmatched: readonly { readonly name: string; readonly near: readonly string[] }[];
  /** Number of values that the file sends for cells of the table. */
  readonly count: number;
  /** Vietnamese sentences: what could not be collected and what to do. */
  readonly problems: readonly string[];
  /** Assumptions that the officer should check. */
  readonly notes: readonly string[];
}

interface SentUnit {
  readonly unit: string;
  readonly files: readonly string[];
  /** Files that belong to the unit by their own or their sheets' names but yielded no value. */
  readonly untaken: readonly string[];
  /** Number of cells that hold the value sent. */
  readonly settled: number;
  /** Number of cells that need a decision. */
  readonly open: number;
  /** «1.2 Tên tiêu chí» of each scored item without a score; in a list of losses, of each item without a cause. */
  readonly missing: readonly string[];
}

export interface Collection {
  readonly files: readonly SentFile[];
  readonly units: readonly SentUnit[];
  readonly cells: readonly SentCell[];
  /** Values collected earlier that are no longer in any file; they stay in the table. */
  readonly withdrawn: readonly string[];
}
