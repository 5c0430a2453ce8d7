/**
 * CCHC302 — a maximum that is not the sum of its children, not the one of the criteria set, or not the one that
 * applies.
 */
import type { Rule } from '../model/rule';
import { maxima } from './max-equations';
import { plain, shown, subject } from './wording';

export const mismatchedMax: Rule = {
  code: 'CCHC302',
  alias: 'mismatched-max',
  severity: 'warning',
  title: 'Điểm tối đa không khớp',
  find: function* (context) {
    for (const { at, where, unit, item, stated, expected, because } of maxima(context)) {
      yield {
        at: at ? [at] : [],
        ...(unit ? { unit: unit.index } : {}),
        ...(item ? { item: item.index } : {}),
        expected: plain(expected),
        actual: plain(stated),
        message:
          `${unit || item ? subject(unit, item) : 'Toàn bảng'}: điểm tối đa ở ${where} ghi ${shown(stated)} nhưng ` +
          `${because} là ${shown(expected)}.`,
      };
    }
  },
};
