/** CCHC111 — the rest of a name in a row of its own; it is not an item. */
import type { Rule } from '../model/rule';
import { cell, subject } from './wording';

export const splitRow: Rule = {
  code: 'CCHC111',
  alias: 'split-row',
  severity: 'note',
  title: 'Tên tiêu chí bị tách sang dòng khác',
  find: function* ({ scoreSheet: { facts, items } }) {
    for (const fact of facts) {
      if (fact.kind !== 'split-row') continue;
      const item = items[fact.item];
      yield {
        at: [fact.at],
        ...(item ? { item } : {}),
        message:
          `${subject(null, item ?? null)}: phần còn lại của tên nằm ở ${cell(fact.at)} và được nối vào tiêu chí này, ` +
          'không tính là tiêu chí mới.',
      };
    }
  },
};
