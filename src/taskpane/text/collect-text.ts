/** Texts of «Tổng hợp tệp của các đơn vị»; separate from text.ts so that they load with it. */
import { shownCount } from '../../core/values/decimal';

export const COLLECT_TEXT = {
  lead:
    'Chọn tệp tự chấm của các đơn vị (.xlsx, .docx, .xls, .ods, .csv). Điểm, nguyên nhân, giải trình vào những ô còn ' +
    'trống của bảng đang mở; số đã gõ và công thức giữ nguyên. Xem lại trước khi ghi.',
  choose: 'Chọn tệp…',
  chooseMore: 'Thêm tệp…',
  folder: 'Chọn thư mục…',
  again: 'Đọc lại các tệp',
  forget: 'Bỏ danh sách tệp',
  open: 'Chờ quyết định',
  keep: 'Giữ như trong bảng',
  leave: 'Để trống',
  names: 'Chưa rõ tệp của đơn vị nào',
  chooseUnit: 'Là đơn vị nào của bảng?',
  notSent: 'Chưa gửi',
  untaken: 'Đã gửi, chưa lấy được số nào',
  missing: 'Còn thiếu điểm',
  problems: 'Cần xem lại trong các tệp',
  updated: 'Gửi khác lần trước, sẽ ghi lại',
  withdrawn: 'Không còn tệp nào gửi, giữ nguyên trong bảng',
  notes: 'Đã hiểu như sau',
  files: 'Tệp đã đọc',
  nothing: 'Không có ô nào để ghi',
} as const;

export const sentBy = (sent: number, all: number): string => `${shownCount(sent)}/${shownCount(all)} đơn vị đã gửi`;
export const cellsToWrite = (cells: number): string => `${shownCount(cells)} ô sẽ ghi`;
export const cellsPresent = (cells: number): string => `${shownCount(cells)} ô đã có đúng như vậy`;
export const cellsOpen = (cells: number): string => `${shownCount(cells)} ô chờ quyết định`;
export const writeCells = (cells: number): string => `Ghi ${shownCount(cells)} ô vào bảng`;
export const filesChosen = (files: number): string => `${shownCount(files)} tệp đã chọn`;
export const fileText = (units: readonly string[], count: number): string =>
  `${units.join(', ')}${units.length === 0 ? 'chưa rõ đơn vị' : ''} · ${shownCount(count)} giá trị`;
export const missingOf = (unit: string, items: readonly string[]): string =>
  `${unit}: ${shownCount(items.length)} tiêu chí (${items.join('; ')})`;
export const untakenOf = (unit: string, files: readonly string[]): string => `${unit}: ${files.join('; ')}`;
