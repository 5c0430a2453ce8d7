/** CCHC202 — a score that is no number, or one with a footnote mark glued to it. */
import type { Rule } from '../model/rule';
import { textIn } from '../model/score-sheet';
import { oddScores, severityOf } from './odd-scores';
import { ROLE_WORDS, cell, plain, shown, subject } from './wording';

export const damagedNumber: Rule = {
  code: 'CCHC202',
  alias: 'damaged-number',
  severity: 'error',
  title: 'Ô điểm không đọc được thành số',
  find: function* (context) {
    for (const odd of oddScores(context)) {
      const { unit, item, role, score, at } = odd;
      const where = `${subject(unit, item)}: ${ROLE_WORDS[role]} ở ${cell(at)}`;
      if (score.kind === 'damaged' && score.problem === 'number') {
        yield {
          ...severityOf(odd),
          at: [at],
          unit: unit.index,
          item: item.index,
          actual: score.text,
          message: `${where} ghi «${score.text}», không phải là số.`,
        };
      } else if (score.kind === 'points' && score.repairs.includes('footnote')) {
        const text = textIn(context.scoreSheet, at);
        const why = `bỏ dấu chú thích sau số ${shown(score.points)}`;
        yield {
          severity: 'warning',
          at: [at],
          unit: unit.index,
          item: item.index,
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
          unit: unit.index,
          actual: text,
          message: `${subject(unit, null)}: điểm cộng hoặc điểm trừ ở ${cell(at)} ghi «${text}», không phải là số.`,
        };
      }
    }
  },
};
