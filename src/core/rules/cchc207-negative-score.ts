/** CCHC207 — a score below zero; points outside the set have rows of their own. */
import type { Rule } from '../model/rule';
import { isScoredItem } from '../model/score-sheet';
import { mistakeAt, outOfBounds } from './mistakes';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, cell, plain, shown, subject } from './wording';

export const negativeScore: Rule = {
  code: 'CCHC207',
  alias: 'negative-score',
  severity: 'error',
  title: 'Điểm âm',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at } = odd;
      if (score.kind !== 'points' || score.points >= 0 || !isScoredItem(item)) continue;
      const mistake = mistakeAt(context, at);
      yield {
        ...severityOf(odd),
        at: [at],
        unit,
        item,
        actual: plain(score.points),
        message:
          `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)} ghi số âm ${shown(score.points)}; điểm của ` +
          'tiêu chí không nhỏ hơn 0.',
        ...(mistake ? outOfBounds(context, mistake, at) : {}),
      };
    }
  },
};
