/** The words of result lines, and the sheet of our own that takes the results where the table has no room for them. */
import { textAt, type Grid } from './grid';

/** Shown wherever a unit's result cannot be told yet; a cell holding it counts as free. */
export const UNDETERMINED = 'Chưa xác định';

export const RESULT_LABELS = {
  total: 'Tổng điểm',
  max: 'Điểm tối đa áp dụng',
  index: 'Chỉ số CCHC (%)',
  rating: 'Xếp loại',
  rank: 'Xếp hạng',
} as const;

/** Names for our own sheet; the second where the first belongs to somebody else. */
export const RESULT_SHEET_NAMES = ['Kết quả', 'Kết quả CCHC'] as const;

export const RESULT_SHEET_HEADER: readonly string[] = ['TT', 'Đơn vị', 'Khối', ...Object.values(RESULT_LABELS)];

/** True for a sheet whose first row is the header that we write; it is a result, never a bảng tổng hợp to be read. */
export function isResultSheet(grid: Grid): boolean {
  const header = RESULT_SHEET_HEADER.map((_, column) => textAt(grid, 0, column));
  return RESULT_SHEET_HEADER.every((label, column) => header[column] === label);
}
