/** CCHC109 — a line of the criteria set that the table lacks, down to the depth of the table. */
import type { Rule } from '../model/rule';
import { matchCriteria } from '../matching/match-criteria';
import { cell } from './wording';

export const missingItem: Rule = {
  code: 'CCHC109',
  alias: 'missing-item',
  severity: 'warning',
  title: 'Bảng thiếu tiêu chí của bộ tiêu chí',
  find: function* (context) {
    const { items, nameColumn, table } = context.scoreSheet;
    const depth = Math.max(0, ...items.map(({ level }) => level)) + 1;
    for (const { code, name, at } of matchCriteria(context).missing) {
      if (code === '' || code.split('.').length > depth) continue;
      yield {
        at: [{ row: table.bottom, column: nameColumn }],
        expected: code,
        message:
          `Tiêu chí ${code} ${name} của bộ tiêu chí (trang tính «${context.criteria?.sheet ?? ''}», ${cell(at)}) ` +
          'không có trong bảng.',
      };
    }
  },
};
