/** CCHC107 — a code that Excel turned into a number or a date, with the code that it is read as. */
import type { Rule } from '../model/rule';
import { cell } from './wording';

export const damagedCode: Rule = {
  code: 'CCHC107',
  alias: 'damaged-code',
  severity: 'warning',
  title: 'Mã tiêu chí bị Excel đổi',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'damaged-code') continue;
      const { at, stated, repaired } = fact;
      yield {
        at: [at],
        expected: repaired,
        actual: stated,
        message: `Mã ở ${cell(at)} ghi ${stated}; theo các mã đứng cạnh, được đọc là ${repaired}.`,
      };
    }
  },
};
