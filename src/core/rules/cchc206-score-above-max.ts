/** CCHC206 — a score higher than the item allows this unit. */
import type { Decimal } from '../model/decimal';
import type { Rule } from '../model/rule';
import { addressOf, isScoredItem, maxPointsOf, type Item, type Score, type UnitScores } from '../model/score-sheet';
import { ROLE_WORDS, cell, counts, placeOf, plain, scoreRoles, scoresIn, shown, subject } from './wording';

const allowed = (unit: UnitScores, item: Item, score: Score | undefined): Decimal | null => (score?.kind === 'points' ? (score.of ?? maxPointsOf(unit, item)) : null);

/** Plain functions go through the scores: a generator's own loop made 30 MB of iterator results on a national sheet. */
function isAbove(unit: UnitScores, item: Item, score: Score | undefined): boolean {
  const max = allowed(unit, item, score);
  return max !== null && score?.kind === 'points' && score.points > max;
}

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
        for (const item of scored.filter((each) => isAbove(unit, each, scores[each.index]))) {
          const score = scores[item.index];
          const max = allowed(unit, item, score);
          if (score?.kind !== 'points' || max === null) continue;
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
