/**
 * What the files that units sent say of one bảng tổng hợp, cell by cell, and what became of it: every number that was
 * taken over knows its file, sheet and cell.
 */
import type { Address } from '../values/address';
import type { Content } from './content';

/** What is taken over from a unit's own workbook. */
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
  /** Null where the value stands in no single cell of its own. */
  readonly at: Address | null;
}

/** One value that a file sends for one cell. */
export interface Offer {
  readonly content: Content;
  readonly from: Origin;
}

/**
 * `written`: the blank cell takes it · `updated`: taken over before, sent otherwise now · `present`: the cell says so
 * already · `chosen`: the officer chose this value among others · `kept`: the officer keeps what the table says ·
 * `typed`: the officer typed something else, which stays · `formula`: the cell computes something else · `conflicting`:
 * files disagree · `damaged`: no number that anybody can read · `shared`: one merged cell for several items ·
 * `other-maximum`, `other-name`: sent for another version
 * of the item.
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

/** Nothing about it stays for somebody to decide. */
export const isSettled = (state: SentState): boolean => SETTLED.has(state);
const SETTLED: ReadonlySet<SentState> = new Set(['written', 'updated', 'present', 'chosen', 'kept']);

/** Where one of the values that were sent, or what the table says, may be chosen; a formula is the officer's own. */
export const isOpenToChoice = (state: SentState): boolean =>
  state === 'conflicting' || state === 'typed' || state === 'other-maximum' || state === 'other-name';

/** What was sent for: a cell of the table, or words of a loss. */
interface SentPlace {
  readonly sheet: string;
  /**
   * Null for words about a loss where the table has no column for them: they go where its causes stand, and `unit`,
   * `code`, `name` and `role` say which they are.
   */
  readonly at: Address | null;
  readonly unit: string;
  readonly code: string;
  readonly name: string;
  readonly role: SentRole;
}

/** What the officer decides for one cell. */
export interface Choice extends SentPlace {
  /** Whose value is taken; null keeps what the table says. */
  readonly file: string | null;
}

export interface SentCell extends SentPlace {
  readonly state: SentState;
  /** What the cell shows before anything is written; "" for a blank one. */
  readonly stands: string;
  /** Whether the value was taken over by this run or an earlier one, so that a newer one may replace it. */
  readonly isCollected: boolean;
  /** Each different value once, with the first file that sends it; the chosen one first. */
  readonly offers: readonly Offer[];
}

export interface SentFile {
  readonly file: string;
  /** Units of the table that it speaks of. */
  readonly units: readonly string[];
  /** Units by the names that the file gives them and the table does not have, with those that are spelled nearly so. */
  readonly unmatched: readonly { readonly name: string; readonly near: readonly string[] }[];
  /** Values that it sends for cells of the table. */
  readonly count: number;
  /** Vietnamese sentences: what could not be taken and what to do. */
  readonly problems: readonly string[];
  /** What was understood and should be looked at. */
  readonly notes: readonly string[];
}

interface SentUnit {
  readonly unit: string;
  readonly files: readonly string[];
  /** Files that are the unit's by what they or their sheets are called, and of which nothing could be taken. */
  readonly untaken: readonly string[];
  /** Cells that hold what was sent. */
  readonly settled: number;
  /** Cells that wait for a decision. */
  readonly open: number;
  /** «1.2 Tên tiêu chí» of the scored items without a score, or, of a list of losses, of those without a cause. */
  readonly missing: readonly string[];
}

export interface Collection {
  readonly files: readonly SentFile[];
  readonly units: readonly SentUnit[];
  readonly cells: readonly SentCell[];
  /** Values that were taken over once and that no file sends any more; they stay in the table. */
  readonly withdrawn: readonly string[];
}
