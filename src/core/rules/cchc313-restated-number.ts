/** CCHC313 — two tables of the workbook state the same number of the same unit differently. */
import type { Rule } from '../model/rule';
import { brokenOf, findingOf } from './mistakes';

export const restatedNumber: Rule = {
  code: 'CCHC313',
  alias: 'restated-number',
  severity: 'warning',
  title: 'Hai nơi ghi cùng một số khác nhau',
  find: (context) => brokenOf(context, ['elsewhere']).map((broken) => findingOf(context, broken)),
};
