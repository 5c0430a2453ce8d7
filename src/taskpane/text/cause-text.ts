/** Texts of the cause form, which load with «Điểm bị trừ». */
import { shownCount } from '../../core/values/decimal';

export const CAUSE_TEXT = {
  suggestions: 'Đã ghi ở nơi khác; Alt với số thứ tự: ghi ngay, bấm: dùng lại',
  sameItem: 'Cùng tiêu chí này, đơn vị khác cũng chưa ghi:',
  group: 'Ghi một nguyên nhân cho cả nhóm…',
  asOne: 'Dán thành một đoạn',
} as const;

export const writeForUnits = (units: number): string => `Ghi cho ${shownCount(units)} đơn vị cùng tiêu chí`;
export const writeForGroup = (places: number): string => `Ghi cho ${shownCount(places)} khoản của nhóm`;
export const pastedLines = (lines: number): string =>
  `Đã dán ${shownCount(lines)} dòng: ghi mỗi dòng cho một khoản, từ khoản này trở xuống?`;
export const linesLeft = (lines: number): string => `${shownCount(lines)} dòng cuối sẽ không được ghi.`;
export const writeLines = (lines: number): string => `Ghi ${shownCount(lines)} dòng`;
/** «Enter: ghi · Ctrl+Enter: ghi cho 12 đơn vị · Esc: đóng». */
export const causeKeys = (units: number): string =>
  ['Enter: ghi', ...(units > 1 ? [`Ctrl+Enter: ghi cho ${shownCount(units)} đơn vị`] : []), 'Esc: đóng'].join(' · ');
