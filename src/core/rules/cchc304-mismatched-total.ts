/** CCHC304 — a stated total, self-scored total or total loss is not the sum of the items. */
import type { Rule } from '../model/rule';
import { suggest, suggestLoss } from './suggest';
import { totals } from './total-equations';
import { cell, plain, shown, subject } from './wording';

const WORDS = { total: 'tổng điểm', selfTotal: 'tổng điểm tự chấm', lost: 'tổng điểm bị trừ' } as const;
const WHY = 'cộng lại từ điểm của các tiêu chí';

export const mismatchedTotal: Rule = {
  code: 'CCHC304',
  alias: 'mismatched-total',
  severity: 'warning',
  title: 'Tổng điểm không khớp',
  find: function* (context) {
    for (const difference of totals(context)) {
      const { unit, at, stated, expected, agreement, role } = difference;
      if (agreement !== 'different') continue;
      yield {
        at: [at],
        unit: unit.index,
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, null)}: ${WORDS[role]} ở ${cell(at)} ghi ${shown(stated)} nhưng cộng các tiêu chí được ` +
          `${shown(expected)}.`,
        ...(role === 'lost' ? suggestLoss(context.scoreSheet, difference, WHY) : suggest(difference, WHY)),
      };
    }
  },
};
