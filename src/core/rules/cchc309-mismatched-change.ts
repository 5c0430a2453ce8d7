/** CCHC309 — a stated year-on-year change is not the difference of the two percentages beside it. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf } from './mistakes';

export const mismatchedChange: Rule = {
  code: 'CCHC309',
  alias: 'mismatched-change',
  severity: 'warning',
  title: 'Mức tăng, giảm so với năm trước không khớp',
  find: (context) => brokenOf(context, ['change']).map((broken) => findingOf(context, broken)),
};
