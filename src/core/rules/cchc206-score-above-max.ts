/** CCHC206 — a score higher than the item allows this unit. */
import type { Rule } from '../model/rule';
import { addressOf, isScoredItem, maxPointsOf } from '../model/score-sheet';
import { ROLE_WORDS, cell, counts, placeOf, plain, scoreRoles, scoresIn, shown, subject } from './wording';

export const scoreAboveMax: Rule = {
  code: 'CCHC206',
  alias: 'score-above-max',
  severity: 'error',
  title: 'Điểm vượt điểm tối đa',
  find: function* ({ scoreSheet }) {
    const scored = scoreSheet.items.filter(isScoredItem);
    for (const unit of scoreSheet.units) {
      for (const role of scoreRoles(unit)) {
        const scores = scoresIn(unit, role);
        for (const item of scored) {
          const score = scores[item.index];
          if (score?.kind !== 'points') continue;
          const max = score.of ?? maxPointsOf(unit, item);
          if (max === null || score.points <= max) continue;
          const at = addressOf(scoreSheet, unit, item, role) ?? placeOf(item);
          yield {
            ...(counts(unit, role) ? {} : { severity: 'warning' as const }),
            at: [at],
            unit: unit.index,
            item: item.index,
            expected: plain(max),
            actual: plain(score.points),
            message: `${subject(unit, item)}: ${ROLE_WORDS[role]} ${shown(score.points)} ở ${cell(at)} vượt điểm tối đa ${shown(max)}.`,
          };
        }
      }
    }
  },
};
