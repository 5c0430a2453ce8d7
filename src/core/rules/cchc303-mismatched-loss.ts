/** CCHC303 — a stated loss is not maximum − points; blank losses are not checked. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf } from './mistakes';

export const mismatchedLoss: Rule = {
  code: 'CCHC303',
  alias: 'mismatched-loss',
  severity: 'warning',
  title: 'Điểm bị trừ không khớp',
  find: (context) => brokenOf(context, ['loss']).map((broken) => findingOf(context, broken)),
};
