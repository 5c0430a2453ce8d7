/** CCHC206 — a score above the unit's maximum for the item. */
import type { Rule, RuleContext } from '../model/rule';
import { isScoredItem, maxPointsOf, type UnitScores } from '../model/score-sheet';
import { multiply, type Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';
import { isMended, isOnlyBounded, mistakeAt, outOfBounds } from './mistakes';
import { oddScores, severityOf, type OddScore } from './odd-scores';
import { ROLE_WORDS, plain, shown, subject } from './wording';

interface Above extends OddScore {
  readonly points: Decimal;
  readonly max: Decimal;
}

export const scoreAboveMax: Rule = {
  code: 'CCHC206',
  alias: 'score-above-max',
  severity: 'error',
  title: 'Điểm vượt điểm tối đa',
  find: function* (context) {
    const all = scoresAbove(context);
    const shifted = shiftedColumns(context, all);
    for (const above of all) {
      const { unit, item, role, points, max, at, where, isElsewhere } = above;
      const column = shifted.get(above);
      const mistake = isElsewhere || column ? undefined : mistakeAt(context, at);
      yield {
        ...severityOf(above),
        at: [at],
        unit,
        item,
        expected: plain(max),
        actual: plain(points),
        message:
          column?.[0] === above
            ? ofColumn(above, column.length)
            : `${subject(unit, item)}: ${ROLE_WORDS[role]} ${shown(points)} ở ` +
              `${where} vượt điểm tối đa ${shown(max)}` +
              (mistake && isOnlyBounded(mistake) ? `; bảng chỉ cho biết điểm đúng từ 0 đến ${shown(max)}.` : '.'),
        ...(mistake
          ? outOfBounds(context, mistake, at)
          : (column && column[0] !== above) || (!isElsewhere && isMended(context, at, max))
            ? { follows: true }
            : {}),
      };
    }
  },
};

function scoresAbove(context: RuleContext): Above[] {
  return oddScores(context).flatMap((odd): Above[] => {
    const { unit, item, score } = odd;
    if (score.kind !== 'points' || !isScoredItem(item)) return [];
    const max = score.of ?? maxPointsOf(unit, item);
    return max === null || score.points <= max ? [] : [{ ...odd, points: score.points, max }];
  });
}

const ofColumn = ({ unit, role, points, max, where }: Above, count: number): string =>
  `${unit.name}: ${ROLE_WORDS[role]} vượt điểm tối đa ở ${String(count)} tiêu chí, như ${shown(points)} ở ${where} ` +
  `trên tối đa ${shown(max)}; chia cho 10 thì không điểm nào vượt, nên nhiều khả năng cả cột mất dấu phẩy thập phân.`;

/** Fewer scores may each be a slip of their own. */
const FEWEST = 5;

/** Scores that are all ten times too large, by each of them: the decimal comma of a whole column was lost. */
function shiftedColumns(context: RuleContext, all: readonly Above[]): ReadonlyMap<Above, readonly Above[]> {
  const columns = [...groupsOf(all, ({ unit }) => unit).values()].flatMap((ofUnit) => [
    ...groupsOf(ofUnit, ({ role }) => role).values(),
  ]);
  const shifted = columns.filter((column) => {
    const [first] = column;
    return first !== undefined && column.length >= FEWEST && isShifted(context, first.unit, first.role, column.length);
  });
  return new Map(shifted.flatMap((column) => column.map((each) => [each, column] as const)));
}

/** At least half of the scores are above the maximum, and a tenth of none is. */
function isShifted(
  { scoreSheet: { items } }: RuleContext,
  unit: UnitScores,
  role: OddScore['role'],
  count: number,
): boolean {
  let scored = 0;
  for (const item of items) {
    const score = unit[role]?.[item.position];
    if (score?.kind !== 'points' || !isScoredItem(item) || score.points === 0) continue;
    const max = score.of ?? maxPointsOf(unit, item);
    if (max === null || score.points > multiply(max, 10)) return false;
    scored++;
  }
  return count * 2 >= scored;
}
