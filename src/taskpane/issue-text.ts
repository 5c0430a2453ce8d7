/** Texts of the cards of «Lỗi», which load with them. */
import { shownCount } from './text';

export const ISSUE_TEXT = {
  rightPoints: 'Điểm đúng',
  rightValue: 'Giá trị đúng',
  writeValue: 'Ghi',
  overFormula: 'Ô này là công thức: ghi số sẽ thay công thức.',
  markMeans: { notApplicable: 'Không đánh giá', notYetScored: 'Chưa chấm', zero: '0 điểm' },
  previousIssue: 'Mục trước',
  nextIssue: 'Mục sau',
  setAside: 'Gác lại…',
  asideReason: 'Lý do gác lại',
  setAsideNow: 'Gác lại',
  takeBack: 'Đưa lại',
} as const;

export const everyMark = (mark: string): string => `cho mọi ô ghi «${mark}»`;
export const asideCount = (cards: number): string => `Đã gác lại ${shownCount(cards)} mục`;
export const ofMax = (max: string): string => `/${max}`;
