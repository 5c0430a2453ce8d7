/** CCHC304 — a stated total, self-scored total or total loss differs from the sum of the areas. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf } from './mistakes';
import { totals } from './total-equations';
import { cell, plain, shown, subject } from './wording';

const WORDS = { total: 'tổng điểm', selfTotal: 'tổng điểm tự chấm', lost: 'tổng điểm bị trừ' } as const;

export const mismatchedTotal: Rule = {
  code: 'CCHC304',
  alias: 'mismatched-total',
  severity: 'warning',
  title: 'Tổng điểm không khớp',
  find: function* (context) {
    for (const broken of brokenOf(context, ['total', 'total-loss'])) yield findingOf(context, broken);
    // In a scaled sheet a total may be the index itself: it is compared with the scores and no correction is offered.
    if (context.settings.appraisedShare === null) return;
    for (const { unit, at, stated, expected, agreement, role } of totals(context)) {
      if (agreement !== 'different') continue;
      yield {
        at: [at],
        unit,
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, null)}: ${WORDS[role]} ở ${cell(at)} ghi ${shown(stated)} nhưng ` +
          `cộng các tiêu chí được ${shown(expected)}.`,
      };
    }
  },
};
