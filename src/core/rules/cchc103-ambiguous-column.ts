/** CCHC103 — a heading with two possible meanings, resolved by the contents of the cells. */
import type { Rule } from '../model/rule';
import { COLUMN_ROLE_LABELS } from '../model/column-role';
import { cell } from './wording';

export const ambiguousColumn: Rule = {
  code: 'CCHC103',
  alias: 'ambiguous-column',
  severity: 'warning',
  title: 'Cột có thể hiểu hai cách',
  find: function* ({ scoreSheet: { facts } }) {
    for (const fact of facts) {
      if (fact.kind !== 'ambiguous-column') continue;
      const { at, header, readAs, because } = fact;
      yield {
        at: [at],
        message:
          `Tiêu đề «${header.replace(/\s+/g, ' ')}» ở ${cell(at)} có thể hiểu nhiều cách; được hiểu là ` +
          `${COLUMN_ROLE_LABELS[readAs]} vì ${because}.`,
      };
    }
  },
};
