/** CCHC112 — hidden rows or columns that hold data; they are computed like any other. */
import type { Rule } from '../model/rule';
import { columnName } from '../values/address';
import { shownCount } from '../values/decimal';

export const hiddenData: Rule = {
  code: 'CCHC112',
  alias: 'hidden-data',
  severity: 'note',
  title: 'Dòng hoặc cột ẩn có dữ liệu',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'hidden-data') continue;
      const { at, what, count } = fact;
      const place = what === 'row' ? `Dòng ${at.row + 1}` : `Cột ${columnName(at.column)}`;
      yield {
        at: [at],
        message: `${place} đang ẩn nhưng có ${shownCount(count)} ô chứa dữ liệu của bảng; dữ liệu ẩn vẫn được tính.`,
      };
    }
  },
};
