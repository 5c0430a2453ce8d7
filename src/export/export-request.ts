/**
 * The kinds of export, their names and their scope: the list behind the pane's menu and the command line's `--loai`.
 */
import type { BookAssessment } from '../core/model/assessment';

export interface ExportKind {
  /** Permanent, because it is a word of the command line. */
  readonly id:
    'diem-tru' | 'diem-tru-docx' | 'r1' | 'r2' | 'r3' | 'r4' | 'r5' | 'bien-ban' | 'ke-hoach' | 'doi-chieu' | 'hai-nam';
  readonly title: string;
  readonly extension: '.xlsx' | '.docx';
  /**
   * `unit`: always one file per unit (a plan only for units that can be lifted); `book`: one file for all units unless
   * separate files are requested; `whole`: always one file.
   */
  readonly scope: 'unit' | 'book' | 'whole';
}

export const EXPORT_KINDS: readonly ExportKind[] = [
  { id: 'diem-tru', title: 'Bảng tổng hợp điểm bị trừ', extension: '.xlsx', scope: 'book' },
  { id: 'diem-tru-docx', title: 'Bảng tổng hợp điểm bị trừ', extension: '.docx', scope: 'book' },
  { id: 'r1', title: 'Báo cáo kết quả chấm điểm', extension: '.docx', scope: 'whole' },
  { id: 'r2', title: 'Báo cáo phân tích chỉ số', extension: '.docx', scope: 'unit' },
  { id: 'r3', title: 'Báo cáo kiểm điểm trách nhiệm', extension: '.docx', scope: 'unit' },
  { id: 'r4', title: 'Báo cáo kết quả của đơn vị', extension: '.docx', scope: 'unit' },
  { id: 'r5', title: 'Báo cáo khắc phục sau kiểm tra', extension: '.docx', scope: 'whole' },
  { id: 'bien-ban', title: 'Biên bản thẩm định', extension: '.docx', scope: 'unit' },
  { id: 'doi-chieu', title: 'Đối chiếu tự chấm với thẩm định', extension: '.docx', scope: 'whole' },
  { id: 'hai-nam', title: 'So sánh hai năm', extension: '.docx', scope: 'whole' },
  { id: 'ke-hoach', title: 'Kế hoạch nâng chỉ số', extension: '.docx', scope: 'unit' },
];

/** A unit of one bảng tổng hợp; `unit` is its index in `ScoreSheet.units`. */
export interface UnitRef {
  readonly sheet: string;
  readonly unit: number;
}

/** A unit and the losses that its plan remedies; `items` are positions in the set. */
export interface PlannedUnit extends UnitRef {
  readonly items: readonly number[];
}

export interface ExportRequest {
  readonly kinds: readonly ExportKind['id'][];
  /** Null exports all. */
  readonly units: readonly UnitRef[] | null;
  /** One file per unit even if one file could hold all. */
  readonly apart: boolean;
  /** The losses of each plan; if absent, plans use the fewest losses that lift a unit. */
  readonly plans?: readonly PlannedUnit[];
  /** Same as the setting in `Cấu hình`; if true, it applies regardless of that setting. */
  readonly withoutDraftMarks?: boolean;
  /** The office's own document to fill in. */
  readonly template?: Template;
}

/** A .docx with placeholders; `name` has no folder. */
export interface Template {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ExportInput {
  readonly book: BookAssessment;
  /** Last year's workbook or sheet, or null. */
  readonly previous: BookAssessment | null;
}

export interface ExportedFile {
  /** A safe file name, even if unit names have unsafe characters. */
  readonly name: string;
  /** The unit's own folder, if several documents are made for several units. */
  readonly folder?: string;
  readonly bytes: Uint8Array;
}
