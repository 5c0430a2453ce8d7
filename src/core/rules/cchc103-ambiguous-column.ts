/** CCHC103 — a header word that means two things, decided by what the cells hold. */
import type { Rule } from '../model/rule';
import { ROLE_WORDS, cell } from './wording';

const WORDS: Readonly<Record<string, string>> = {
  ...ROLE_WORDS,
  code: 'mã tiêu chí',
  name: 'nội dung tiêu chí',
  unit: 'tên đơn vị',
  points: 'điểm',
  total: 'tổng điểm',
  selfTotal: 'tổng điểm tự chấm',
  index: 'chỉ số',
  rating: 'xếp loại',
  rank: 'xếp hạng',
  change: 'tăng, giảm so với năm trước',
};

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
        message: `Tiêu đề «${header.replace(/\s+/g, ' ')}» ở ${cell(at)} có thể hiểu nhiều cách; được hiểu là ${WORDS[readAs] ?? readAs} vì ${because}.`,
      };
    }
  },
};
