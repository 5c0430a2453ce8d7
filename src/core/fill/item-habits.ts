/** How this sheet writes losses and percentages, learned from the cells that are filled already. */
import { addressOfKey, keyOf } from '../values/address';
import { placesOf } from '../values/decimal';
import { isBlank } from '../model/grid';
import { addressOf, awardedScores } from '../model/score-sheet';
import { cellValue, type PlanContext } from './plan-context';

export interface ItemHabits {
  /** Losses are written below zero: «-0,25». */
  readonly isLossNegative: boolean;
  /** A nought is written where nothing was lost; else the cell is left blank. */
  readonly showsNoLoss: boolean;
  readonly percentPlaces: number;
  /** Columns whose cells are shown as percentages, so that 0.8333 is meant. */
  readonly fractionColumns: ReadonlySet<number>;
}

/** A habit shows in the first few hundred cells. */
const ENOUGH = 500;

export function itemHabits(context: PlanContext): ItemHabits {
  const { sheet, assessment, grid } = context;
  let [below, above, noughts, places] = [0, 0, 0, -1];
  for (const unit of sheet.units) {
    if (below + above >= ENOUGH) break;
    if (unit.lost === null && unit.percent === null) continue;
    const scores = awardedScores(unit);
    for (const item of sheet.items) {
      const at = addressOf(sheet, unit, item, 'lost');
      const value = at ? cellValue(context, at) : null;
      if (value !== null && !isBlank(value)) {
        if (typeof value === 'number' ? value < 0 : typeof value === 'string' && /^\s*[-–−]\s*\d/.test(value)) below++;
        else if (value === 0 || value === '0') noughts += scores[item.index]?.kind === 'points' ? 1 : 0;
        else above++;
      }
      // A formula's percentage, ours among them, says nothing of how many decimals people type.
      const percentAt = addressOf(sheet, unit, item, 'percent');
      const percent = percentAt && !grid.formulas.has(keyOf(percentAt)) ? unit.percent?.[item.index] : null;
      if (percent) places = Math.max(places, placesOf(percent.value));
    }
  }
  return {
    isLossNegative: below > above,
    showsNoLoss: noughts > 0,
    percentPlaces: places < 0 ? assessment.places : Math.min(places, 4),
    fractionColumns: new Set([...grid.percents].map((key) => addressOfKey(key).column)),
  };
}
