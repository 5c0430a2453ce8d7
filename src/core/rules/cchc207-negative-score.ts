/** CCHC207 — a score below zero; points outside the set have rows of their own. */
import type { Rule } from '../model/rule';
import { addressOf, isScoredItem } from '../model/score-sheet';
import { ROLE_WORDS, cell, counts, placeOf, plain, scoreRoles, scoresIn, shown, subject } from './wording';

export const negativeScore: Rule = {
  code: 'CCHC207',
  alias: 'negative-score',
  severity: 'error',
  title: 'Điểm âm',
  find: function* ({ scoreSheet }) {
    const scored = scoreSheet.items.filter(isScoredItem);
    for (const unit of scoreSheet.units) {
      for (const role of scoreRoles(unit)) {
        const scores = scoresIn(unit, role);
        for (const item of scored) {
          const score = scores[item.index];
          if (score?.kind !== 'points' || score.points >= 0) continue;
          const at = addressOf(scoreSheet, unit, item, role) ?? placeOf(item);
          yield {
            ...(counts(unit, role) ? {} : { severity: 'warning' as const }),
            at: [at],
            unit: unit.index,
            item: item.index,
            actual: plain(score.points),
            message: `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)} ghi số âm ${shown(score.points)}; điểm của tiêu chí không nhỏ hơn 0.`,
          };
        }
      }
    }
  },
};
