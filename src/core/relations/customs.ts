/**
 * What a score is usually like: a multiple of the step laid down for its item, and often the same as the year before.
 */
import { stepsLaidDown } from '../matching/match-criteria';
import { matchUnits } from '../matching/find-units';
import { itemBefore, matchItems } from '../matching/match-items';
import type { RuleContext } from '../model/rule';
import type { Item, ScoreSheet, UnitScores } from '../model/score-sheet';
import type { Decimal } from '../values/decimal';
import { once } from '../values/once';
import type { Figure } from './relation';

/** These only weigh explanations and never cause a finding: a score may be off the step or differ from last year's. */
export interface Customs {
  /** Null if no step is laid down. */
  readonly stepOf: (figure: Figure) => Decimal | null;
  /** The same number a year before; null if it is not known. */
  readonly before: (figure: Figure) => Decimal | null;
}

export const NO_CUSTOMS: Customs = { stepOf: () => null, before: () => null };

export function customsOf(tables: readonly RuleContext[]): Customs {
  const contexts = new Map(tables.map((context) => [context.scoreSheet, context]));
  const years = once(yearBefore);
  return {
    stepOf: ({ sheet, item, role, isEntered }) => {
      const context = contexts.get(sheet);
      if (!context || !item || !isEntered || role === 'max') return null;
      const step = stepsLaidDown(context).get(item) ?? context.settings.step;
      return step !== null && step > 0 ? step : null;
    },
    before: (figure) => {
      const context = contexts.get(figure.sheet);
      return context ? numberBefore(figure, years(context)) : null;
    },
  };
}

interface YearBefore {
  readonly unitOf: (unit: UnitScores) => UnitScores | undefined;
  readonly itemOf: (item: Item) => Item | null;
}

const yearBefore = ({ scoreSheet, before = [] }: RuleContext): readonly YearBefore[] =>
  before.map(({ units, items }: ScoreSheet) => {
    const found = matchUnits(scoreSheet.units, units);
    const [only] = scoreSheet.units.length === 1 && units.length === 1 ? units : [];
    const pairs = matchItems(scoreSheet.items, items);
    return { unitOf: (unit) => found[unit.position] ?? only, itemOf: (item) => itemBefore(items, pairs, item) };
  });

/** Points of two years are comparable only if the maximum is the same. */
function numberBefore({ role, item, unit }: Figure, years: readonly YearBefore[]): Decimal | null {
  for (const { unitOf, itemOf } of item ? years : []) {
    const same = item && itemOf(item);
    if (!same) continue;
    if (role === 'max' && unit === null && same.max !== null) return same.max;
    const score = unit && (role === 'self' || role === 'appraised') ? unitOf(unit)?.[role]?.[same.position] : undefined;
    if (score?.kind === 'points' && same.max === item.max) return score.points;
  }
  return null;
}
