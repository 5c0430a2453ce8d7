/**
 * Matches the items of several units, also when each unit has its own sheet, and lists the units that lost points on
 * each item.
 */
import { tallyAt } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { isInSurvey, type Item } from '../model/score-sheet';
import { itemsOf, sharedItems, type Subject } from './subjects';

export interface CommonItem {
  readonly item: Item;
  /** The first unit that has the item; the item's name comes from its sheet. */
  readonly subject: Subject;
  /** The item's number, the same in every sheet. */
  readonly key: number;
  readonly parent: number | null;
  /** Units that the item applies to. */
  readonly applicableTo: readonly Subject[];
  readonly losses: readonly CommonLoss[];
  /** Units that also lost points on this item last year. */
  readonly again: readonly Subject[];
  /** Whether every unit has a known score for the item. */
  readonly isKnown: boolean;
}

export interface CommonLoss {
  readonly subject: Subject;
  /** Null for a criterion that is the sum of its parts. */
  readonly deduction: Deduction | null;
}

/** Whether every unit that the item applies to has its full points. */
export const isFull = ({ isKnown, losses }: CommonItem): boolean => isKnown && losses.length === 0;

type Draft = Pick<CommonItem, 'item' | 'subject' | 'key' | 'parent'> & {
  applicableTo: Subject[];
  losses: CommonLoss[];
  again: Subject[];
  isKnown: boolean;
};

/**
 * All items in the order of the set; an item that occurs in several sheets is listed once. Survey items and items that
 * apply to no unit are left out; an item whose points are unknown stays, because its parts may be known.
 */
export function commonItems(subjects: readonly Subject[]): CommonItem[] {
  const found = new Map<number, Draft>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const numbers = numbersOf(subject);
    const deductions = new Map(subject.deductions.map((each) => [each.item, each]));
    const items = itemsOf(subject);
    for (const item of items) {
      if (isInSurvey(items, item)) continue;
      const key = numbers[item.position] ?? -1;
      const parent = numbers[item.parent] ?? null;
      const nothing: Draft = { item, subject, key, parent, applicableTo: [], losses: [], again: [], isKnown: true };
      const common = found.get(key) ?? nothing;
      found.set(key, common);
      const tally = tallyAt(subject.result.totals.awarded, item.position);
      if (!tally) common.isKnown = false;
      if (!tally || tally.max === 0) continue;
      common.applicableTo.push(subject);
      // Points above the maximum are a fault of the sheet, not a strength.
      if (tally.points > tally.max) common.isKnown = false;
      if (tally.points < tally.max) common.losses.push({ subject, deduction: deductions.get(item) ?? null });
      if (subject.change?.losses.some((each) => each.item === item && each.recurs)) common.again.push(subject);
    }
  }
  return [...found.values()].filter(({ applicableTo, isKnown }) => applicableTo.length > 0 || !isKnown);
}
