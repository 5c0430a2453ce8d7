/** Texts of the cards in «Lỗi», which load with them. */
import { shownCount } from '../../core/values/decimal';
import { plainKey } from '../../core/values/fold-text';

export const ISSUE_TEXT = {
  rightPoints: 'Điểm đúng',
  rightValue: 'Giá trị đúng',
  writeValue: 'Ghi',
  noScore: 'Đây không phải là số điểm: hãy ghi số, «KĐG» hoặc «Chưa chấm».',
  overFormula: 'Ô này là công thức: ghi số sẽ thay công thức.',
  markMeans: { notApplicable: 'Không đánh giá', notYetScored: 'Chưa chấm', zero: '0 điểm' },
  previousIssue: 'Chỗ trước',
  nextIssue: 'Chỗ sau',
  setAside: 'Gác lại…',
  asideReason: 'Lý do gác lại',
  setAsideNow: 'Gác lại',
  takeBack: 'Đưa lại',
  noIssues: 'Không tìm thấy lỗi nào',
  noIssuesHere: 'Không tìm thấy lỗi nào ở trang tính này',
  noIssuesMore: 'Mọi con số trong bảng khớp với nhau.',
  noneOfKind: 'Không có chỗ nào thuộc loại đang chọn.',
  wholeSheet: 'Cả bảng',
  orElse: 'Có nhiều cách sửa, chọn một:',
  likely: 'Nhiều khả năng là cách đầu:',
  preview: 'Xem trước những ô sẽ sửa',
  previewLead: 'Bỏ chọn ô nào chưa chắc. Chỉ những ô được chọn thay đổi, và có thể hoàn tác.',
  keepsRecord: 'Liệt kê những ô đã sửa ở trang tính «Nhật ký sửa»',
  enteredScore: 'Điểm thẩm định do người chấm nhập: chỉ sửa khi được chọn.',
  noRepairs: 'Không có chỗ nào sửa được ngay: các chỗ còn lại cần người quyết định.',
  blank: 'để trống',
  keep: 'Không sửa',
  findIssue: 'Tìm trong danh sách',
} as const;

export const everyMark = (mark: string): string => `cho mọi ô ghi «${mark}»`;
export const asideCount = (cards: number): string => `Đã gác lại ${shownCount(cards)} chỗ`;
export const ofMax = (max: string): string => `/${max}`;

/** Whether the text is neither a score nor a mark of the table; `marks` are the marks of its settings. */
export function isNoScore(text: string, marks: string): boolean {
  const key = plainKey(text);
  return !SCORE.test(key) && !plainKey(marks).split(' ').includes(key);
}
/** A number, «KĐG», the spellings of «Chưa chấm», or a mark whose meaning is asked for. */
const SCORE =
  /^([+−–-]? ?\d|[^\p{L}\p{N}]{1,3}$|[xvo]$|k\/?(dg|ad)\b|khong (dg|ad|danh gia|ap dung)|n\/a|(tam thoi )?chua )/u;
