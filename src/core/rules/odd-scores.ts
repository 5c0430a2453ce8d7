/**
 * The few scores of a sheet that are not plain points from 0 to the maximum or «không đánh giá»: found in one pass,
 * judged by several rules.
 */
import type { RuleContext } from '../model/rule';
import type { Address } from '../values/address';
import { addressOf, isScoredItem, type Item, type Score, type UnitScores } from '../model/score-sheet';
import { once } from '../values/once';
import { cellOfItem } from './wording';

export interface OddScore {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly role: 'self' | 'appraised';
  readonly score: Score;
  readonly at: Address;
  /** A scored item in the column that the index rests on. */
  readonly decides: boolean;
}

/** In unit, column, item order. */
export const oddScores = once((context: RuleContext): readonly OddScore[] => {
  const found: OddScore[] = [];
  const { items, units } = context.scoreSheet;
  const isParent = items.map((item) => !isScoredItem(item));
  // Parents are compared with the sum of their children, not with their maximum.
  const common = Float64Array.from(items, (item) => (isScoredItem(item) ? (item.max ?? Infinity) : Infinity));
  // Equal cells share one Score, and most units have an item's full points: the last plain one of each item is known by
  // sight.
  const plain: (Score | null)[] = items.map(() => null);
  for (const unit of units) {
    for (const role of ['self', 'appraised'] as const) {
      const scores = unit[role];
      if (!scores) continue;
      for (let index = 0; index < items.length; index++) {
        const score = scores[index];
        if (!score || (score === plain[index] && unit.max === null)) continue;
        if (unit.max === null && isPlain(score, common[index] ?? Infinity)) {
          plain[index] = score;
          continue;
        }
        const own = isParent[index] === true ? null : unit.max?.[index];
        if (isPlain(score, own ?? common[index] ?? Infinity)) continue;
        // A parent need not state its points.
        if (isParent[index] === true && (score.kind === 'notYetScored' || score.kind === 'ambiguous')) continue;
        const item = items[index];
        if (item) found.push(odd(context, unit, item, role, score));
      }
    }
  }
  return found;
});

const isPlain = (score: Score, max: number): boolean =>
  score.kind === 'points'
    ? score.points >= 0 && score.points <= max && score.repairs.length === 0 && score.of === null
    : score.kind === 'notApplicable';

const odd = (context: RuleContext, unit: UnitScores, item: Item, role: OddScore['role'], score: Score): OddScore => ({
  unit,
  item,
  role,
  score,
  at: addressOf(context.scoreSheet, unit, item, role) ?? cellOfItem(item),
  decides: isScoredItem(item) && unit.awardedRole === role,
});

/** A fault beside the numbers that count is worth a warning, not more. */
export const severityOf = ({ decides }: OddScore): { severity?: 'warning' } => (decides ? {} : { severity: 'warning' });
