/** CCHC306 — a stated index differs from the one that the scores give, whatever the rounding. */
import { resultOf } from '../model/assessment';
import type { Rule } from '../model/rule';
import { indices } from './equations';
import { brokenOf, findingOf } from './mistakes';
import { suggest } from './suggest';
import { cell, plain, shown, subject } from './wording';

export const mismatchedIndex: Rule = {
  code: 'CCHC306',
  alias: 'mismatched-index',
  severity: 'warning',
  title: 'Chỉ số không khớp',
  find: function* (context) {
    const differences = indices(context);
    for (const broken of brokenOf(context, ['index'])) {
      const { unit } = broken.relation.result;
      // An index that the scores give is right, also beside a wrong maximum, which is a finding of its own.
      const isRight = unit && resultOf(context, unit).index !== null && differences.every((each) => each.unit !== unit);
      const isAlone = broken.mistake?.broken.length === 1;
      if (!isRight || (broken.isMain && !isAlone)) yield findingOf(context, broken);
    }
    // A scaled index has a formula of its own, based on the scores and not on the stated sums.
    if (context.settings.appraisedShare === null) return;
    for (const difference of differences) {
      const { unit, at, stated, expected, agreement, tally } = difference;
      if (agreement !== 'different') continue;
      const { bonus, penalty } = resultOf(context, unit).totals;
      const added = bonus === 0 ? '' : ` + ${shown(bonus)} điểm cộng`;
      const extras = added + (penalty === 0 ? '' : ` − ${shown(penalty)} điểm trừ`);
      const points = extras === '' ? shown(tally.points) : `(${shown(tally.points)}${extras})`;
      yield {
        at: [at],
        unit,
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${subject(unit, null)}: chỉ số ở ${cell(at)} ghi ${shown(stated)} nhưng ${points}/${shown(tally.max)} ` +
          `điểm cho chỉ số ${shown(expected)}.`,
        ...suggest(difference, `tính lại từ ${points}/${shown(tally.max)} điểm`),
      };
    }
  },
};
