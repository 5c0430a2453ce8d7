/** The words of result lines, and the sheet «Kết quả» of our own that has all units in one list. */
import type { Grid } from './grid';
import { findAddinTable, type AddinTable } from './addin-sheet';

/** Shown wherever a unit's result is not known yet; a cell holding it counts as free. */
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

export const resultTable = (grid: Grid): AddinTable | null =>
  findAddinTable(grid, RESULT_SHEET_HEADER, (columns) => columns.size === RESULT_SHEET_HEADER.length);

/** True for a sheet with the header that we write; it is a result, never a bảng tổng hợp to be read. */
export const isResultSheet = (grid: Grid): boolean => resultTable(grid) !== null;
