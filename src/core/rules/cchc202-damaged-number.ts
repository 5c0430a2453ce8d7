/** CCHC202 — a score that is not a number, or a number with a footnote mark attached. */
import type { Rule } from '../model/rule';
import type { Suggestion } from '../model/diagnostic';
import { maxPointsOf, textIn } from '../model/score-sheet';
import type { Address } from '../values/address';
import { likelyPoints } from './likely-points';
import { oddScores, severityOf, type OddScore } from './odd-scores';
import { ROLE_WORDS, cell, plain, shown, subject } from './wording';

/** Suggests the likely reading of the cell, if there is one. */
function suggestLikely({ unit, item, score }: OddScore, at: Address): { suggestions?: Suggestion[] } {
  const likely = 'text' in score ? likelyPoints(score.text, maxPointsOf(unit, item)) : null;
  return likely ? { suggestions: [{ at, value: plain(likely.points), why: likely.why }] } : {};
}

export const damagedNumber: Rule = {
  code: 'CCHC202',
  alias: 'damaged-number',
  severity: 'error',
  title: 'Ô điểm không đọc được thành số',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at, isElsewhere } = odd;
      const where = `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${odd.where}`;
      if (score.kind === 'damaged' && score.problem === 'number') {
        yield {
          ...severityOf(odd),
          at: [at],
          unit,
          item,
          actual: score.text,
          message: `${where} ghi «${score.text}», không phải là số.`,
          ...(isElsewhere ? {} : suggestLikely(odd, at)),
        };
      } else if (!isElsewhere && score.kind === 'points' && score.repairs.includes('footnote')) {
        const text = textIn(context.scoreSheet, at);
        const why = `bỏ dấu chú thích sau số ${shown(score.points)}`;
        yield {
          severity: 'warning',
          at: [at],
          unit,
          item,
          expected: plain(score.points),
          actual: text,
          message: `${where} ghi «${text}», được đọc là ${shown(score.points)} kèm dấu chú thích.`,
          suggestions: [{ at, value: plain(score.points), why }],
        };
      }
    }
    for (const unit of context.scoreSheet.units) {
      for (const { at, text, value, isBlank } of [...unit.bonus, ...unit.penalty]) {
        if (isBlank || value !== null) continue;
        yield {
          at: [at],
          unit,
          actual: text,
          message: `${subject(unit, null)}: điểm cộng hoặc điểm trừ ở ${cell(at)} ghi «${text}», không phải là số.`,
        };
      }
    }
  },
};
