/**
 * The few scores of a sheet that are not plain points from 0 to the maximum or «không đánh giá», found in one pass for
 * several rules.
 */
import type { RuleContext } from '../model/rule';
import type { Address } from '../values/address';
import {
  addressOf,
  isScoredItem,
  placeOf,
  type Item,
  type Score,
  type ScoreSheet,
  type UnitScores,
} from '../model/score-sheet';
import { once } from '../values/once';
import { cell, cellOfItem } from './wording';

export interface OddScore {
  readonly unit: UnitScores;
  readonly item: Item;
  readonly role: 'self' | 'appraised';
  readonly score: Score;
  /** The cell of the score, or of the item where the score stands on the sheet of self-scores. */
  readonly at: Address;
  /** The cell of the score in words. */
  readonly where: string;
  readonly isElsewhere: boolean;
  /** True for a scored item in the column that the index is computed from. */
  readonly decides: boolean;
}

/** In unit, column, item order. */
export const oddScores = ({ scoreSheet }: RuleContext): readonly OddScore[] => oddIn(scoreSheet);

const oddIn = once((sheet: ScoreSheet): readonly OddScore[] => {
  const { items, units } = sheet;
  const isParent = items.map((item) => !isScoredItem(item));
  // Parents are compared with the sum of their children, not with their maximum.
  const common = Float64Array.from(items, (item) => (isScoredItem(item) ? (item.max ?? Infinity) : Infinity));
  const found: OddScore[] = [];
  for (const unit of units) {
    // A typed array: in a mixed array every number would be boxed, a million times.
    const most = unit.max === null ? common : Float64Array.from(common, ownMost(unit.max, isParent));
    for (const role of ['self', 'appraised'] as const) {
      for (const { score, position } of oddPositions(unit[role] ?? [], most)) {
        const item = items[position];
        // A parent does not have to state its points.
        const isUnstated = isParent[position] === true && (score.kind === 'notYetScored' || score.kind === 'ambiguous');
        if (item && !isUnstated) found.push(odd(sheet, unit, item, role, score));
      }
    }
  }
  return found;
});

const NONE: readonly { readonly score: Score; readonly position: number }[] = [];

function oddPositions(scores: readonly Score[], most: Float64Array): typeof NONE {
  let found: { readonly score: Score; readonly position: number }[] | null = null;
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position];
    if (!score || score.kind === 'notApplicable') continue;
    if (score.kind === 'points' && score.repairs.length === 0 && score.of === null) {
      const { points } = score;
      if (points >= 0 && points <= (most[position] ?? Infinity)) continue;
    }
    (found ??= []).push({ score, position });
  }
  return found ?? NONE;
}

/** The unit's own maximum of a scored item, else the common one. */
const ownMost =
  (max: NonNullable<UnitScores['max']>, isParent: readonly boolean[]) =>
  (common: number, position: number): number =>
    (isParent[position] === true ? null : max[position]) ?? common;

function odd(sheet: ScoreSheet, unit: UnitScores, item: Item, role: OddScore['role'], score: Score): OddScore {
  const here = addressOf(sheet, unit, item, role);
  const there = here === null && role === 'self' ? cellOfSelf(sheet, unit, item) : null;
  const at = here ?? cellOfItem(item);
  const decides = isScoredItem(item) && unit.awardedRole === role;
  return { unit, item, role, score, at, where: there ?? cell(at), isElsewhere: there !== null, decides };
}

/** The cell of a self-score that stands on a sheet of its own. */
function cellOfSelf({ selfSheet }: ScoreSheet, unit: UnitScores, item: Item): string | null {
  const [claiming, claimed] = [selfSheet?.units[unit.position], selfSheet?.table.items[item.position]];
  const at =
    selfSheet && claiming && claimed ? addressOf(selfSheet.table, claiming, claimed, claiming.awardedRole) : null;
  if (!selfSheet || at === null) return null;
  const place = placeOf(selfSheet.table, at);
  return `${cell(place.at)} của trang tính «${place.sheet}»`;
}

/** A fault in a score that does not count is only a warning. */
export const severityOf = ({ decides }: OddScore): { severity?: 'warning' } => (decides ? {} : { severity: 'warning' });
