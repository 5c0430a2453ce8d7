/** Items of the set over several units, also where each unit has its own sheet, and who lost points there. */
import { tallyAt } from '../model/assessment';
import type { Deduction } from '../model/deduction';
import { isInSurvey, type Item } from '../model/score-sheet';
import { itemsOf, sharedItems, type Subject } from './subjects';

export interface CommonItem {
  readonly item: Item;
  /** The first unit that has it: its sheet names the item. */
  readonly subject: Subject;
  /** The same in every sheet. */
  readonly key: number;
  readonly parent: number | null;
  /** Units that the item applies to. */
  readonly applies: readonly Subject[];
  readonly losses: readonly CommonLoss[];
  /** Units that lost points here last year as well. */
  readonly again: readonly Subject[];
  /** Every unit has a known score. */
  readonly isKnown: boolean;
}

export interface CommonLoss {
  readonly subject: Subject;
  /** Null for a criterion that is the sum of its parts. */
  readonly deduction: Deduction | null;
}

/** Every unit that it applies to has all of its points. */
export const isFull = ({ isKnown, losses }: CommonItem): boolean => isKnown && losses.length === 0;

type Draft = Pick<CommonItem, 'item' | 'subject' | 'key' | 'parent'> & {
  applies: Subject[];
  losses: CommonLoss[];
  again: Subject[];
  isKnown: boolean;
};

/** In the set's order; the same item in several sheets is one. What applies to nobody, and surveys, are left out. */
export function commonItems(subjects: readonly Subject[]): CommonItem[] {
  const found = new Map<number, Draft>();
  const numbersOf = sharedItems(subjects);
  for (const subject of subjects) {
    const numbers = numbersOf(subject);
    const deductions = new Map(subject.deductions.map((each) => [each.item, each]));
    const items = itemsOf(subject);
    for (const item of items) {
      if (isInSurvey(items, item)) continue;
      const key = numbers[item.index] ?? -1;
      const parent = numbers[item.parent] ?? null;
      const nothing: Draft = { item, subject, key, parent, applies: [], losses: [], again: [], isKnown: true };
      const common = found.get(key) ?? nothing;
      found.set(key, common);
      const tally = tallyAt(subject.result.totals.awarded, item.index);
      if (!tally) common.isKnown = false;
      if (!tally || tally.max === 0) continue;
      common.applies.push(subject);
      // More than the maximum is a fault of the sheet, and no strength.
      if (tally.points > tally.max) common.isKnown = false;
      if (tally.points < tally.max) common.losses.push({ subject, deduction: deductions.get(item) ?? null });
      if (subject.change?.losses.some((each) => each.item === item && each.recurs)) common.again.push(subject);
    }
  }
  return [...found.values()].filter(({ applies }) => applies.length > 0);
}
