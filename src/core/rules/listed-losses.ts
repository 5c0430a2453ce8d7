/** Areas whose loss differs from the sum of the losses written below them. */
import type { Address } from '../values/address';
import { tallyAt } from '../model/assessment';
import { roundTo, subtract, type Decimal } from '../values/decimal';
import { addressOf, itemsBelow, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { comparePoints } from '../relations/agreement';
import type { RuleContext } from '../model/rule';
import { once } from '../values/once';
import { cellOfItem } from './wording';

interface ListedLoss {
  readonly unit: UnitScores;
  readonly area: Item;
  readonly at: Address;
  readonly listed: Decimal;
  readonly lost: Decimal;
  /** Scored items that lost points but state no loss. */
  readonly unlisted: readonly Item[];
}

/** Only areas that list losses: the area itself or a row below it states one. */
export const listedLosses = once(({ scoreSheet, units }: RuleContext): readonly ListedLoss[] => {
  const found: ListedLoss[] = [];
  const areas = scoreSheet.itemised
    ? scoreSheet.items.filter((item) => item.parent < 0 && itemsBelow(scoreSheet.items, item).length > 0)
    : [];
  for (const {
    unit,
    totals: { awarded },
  } of units) {
    if (!unit.lost) continue;
    for (const area of areas) {
      const tally = tallyAt(awarded, area.position);
      const below = listedBelow(scoreSheet, unit, area);
      if (!tally || (below === null && (unit.lost[area.position] ?? null) === null)) continue;
      const lost = roundTo(subtract(tally.max, tally.points), 8);
      const listed = below ?? (0 as Decimal);
      if (comparePoints(listed, lost) !== 'different') continue;
      const silent = scoreSheet.items.filter((item) => {
        const { position, area: root } = item;
        const isLowest = itemsBelow(scoreSheet.items, item).length === 0;
        const rowTally =
          root === area.position && isLowest && (unit.lost?.[position] ?? null) === null
            ? tallyAt(awarded, position)
            : null;
        return rowTally !== null && rowTally.points < rowTally.max;
      });
      found.push({
        unit,
        area,
        at: addressOf(scoreSheet, unit, area, 'lost') ?? cellOfItem(area),
        listed,
        lost,
        unlisted: silent,
      });
    }
  }
  return found;
});

/** The sum of the losses in the deepest rows that state one; null if no row does. */
function listedBelow(sheet: ScoreSheet, unit: UnitScores, item: Item): Decimal | null {
  let total: number | null = null;
  for (const child of itemsBelow(sheet.items, item)) {
    const listed = listedBelow(sheet, unit, child) ?? unit.lost?.[child.position]?.value ?? null;
    if (listed !== null) total = (total ?? 0) + listed;
  }
  return total === null || total > Number.MAX_SAFE_INTEGER ? null : roundTo(total as Decimal, 8);
}
