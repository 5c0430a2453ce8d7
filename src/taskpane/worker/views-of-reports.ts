/** What the page shows and asks of reports, and of the year before. */
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
  /** False where no bảng tổng hợp could be read in it. */
  readonly isRead: boolean;
  /** What a list of mergers says of names that are not there. */
  readonly notes: readonly string[];
}

/** Beside last year, in percent points. */
export interface ChangeView {
  readonly before: string;
  /** With its sign: «+3,90», «−0,5», «0». */
  readonly by: string;
  readonly way: 'up' | 'down' | 'same';
}
