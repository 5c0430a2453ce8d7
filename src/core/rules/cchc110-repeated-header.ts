/** CCHC110 — a header repeated after a page break; it is not an item. */
import type { Rule } from '../model/rule';

export const repeatedHeader: Rule = {
  code: 'CCHC110',
  alias: 'repeated-header',
  severity: 'note',
  title: 'Dòng tiêu đề lặp lại giữa bảng',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'repeated-header') continue;
      yield {
        at: [fact.at],
        message: `Dòng ${fact.at.row + 1} lặp lại tiêu đề của bảng (do ngắt trang) và được bỏ qua khi tính.`,
      };
    }
  },
};
