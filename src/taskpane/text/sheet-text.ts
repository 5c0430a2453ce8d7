/** Texts of the sheet view, which load with it. */
import { shownCount } from '../../core/values/decimal';

export const SHEET_TEXT = {
  find: 'Tìm trong trang tính (Ctrl+F)',
  findWhat: 'Tìm chữ hoặc số, có dấu hay không dấu',
  findNone: 'Không tìm thấy.',
  previous: 'Ô trước',
  next: 'Ô sau',
  zoom: 'Cỡ hiển thị',
} as const;

/** «3/12 ô»; the position is 0 before one of them is shown. */
export const foundCells = (position: number, all: number): string =>
  `${position > 0 ? `${shownCount(position)}/` : ''}${shownCount(all)} ô`;
export const zoomOption = (zoom: number): string => `${Math.round(zoom * 100)} %`;
export const rangeText = (rows: number, columns: number): string =>
  `Đã chọn ${shownCount(rows)} dòng × ${shownCount(columns)} cột`;
