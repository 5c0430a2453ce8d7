/** CCHC301 — a parent's stated points are not the sum of its children. */
import type { Rule } from '../model/rule';
import { subtotals } from './equations';
import { suggest } from './suggest';
import { ROLE_WORDS, cell, plain, shown, subject } from './wording';

export const mismatchedSubtotal: Rule = {
  code: 'CCHC301',
  alias: 'mismatched-subtotal',
  severity: 'warning',
  title: 'Điểm của tiêu chí cha khác tổng tiêu chí con',
  find: function* (context) {
    for (const difference of subtotals(context)) {
      const { unit, item, at, stated, expected, agreement, role } = difference;
      if (agreement !== 'different' || !item) continue;
      yield {
        at: [at],
        unit: unit.index,
        item: item.index,
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)} ghi ${shown(stated)} nhưng tổng ` +
          `${item.children.length} tiêu chí con là ${shown(expected)}.`,
        ...suggest(difference, `tổng ${item.children.length} tiêu chí con là ${shown(expected)}`),
      };
    }
  },
};
