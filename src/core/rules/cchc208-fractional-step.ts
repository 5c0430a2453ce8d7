/** CCHC208 — a score that is not a multiple of the step laid down in the settings or the criteria set. */
import type { Rule } from '../model/rule';
import { addressOf, isScoredItem } from '../model/score-sheet';
import { stepsLaidDown } from '../matching/match-criteria';
import { ROLE_WORDS, cell, cellOfItem, plain, scoreRoles, scoresIn, shown, subject } from './wording';

export const fractionalStep: Rule = {
  code: 'CCHC208',
  alias: 'fractional-step',
  severity: 'warning',
  title: 'Điểm lẻ so với bước điểm quy định',
  find: function* (context) {
    const { scoreSheet, settings } = context;
    const steps = stepsLaidDown(context);
    const scored = scoreSheet.items.filter((item) => isScoredItem(item) && (steps.get(item) ?? settings.step ?? 0) > 0);
    if (scored.length === 0) return;
    for (const unit of scoreSheet.units) {
      for (const role of scoreRoles(unit)) {
        const scores = scoresIn(unit, role);
        for (const item of scored) {
          const score = scores[item.position];
          const step = steps.get(item) ?? settings.step;
          if (score?.kind !== 'points' || step === null || score.points % step === 0) continue;
          const at = addressOf(scoreSheet, unit, item, role) ?? cellOfItem(item);
          yield {
            at: [at],
            unit,
            item,
            actual: plain(score.points),
            message:
              `${subject(unit, item)}: ${ROLE_WORDS[role]} ${shown(score.points)} ở ${cell(at)} không chia hết cho ` +
              `bước điểm ${shown(step)}.`,
          };
        }
      }
    }
  },
};
