/** CCHC310 — a stated number is cut off instead of rounded; this is not an error. */
import type { Rule } from '../model/rule';
import { placesOf, roundTo } from '../values/decimal';
import { indices, losses, percents, subtotals } from './equations';
import { totals } from './total-equations';
import { cell, plain, shown, subject } from './wording';

export const truncatedValue: Rule = {
  code: 'CCHC310',
  alias: 'truncated-value',
  severity: 'note',
  title: 'Số bị cắt bớt thay vì làm tròn',
  find: function* (context) {
    const all = [
      ...subtotals(context),
      ...losses(context),
      ...totals(context),
      ...percents(context),
      ...indices(context),
    ];
    for (const { unit, item, at, stated, expected, agreement } of all) {
      if (agreement !== 'cut-off') continue;
      yield {
        at: [at],
        unit,
        ...(item ? { item } : {}),
        expected: plain(roundTo(expected, Math.max(1, placesOf(stated)))),
        actual: plain(stated),
        message:
          `${subject(unit, item)}: ${cell(at)} ghi ${shown(stated)}, là ${shown(expected)} bị cắt bớt phần lẻ chứ ` +
          'không làm tròn.',
      };
    }
  },
};
