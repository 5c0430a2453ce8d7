/** CCHC120 — most of the set does not apply to a unit, so its index rests on few items. */
import type { Rule } from '../model/rule';
import { isCounted, maxPointsOf } from '../model/score-sheet';
import { sum, type Decimal } from '../values/decimal';
import { percentOf, roundRatio } from '../values/ratio';
import { shown, subject } from './wording';

/** Null if one of them is not stated. */
const wholeOf = (maxima: readonly (Decimal | null)[]): Decimal | null =>
  maxima.every((max) => max !== null) ? sum(maxima) : null;

export const mostlyNotApplicable: Rule = {
  code: 'CCHC120',
  alias: 'mostly-not-applicable',
  severity: 'note',
  title: 'Phần lớn bộ tiêu chí không áp dụng cho đơn vị',
  find: function* (context) {
    const { scoreSheet, settings } = context;
    const scored = scoreSheet.itemised ? scoreSheet.items.filter(isCounted) : [];
    let common: Decimal | null | undefined;
    for (const { unit, totals } of context.units) {
      const applicable = totals.awardedTotal?.max;
      if (applicable === undefined) continue;
      // One sum for all units without maxima of their own, computed only if a unit has a total.
      if (common === undefined) common = wholeOf(scored.map(({ max }) => max));
      const setMax = unit.max === null ? common : wholeOf(scored.map((item) => maxPointsOf(unit, item)));
      const share = setMax === null ? null : percentOf(applicable, setMax);
      if (setMax === null || !share) continue;
      const percent = roundRatio(share, 2);
      if (percent >= settings.applicableLine) continue;
      yield {
        at: [unit.at],
        unit,
        message:
          `${subject(unit, null)}: điểm tối đa áp dụng chỉ là ${shown(applicable)} ` +
          `trong ${shown(setMax)} của bộ tiêu chí ` +
          `(${shown(percent)}%, dưới ${shown(settings.applicableLine)}%), xin xem lại các tiêu chí ghi không đánh giá.`,
      };
    }
  },
};
