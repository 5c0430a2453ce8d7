/** CCHC118 — a sheet with numbers that is not part of the result, with the reason. */
import type { Rule } from '../model/rule';

export const unreadSheet: Rule = {
  code: 'CCHC118',
  alias: 'unread-sheet',
  severity: 'error',
  title: 'Trang tính có số liệu nhưng không được tính',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'unread-sheet') continue;
      const { sheet, why, mayCount } = fact;
      yield {
        at: [],
        ...(mayCount ? {} : { severity: 'note' as const }),
        message: mayCount
          ? `Trang tính «${sheet}» ghi về cùng đơn vị hoặc tiêu chí với bảng này nhưng không đọc được vì ${why}; ` +
            'hãy sửa tiêu đề bảng ở đó, hoặc ghi một dòng «Trang không tính» vào trang tính Cấu hình.'
          : `Trang tính «${sheet}» có số liệu nhưng không được tính riêng: ${why}.`,
      };
    }
  },
};
