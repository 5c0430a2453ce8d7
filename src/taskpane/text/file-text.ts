/** Texts for opening and keeping files, which Excel's pane does not need. */
import { shownCount } from '../../core/values/decimal';
import { TEXT } from './text';

export const FILE_TEXT = {
  noLongerKept: 'Tệp này không còn được giữ trên máy; hãy mở lại từ thư mục.',
} as const;

const notOpened = (names: readonly string[]): string =>
  `Không mở ${names.map((name) => `«${name}»`).join(', ')}: ${TEXT.notWorkbook}`;
const openedFiles = (files: number): string =>
  `${shownCount(files)} tệp nằm trong danh sách ở góc trên bên trái; chọn tệp cần xem ở đó.`;
export const unreadFile = (name: string, why: string): string => `Không mở được «${name}»: ${why}`;
/** How many files are listed, and why others are not. */
export const afterOpening = (listed: number, unread: readonly string[], refused: readonly string[]): string =>
  [...(listed > 1 ? [openedFiles(listed)] : []), ...unread, ...(refused.length > 0 ? [notOpened(refused)] : [])].join(
    ' ',
  );
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
