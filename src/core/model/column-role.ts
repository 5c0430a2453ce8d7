/**
 * What a column of a table may hold, and the Vietnamese name of each role: in «Cách đọc bảng», in `Cấu hình` and in
 * messages.
 */
import { plainKey } from '../values/fold-text';

/**
 * `points` is a score column that does not state whether its scores are self or appraised; `count` holds numbers of
 * something else; `foreign` holds neither points nor results of this sheet.
 */
export const COLUMN_ROLES = [
  'code',
  'name',
  'max',
  'self',
  'appraised',
  'points',
  'lost',
  'percent',
  'cause',
  'responsibleBody',
  'responsiblePerson',
  'explanation',
  'remedy',
  'remedyDue',
  'remedyStatus',
  'evidence',
  'unit',
  'group',
  'total',
  'selfTotal',
  'index',
  'rating',
  'rank',
  'change',
  'bonus',
  'penalty',
  'step',
  'count',
  'foreign',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const COLUMN_ROLE_LABELS: Readonly<Record<ColumnRole, string>> = {
  code: 'mã tiêu chí',
  name: 'nội dung tiêu chí',
  max: 'điểm tối đa',
  self: 'điểm tự chấm',
  appraised: 'điểm thẩm định',
  points: 'điểm',
  lost: 'điểm bị trừ',
  percent: 'tỷ lệ %',
  cause: 'nguyên nhân',
  responsibleBody: 'trách nhiệm',
  responsiblePerson: 'cá nhân phụ trách',
  explanation: 'giải trình',
  remedy: 'giải pháp khắc phục',
  remedyDue: 'thời hạn khắc phục',
  remedyStatus: 'tình trạng khắc phục',
  evidence: 'tài liệu kiểm chứng',
  unit: 'tên đơn vị',
  group: 'khối',
  total: 'tổng điểm',
  selfTotal: 'tổng điểm tự chấm',
  index: 'chỉ số',
  rating: 'xếp loại',
  rank: 'xếp hạng',
  change: 'tăng, giảm so với năm trước',
  bonus: 'điểm cộng',
  penalty: 'điểm trừ ngoài bộ tiêu chí',
  step: 'bước điểm',
  count: 'số liệu khác',
  foreign: 'không dùng',
};

/**
 * A role that the officer states for all columns with a heading: the text directly above the cells, or all texts above
 * them.
 */
export interface StatedRole {
  readonly heading: string;
  readonly role: ColumnRole;
}

/** «Điểm thẩm định» → appraised; null if the words name no role. */
export const roleNamed = (words: string): ColumnRole | null =>
  COLUMN_ROLES.find((role) => plainKey(COLUMN_ROLE_LABELS[role]) === plainKey(words)) ?? null;
