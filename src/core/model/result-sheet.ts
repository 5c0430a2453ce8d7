/** Labels of result lines, and the add-in's sheet «Kết quả», which lists all units. */
import type { Grid } from './workbook/grid';
import { findAddinTable, type AddinTable } from './addin-sheet';

/** Shown if a unit's result is unknown; a cell with this text counts as free. */
export const UNDETERMINED = 'Chưa xác định';

/** Shown instead of points or a percentage where a criterion or an area does not apply to a unit. */
export const NOT_APPLICABLE = 'KĐG';

export const RESULT_LABELS = {
  total: 'Tổng điểm',
  max: 'Điểm tối đa áp dụng',
  index: 'Chỉ số CCHC (%)',
  rating: 'Xếp loại',
  rank: 'Xếp hạng',
} as const;

/** Names for the add-in's sheet; the second is used if another sheet has the first. */
export const RESULT_SHEET_NAMES = ['Kết quả', 'Kết quả CCHC'] as const;

export const RESULT_SHEET_HEADER: readonly string[] = ['TT', 'Đơn vị', 'Khối', ...Object.values(RESULT_LABELS)];

export const resultTable = (grid: Grid): AddinTable | null =>
  findAddinTable(grid, RESULT_SHEET_HEADER, (columns) => columns.size === RESULT_SHEET_HEADER.length);

/** Whether the sheet has the add-in's result header; such a sheet is never read as a bảng tổng hợp. */
export const isResultSheet = (grid: Grid): boolean => resultTable(grid) !== null;
