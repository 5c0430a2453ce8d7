/** CCHC305 — a stated percentage of an item is not points ÷ maximum. */
import type { Rule } from '../model/rule';
import { percents } from './equations';
import { cell, plain, shown, subject } from './wording';

export const mismatchedPercent: Rule = {
  code: 'CCHC305',
  alias: 'mismatched-percent',
  severity: 'warning',
  title: 'Tỷ lệ % không khớp',
  find: function* (context) {
    for (const { unit, item, at, stated, expected, agreement, tally } of percents(context)) {
      if (agreement !== 'different') continue;
      yield {
        at: [at],
        unit: unit.index,
        ...(item ? { item: item.index } : {}),
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, item)}: tỷ lệ ở ${cell(at)} ghi ${shown(stated)}% nhưng ` +
          `${shown(tally.points)}/${shown(tally.max)} là ${shown(expected)}%.`,
      };
    }
  },
};
