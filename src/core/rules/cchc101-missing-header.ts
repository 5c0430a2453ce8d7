/** CCHC101 — no row of the sheet looks like the header of a bảng tổng hợp. */
import type { Rule } from '../model/rule';

export const missingHeader: Rule = {
  code: 'CCHC101',
  alias: 'missing-header',
  severity: 'error',
  title: 'Không tìm thấy dòng tiêu đề của bảng',
  find: ({ scoreSheet: { facts, sheet } }) =>
    facts
      .filter(({ kind }) => kind === 'missing-header')
      .map(() => ({
        at: [],
        message:
          `Trang tính «${sheet}» không có dòng tiêu đề nào của bảng tổng hợp điểm (cần các cột như «Nội dung», ` +
          '«Điểm tối đa», «Điểm tự chấm» hoặc «Đơn vị», «Chỉ số»).',
      })),
};
