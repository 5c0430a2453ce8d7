/** CCHC103 — a header word that means two things, decided by what the cells hold. */
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
