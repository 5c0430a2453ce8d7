/** Texts of opening and keeping files, which Excel's pane has no use for. */
import { shownCount } from '../core/values/decimal';
import { TEXT } from './text';

export const FILE_TEXT = {
  noLongerKept: 'Tệp này không còn được giữ trên máy; hãy mở lại từ thư mục.',
} as const;

export const notOpened = (names: readonly string[]): string =>
  `Không mở ${names.map((name) => `«${name}»`).join(', ')}: ${TEXT.notWorkbook}`;
export const openedFiles = (files: number): string =>
  `Đã mở ${shownCount(files)} tệp; chọn tệp cần xem ở góc trên bên trái.`;
export const replaceUnsaved = (name: string): string =>
  `Bản đã điền của «${name}» chưa được lưu; mở tệp khác thì những thay đổi đó mất. Vẫn mở tệp khác?`;
const moment = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' });
/** 11:20 29/11/26. */
export const shownMoment = (milliseconds: number): string => moment.format(milliseconds);
export const openDraft = (name: string, when: number): string =>
  `«${name}» còn một bản có thay đổi chưa lưu, giữ trên máy này lúc ${shownMoment(when)}. Mở bản đó? ` +
  'Hủy: mở tệp như trên đĩa.';
export const filledName = (name: string): string =>
  `${name.replace(/\.(xlsx|xlsm)$/i, '')} (đã tính)${/\.xlsm$/i.test(name) ? '.xlsm' : '.xlsx'}`;
