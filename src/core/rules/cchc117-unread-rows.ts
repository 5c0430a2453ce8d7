/** CCHC117 — rows with codes or points below a table that are not used. */
import type { Rule } from '../model/rule';
import { shownCount } from '../values/decimal';

export const unreadRows: Rule = {
  code: 'CCHC117',
  alias: 'unread-rows',
  severity: 'error',
  title: 'Có dòng số liệu không đọc được dưới bảng',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'unread-rows') continue;
      const { at, last, count, mayCount } = fact;
      const rows = last > at.row ? `${at.row + 1}–${last + 1}` : `${at.row + 1}`;
      yield {
        at: [at],
        ...(mayCount ? {} : { severity: 'note' as const }),
        message: mayCount
          ? `Có ${shownCount(count)} dòng (trong các dòng ${rows}) ghi điểm tối đa hoặc ` +
            'điểm nhưng không thuộc bảng nào đã đọc; hãy ghi lại dòng tiêu đề của phần này như bảng trên, ' +
            'hoặc chuyển phần không tính sang trang tính khác.'
          : `Có ${shownCount(count)} dòng số liệu (trong các dòng ${rows}) dưới bảng không được dùng vào kết quả nào.`,
      };
    }
  },
};
