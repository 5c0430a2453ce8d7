/** CCHC108 — an item of the table that the criteria set does not have. */
import type { Rule } from '../model/rule';
import { matchCriteria } from '../matching/match-criteria';
import { cell, listCells, cellOfItem, subject } from './wording';

export const unknownItem: Rule = {
  code: 'CCHC108',
  alias: 'unknown-item',
  severity: 'warning',
  title: 'Tiêu chí không có trong bộ tiêu chí',
  find: function* (context) {
    const { unknown, ambiguous } = matchCriteria(context);
    for (const { item, lines } of ambiguous) {
      yield {
        at: [cellOfItem(item)],
        item,
        actual: item.code,
        message:
          `${subject(null, item)} ở ${cell(cellOfItem(item))}: chưa rõ là dòng nào trong bộ tiêu chí ` +
          `(trang tính «${context.criteria?.sheet ?? ''}», ${listCells(lines.map(({ at }) => at))}).`,
      };
    }
    for (const item of unknown) {
      // A set need not list the dash bullets below its criteria.
      if (item.code === '') continue;
      yield {
        at: [cellOfItem(item)],
        item,
        actual: item.code,
        message:
          `${subject(null, item)} ở ${cell(cellOfItem(item))} không có trong bộ tiêu chí (trang tính ` +
          `«${context.criteria?.sheet ?? ''}»).`,
      };
    }
  },
};
