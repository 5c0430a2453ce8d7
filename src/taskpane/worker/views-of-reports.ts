/** Types that the page needs for reports and for last year's results. */
export { YES } from '../../core/model/report-details';
export type { DetailsView } from '../../core/settings/report-details';
export {
  EXPORT_KINDS,
  type ExportKind,
  type ExportedFile,
  type ExportRequest,
  type Template,
  type UnitRef,
} from '../../export/export-request';

/** Last year's workbook, or a sheet of this one. */
export interface PreviousView {
  readonly name: string;
  /** False if no bảng tổng hợp could be read in it. */
  readonly isRead: boolean;
  /** Faults of the list of mergers, such as unknown names. */
  readonly notes: readonly string[];
}

/** The change since last year in percentage points. */
export interface ChangeView {
  readonly before: string;
  /** With its sign: «+3,90», «−0,5», «0». */
  readonly by: string;
  readonly way: 'up' | 'down' | 'same';
}
