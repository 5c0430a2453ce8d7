/** CCHC204 — an error value or a date where a score is expected. */
import type { Rule } from '../model/rule';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, cell, subject } from './wording';

export const cellError: Rule = {
  code: 'CCHC204',
  alias: 'cell-error',
  severity: 'error',
  title: 'Ô điểm bị lỗi công thức hoặc thành ngày tháng',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at } = odd;
      if (score.kind !== 'damaged' || score.problem === 'number') continue;
      const fault =
        score.problem === 'error'
          ? `báo lỗi ${score.text}`
          : 'là ngày tháng chứ không phải điểm (có thể Excel đã đổi một phân số như 5/7 thành ngày)';
      yield {
        ...severityOf(odd),
        at: [at],
        unit,
        item,
        actual: score.text,
        message: `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)} ${fault}.`,
      };
    }
  },
};
