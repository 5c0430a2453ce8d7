/** CCHC305 — a stated percentage of an item is not points ÷ maximum. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf } from './mistakes';

export const mismatchedPercent: Rule = {
  code: 'CCHC305',
  alias: 'mismatched-percent',
  severity: 'warning',
  title: 'Tỷ lệ % không khớp',
  find: (context) => brokenOf(context, ['percent']).map((broken) => findingOf(context, broken)),
};
