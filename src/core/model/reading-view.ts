/** A reading in words for the pane and the command line. */
import type { ColumnRole } from './column-role';
import type { Sureness } from './reading';
import { shownCount } from '../values/decimal';

export interface ReadingView {
  readonly sheet: string;
  /** «các đơn vị theo cột». */
  readonly layout: string;
  readonly year: number | null;
  readonly units: readonly string[];
  readonly areas: readonly { readonly label: string; readonly items: number; readonly max: string | null }[];
  readonly blocks: readonly BlockView[];
}

export interface BlockView {
  /** Set if the table spans several sheets. */
  readonly sheet?: string;
  /** «A5:H40». */
  readonly table: string;
  /** Counted from 1, as in Excel. */
  readonly headerRows: readonly number[];
  readonly round: string | null;
  readonly columns: readonly ColumnsView[];
  readonly unused: readonly { readonly at: string; readonly count: number; readonly why: string }[];
}

/** One column, or several columns with the same heading under several units that were read alike. */
export interface ColumnsView {
  readonly columns: readonly number[];
  /** «E», «E, H, K», «E, H, K và 19 cột khác». */
  readonly letters: string;
  readonly heading: string;
  readonly role: ColumnRole | null;
  /** «điểm thẩm định của từng đơn vị»; also states what is unknown. */
  readonly meaning: string;
  readonly sure: Sureness;
  readonly why: string;
  /**
   * Headings under which the officer may state the role; `narrower` are headings whose existing lines would contradict
   * it.
   */
  readonly headings: readonly string[];
  readonly narrower: readonly string[];
  /** Whether a line of `Cấu hình` decides the role. */
  readonly isStated: boolean;
}

export const READING_WORDS = {
  task: 'Cách đọc bảng',
  noYear: 'không ghi năm',
  noUnit: 'chưa rõ tên đơn vị',
  noHeading: 'không có tiêu đề',
  ordinal: 'số thứ tự',
  noTable: 'Không đọc trang tính nào.',
  unknown: 'chưa rõ',
  notUsed: 'không dùng để tính',
  unused: 'Số liệu không dùng',
  unreadSheets: 'Trang tính không đọc',
  tree: 'Cây tiêu chí',
  units: 'Đơn vị',
} as const;

/** «Bảng A5:H40, tiêu đề ở dòng 5, 6, «Thẩm định»». */
export const blockTitle = ({ sheet, table, headerRows, round }: BlockView): string =>
  [
    sheet === undefined ? `Bảng ${table}` : `Phần «${sheet}», bảng ${table}`,
    headerRows.length === 0 ? '' : `tiêu đề ở dòng ${headerRows.join(', ')}`,
    round === null ? '' : `«${round}»`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** «1 CHỈ ĐẠO: 4 tiêu chí, 10 điểm»; an area without criteria is scored as a whole. */
export const areaLine = ({ label, items, max }: ReadingView['areas'][number]): string =>
  `${label}: ${items === 0 ? 'chấm chung cả lĩnh vực' : `${items} tiêu chí`}${max === null ? '' : `, ${max} điểm`}`;

export const unusedLine = ({ at, count, why }: BlockView['unused'][number]): string =>
  `${at} (${shownCount(count)} ô số): ${why}`;
