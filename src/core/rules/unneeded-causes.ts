/** Causes given where nothing was lost: in the cause column, or in a line of the causes sheet. */
import { cellKey, type Address } from '../values/address';
import { tallyAt } from '../model/assessment';
import type { Decimal } from '../values/decimal';
import { textAt } from '../model/grid';
import { matchCauses } from '../matching/match-causes';
import { mergedCells } from '../model/merged-cells';
import type { RuleContext } from '../model/rule';
import { addressOf, type Item, type UnitScores } from '../model/score-sheet';
import { cell, placeOf } from './wording';

export interface UnneededCause {
  readonly at: Address;
  readonly item: Item;
  readonly points: Decimal;
  readonly max: Decimal;
  /** «ô F7» or the line of the causes sheet. */
  readonly where: string;
}

/** Dashes and dots fill a cell, they give no cause. */
const SAYS_NOTHING = /^[\s\p{P}\p{S}]*$/u;

export function* unneeded(context: RuleContext): Generator<[UnitScores, UnneededCause[]]> {
  const { scoreSheet, causes } = context;
  const columns = new Set([...scoreSheet.units, ...scoreSheet.items].flatMap(({ columns: own }) => own.cause ?? []));
  const merged = columns.size > 0 ? mergedCells(scoreSheet, columns) : null;
  const lines = causes.length > 0 ? matchCauses(scoreSheet, causes) : null;
  for (const unit of scoreSheet.units) {
    const found: UnneededCause[] = [];
    const seen = new Set<number>();
    const full = (item: Item): { points: Decimal; max: Decimal } | null => {
      const tally = tallyAt(context.units[unit.index]?.totals.awarded ?? null, item.index);
      return tally && tally.max > 0 && tally.points >= tally.max ? tally : null;
    };
    for (const item of merged ? scoreSheet.items : []) {
      const at = addressOf(scoreSheet, unit, item, 'cause');
      // A merged text speaks for several rows, one of which may have lost points.
      if (
        !at ||
        merged?.has(cellKey(at.row, at.column)) === true ||
        SAYS_NOTHING.test(textAt(scoreSheet.grid, at.row, at.column))
      )
        continue;
      const tally = full(item);
      if (tally) found.push({ at, item, ...tally, where: cell(at) });
      seen.add(item.index);
    }
    for (const { item: index, line } of lines?.get(unit.index) ?? []) {
      const item = scoreSheet.items[index ?? -1];
      const tally = item && !seen.has(item.index) ? full(item) : null;
      if (!item || !tally || SAYS_NOTHING.test(line.cause ?? '')) continue;
      seen.add(item.index);
      found.push({
        at: addressOf(scoreSheet, unit, item, unit.awardedRole) ?? placeOf(item),
        item,
        ...tally,
        where: `trang tính «${line.sheet}» ${cell(line.at)}`,
      });
    }
    if (found.length > 0) yield [unit, found];
  }
}
