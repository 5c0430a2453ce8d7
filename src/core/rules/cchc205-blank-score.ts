/** CCHC205 — a score that is blank or «chưa chấm»; a unit without any score gives one finding. */
import type { Rule, RuleContext } from '../model/rule';
import { isScoredItem, type UnitScores } from '../model/score-sheet';
import { oddScores, severityOf, type OddScore } from './odd-scores';
import { ROLE_WORDS, cell, subject } from './wording';

/** Blank scores by unit and column; items with a maximum of 0 do not apply and are left out. */
function blanksByUnit(context: RuleContext): [UnitScores, OddScore[]][] {
  const groups: [UnitScores, OddScore[]][] = [];
  for (const odd of oddScores(context)) {
    const { unit, item, role, score } = odd;
    if (score.kind !== 'notYetScored' || (unit.max?.[item.position] ?? item.max) === 0) continue;
    const [last, blanks] = groups.at(-1) ?? [];
    if (last === unit && blanks?.[0]?.role === role) blanks.push(odd);
    else groups.push([unit, [odd]]);
  }
  return groups;
}

const isWholeColumn = (
  { scoreSheet: { items } }: RuleContext,
  unit: UnitScores,
  blanks: readonly OddScore[],
): boolean =>
  blanks.length === items.filter((item) => isScoredItem(item) && (unit.max?.[item.position] ?? item.max) !== 0).length;

export const blankScore: Rule = {
  code: 'CCHC205',
  alias: 'blank-score',
  severity: 'error',
  title: 'Chưa chấm điểm',
  find: function* (context) {
    for (const [unit, odd] of blanksByUnit(context)) {
      const [first] = odd;
      if (!first) continue;
      const { role, decides } = first;
      if (isWholeColumn(context, unit, odd)) {
        // A unit without any self-score is not reported: its appraised points count.
        if (decides)
          yield {
            at: [unit.at],
            unit,
            message: `${subject(unit, null)} có tên trong bảng nhưng chưa chấm điểm tiêu chí nào, nên chưa có chỉ số.`,
          };
        continue;
      }
      for (const blank of odd) {
        const finding =
          blank.score.kind === 'notYetScored' && blank.score.text !== '' ? `ghi «${blank.score.text}»` : 'còn trống';
        const so = decides ? ', nên chưa có chỉ số (trống không phải là 0 điểm)' : '';
        yield {
          ...severityOf(blank),
          at: [blank.at],
          unit,
          item: blank.item,
          message: `${subject(unit, blank.item)}: ${ROLE_WORDS[role]} ở ${cell(blank.at)} ${finding}${so}.`,
        };
      }
    }
  },
};
