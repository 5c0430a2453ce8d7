/** CCHC206 — a score above the unit's maximum for the item. */
import type { Rule } from '../model/rule';
import { isScoredItem, maxPointsOf } from '../model/score-sheet';
import { isMended, isOnlyBounded, mistakeAt, outOfBounds } from './mistakes';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, plain, shown, subject } from './wording';

export const scoreAboveMax: Rule = {
  code: 'CCHC206',
  alias: 'score-above-max',
  severity: 'error',
  title: 'Điểm vượt điểm tối đa',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at, where, isElsewhere } = odd;
      if (score.kind !== 'points' || !isScoredItem(item)) continue;
      const max = score.of ?? maxPointsOf(unit, item);
      if (max === null || score.points <= max) continue;
      const mistake = isElsewhere ? undefined : mistakeAt(context, at);
      yield {
        ...severityOf(odd),
        at: [at],
        unit,
        item,
        expected: plain(max),
        actual: plain(score.points),
        message:
          `${subject(unit, item)}: ${ROLE_WORDS[role]} ${shown(score.points)} ở ` +
          `${where} vượt điểm tối đa ${shown(max)}` +
          (mistake && isOnlyBounded(mistake) ? `; bảng chỉ cho biết điểm đúng từ 0 đến ${shown(max)}.` : '.'),
        ...(mistake
          ? outOfBounds(context, mistake, at)
          : !isElsewhere && isMended(context, at, max)
            ? { follows: true }
            : {}),
      };
    }
  },
};
