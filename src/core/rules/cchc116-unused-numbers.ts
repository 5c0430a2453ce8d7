/** CCHC116 — numbers of the table that are not used and are neither points nor maxima. */
import type { Rule } from '../model/rule';
import { cell } from './wording';
import { shownCount } from '../values/decimal';

export const unusedNumbers: Rule = {
  code: 'CCHC116',
  alias: 'unused-numbers',
  severity: 'note',
  title: 'Có số liệu trong bảng không được dùng',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'unused-numbers') continue;
      const name = fact.header === '' ? 'Cột không có tiêu đề' : `Cột «${fact.header}»`;
      yield {
        at: [fact.at],
        message: `${name} ở ${cell(fact.at)} có ${shownCount(fact.count)} ô số không được dùng vào kết quả nào.`,
      };
    }
  },
};
