/** CCHC203 — a bare mark as a score; only the officer or a setting can tell what it means. */
import type { Rule } from '../model/rule';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, subject } from './wording';

export const ambiguousMark: Rule = {
  code: 'CCHC203',
  alias: 'ambiguous-mark',
  severity: 'error',
  title: 'Dấu không rõ nghĩa ở ô điểm',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at, where } = odd;
      if (score.kind !== 'ambiguous') continue;
      yield {
        ...severityOf(odd),
        at: [at],
        unit,
        item,
        actual: score.text,
        message:
          `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${where} ghi dấu «${score.text}»; cần cho biết dấu này ` +
          'là không đánh giá, chưa chấm hay 0 điểm.',
      };
    }
  },
};
