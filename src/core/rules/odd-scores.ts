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
  const { items, units } = context.scoreSheet;
  const isParent = items.map((item) => !isScoredItem(item));
  // Parents are compared with the sum of their children, not with their maximum.
  const common = Float64Array.from(items, (item) => (isScoredItem(item) ? (item.max ?? Infinity) : Infinity));
  return units.flatMap((unit) => {
    // An array of numbers alone: mixed with others each would be put into an object first, a million times.
    const most = unit.max === null ? common : Float64Array.from(common, ownMost(unit.max, isParent));
    return (['self', 'appraised'] as const).flatMap((role) =>
      oddPositions(unit[role] ?? [], most).flatMap(({ score, index }) => {
        const item = items[index];
        // A parent need not state its points.
        const isUnstated = isParent[index] === true && (score.kind === 'notYetScored' || score.kind === 'ambiguous');
        return item && !isUnstated ? [odd(context, unit, item, role, score)] : [];
      }),
    );
  });
});

const NONE: readonly { readonly score: Score; readonly index: number }[] = [];

function oddPositions(scores: readonly Score[], most: Float64Array): typeof NONE {
  let found = NONE;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index];
    if (!score || score.kind === 'notApplicable') continue;
    if (score.kind === 'points' && score.repairs.length === 0 && score.of === null) {
      const { points } = score;
      if (points >= 0 && points <= (most[index] ?? Infinity)) continue;
    }
    found = [...found, { score, index }];
  }
  return found;
}

/** The unit's own maximum of a scored item before the common one. */
const ownMost =
  (max: NonNullable<UnitScores['max']>, isParent: readonly boolean[]) =>
  (common: number, index: number): number =>
    (isParent[index] === true ? null : max[index]) ?? common;

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
