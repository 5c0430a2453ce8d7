/** CCHC303 — a stated loss is not maximum − points; blank losses say nothing. */
import type { Rule } from '../model/rule';
import { losses } from './equations';
import { suggestLoss } from './suggest';
import { cell, plain, shown, subject } from './wording';

export const mismatchedLoss: Rule = {
  code: 'CCHC303',
  alias: 'mismatched-loss',
  severity: 'warning',
  title: 'Điểm bị trừ không khớp',
  find: function* (context) {
    for (const difference of losses(context)) {
      const { unit, item, at, stated, expected, agreement, tally } = difference;
      if (agreement !== 'different' || !item) continue;
      const sum = `${shown(tally.max)} − ${shown(tally.points)} = ${shown(expected)}`;
      yield {
        at: [at],
        unit: unit.index,
        item: item.index,
        expected: plain(expected),
        actual: plain(stated),
        message: `${subject(unit, item)}: điểm bị trừ ở ${cell(at)} ghi ${shown(stated)} nhưng ${sum}.`,
        ...suggestLoss(context.scoreSheet, difference, `điểm tối đa trừ điểm đạt được: ${sum}`),
      };
    }
  },
};
