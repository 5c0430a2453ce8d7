/** CCHC301 — a parent's stated points are not the sum of its children. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf, treeDoubts } from './mistakes';

export const mismatchedSubtotal: Rule = {
  code: 'CCHC301',
  alias: 'mismatched-subtotal',
  severity: 'warning',
  title: 'Điểm của tiêu chí cha khác tổng tiêu chí con',
  find: (context) => [
    ...treeDoubts(context, 'subtotal'),
    ...brokenOf(context, ['subtotal']).map((broken) => findingOf(context, broken)),
  ],
};
