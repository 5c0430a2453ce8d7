/**
 * CCHC302 — a maximum differs from the sum of its children, from the criteria set, or from the maximum that applies.
 */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf, treeDoubts } from './mistakes';

export const mismatchedMax: Rule = {
  code: 'CCHC302',
  alias: 'mismatched-max',
  severity: 'warning',
  title: 'Điểm tối đa không khớp',
  find: (context) => [
    ...treeDoubts(context, 'maximum'),
    ...brokenOf(context, ['maximum', 'applicable', 'laid-down']).map((broken) => findingOf(context, broken)),
  ],
};
