/** Totals stated for a unit as a whole that differ from the computed ones. */
import type { Tally, UnitResult } from '../model/assessment';
import { add, negate, subtract, type Decimal } from '../values/decimal';
import { comparePoints } from '../relations/agreement';
import type { Difference } from './equations';
import type { RuleContext } from '../model/rule';
import { once } from '../values/once';

type TotalRole = 'total' | 'selfTotal' | 'lost';

/** A total may include bonus and penalty or not; in a scaled sheet it may be the index itself. */
export const totals = once(({ units, settings }: RuleContext): readonly (Difference & { role: TotalRole })[] => {
  const found: (Difference & { role: TotalRole })[] = [];
  for (const result of units) {
    const { unit } = result;
    for (const role of ['total', 'selfTotal', 'lost'] as const) {
      const cell = unit.stated[role];
      const tally = role === 'selfTotal' ? result.totals.selfTotal : result.totals.awardedTotal;
      if (!cell || cell.value === null || !tally) continue;
      const stated = role === 'lost' && cell.value < 0 ? negate(cell.value) : cell.value;
      const [expected, ...others] = accepted(role, tally, result, settings.appraisedShare !== null);
      const agreement = comparePoints(stated, expected);
      if (agreement === 'same' || others.some((other) => comparePoints(stated, other) === 'same')) continue;
      found.push({
        unit,
        item: null,
        at: cell.at,
        stated,
        expected,
        agreement,
        tally,
        isFormula: cell.isFormula,
        role,
      });
    }
  }
  return found;
});

function accepted(
  role: TotalRole,
  tally: Tally,
  { totals: { bonus, penalty, selfOutside }, publishedIndex }: UnitResult,
  isScaled: boolean,
): [Decimal, ...Decimal[]] {
  if (role === 'lost') {
    const lost = subtract(tally.max, tally.points);
    return [lost, add(lost, penalty)];
  }
  if (role === 'selfTotal') return [tally.points, add(tally.points, selfOutside)];
  return [
    tally.points,
    subtract(add(tally.points, bonus), penalty),
    ...(isScaled && publishedIndex !== null ? [publishedIndex] : []),
  ];
}
