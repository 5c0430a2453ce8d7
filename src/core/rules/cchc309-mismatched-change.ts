/** CCHC309 — a stated year-on-year change is not the difference of the two percentages beside it. */
import type { Rule } from '../model/rule';
import { placesOf, roundTo, subtract } from '../values/decimal';
import { cell, plain, shown, subject } from './wording';

export const mismatchedChange: Rule = {
  code: 'CCHC309',
  alias: 'mismatched-change',
  severity: 'warning',
  title: 'Mức tăng, giảm so với năm trước không khớp',
  find: function* ({ scoreSheet: { facts, items, units } }) {
    for (const fact of facts) {
      if (fact.kind !== 'stated-change') continue;
      const { at, before, after, change } = fact;
      const exact = subtract(after, before);
      const expected = roundTo(exact, Math.max(placesOf(change), 1));
      if (change === expected || change === roundTo(exact, 2)) continue;
      const unit = fact.unit === null ? null : (units[fact.unit] ?? null);
      const item = fact.item === null ? null : (items[fact.item] ?? null);
      yield {
        at: [at],
        ...(unit ? { unit: unit.index } : {}),
        ...(item ? { item: item.index } : {}),
        expected: plain(expected),
        actual: plain(change),
        message:
          `${subject(unit, item)}: mức tăng, giảm ở ${cell(at)} ghi ${shown(change)} nhưng ${shown(after)} − ` +
          `${shown(before)} = ${shown(expected)} điểm phần trăm.`,
        suggestions: [{ at, value: plain(expected), why: `lấy ${shown(after)} trừ ${shown(before)}` }],
      };
    }
  },
};
