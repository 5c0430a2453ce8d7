/** Compares every stated number with the one computed from the scores and returns those that differ. */
import type { Address } from '../values/address';
import { tallyAt, type Tally } from '../model/assessment';
import { placesOf, roundTo, subtract, type Decimal } from '../values/decimal';
import { percentOf, roundRatio, truncateRatio } from '../values/ratio';
import type { RuleContext } from '../model/rule';
import { addressOf, formulaIn, isScoredItem, type Item, type ScoreSheet, type UnitScores } from '../model/score-sheet';
import { ANY_PRINTING, comparePercent, comparePoints, type Agreement, type Printing } from '../relations/agreement';
import { once } from '../values/once';
import { cellOfItem } from './wording';

export interface Difference {
  readonly unit: UnitScores;
  readonly item: Item | null;
  readonly at: Address;
  readonly stated: Decimal;
  readonly expected: Decimal;
  readonly agreement: Agreement;
  /** The sum that gives the expected number. */
  readonly tally: Tally;
  /** True if the officer's own formula gives the stated number, so that no typed digit is at fault. */
  readonly isFormula: boolean;
}

/** Parents' points that differ from the sum of their children. */
export const subtotals = once(
  ({ scoreSheet, units }: RuleContext): readonly (Difference & { role: 'self' | 'appraised' })[] => {
    const parents = scoreSheet.items.filter((item) => !isScoredItem(item));
    const found: (Difference & { role: 'self' | 'appraised' })[] = [];
    for (const { unit, totals } of units) {
      for (const role of ['self', 'appraised'] as const) {
        const scores = unit[role];
        const sums = role === unit.awardedRole ? totals.awarded : totals.self;
        if (!scores || !sums) continue;
        for (const item of parents) {
          const score = scores[item.position];
          const exact = sums.pointsAt(item.position);
          // Points are compared even if no maximum is stated.
          if (score?.kind !== 'points' || score.points === exact || Number.isNaN(exact)) continue;
          const expected = exact as Decimal;
          const agreement = comparePoints(score.points, expected);
          const tally = { points: expected, max: sums.maxAt(item.position) as Decimal };
          if (agreement !== 'same')
            found.push({
              ...place(scoreSheet, unit, item, role),
              stated: score.points,
              expected,
              agreement,
              tally,
              role,
            });
        }
      }
    }
    return found;
  },
);

/** Stated losses that differ from maximum − points; blank losses are skipped. */
export const losses = once(({ scoreSheet, units }: RuleContext): readonly Difference[] => {
  const found: Difference[] = [];
  for (const { unit, totals } of units) {
    const { awarded } = totals;
    if (!unit.lost) continue;
    for (const item of scoreSheet.items) {
      const stated = unit.lost[item.position]?.value;
      const max = awarded.maxAt(item.position);
      // The usual case first, without allocating anything.
      if (stated === undefined || stated === max - awarded.pointsAt(item.position)) continue;
      const tally = tallyAt(awarded, item.position);
      if (!tally) continue;
      const expected = roundTo(subtract(tally.max, tally.points), 8);
      const agreement = comparePoints(stated, expected);
      if (agreement !== 'same')
        found.push({ ...place(scoreSheet, unit, item, 'lost'), stated, expected, agreement, tally });
    }
  }
  return found;
});

/** Stated percentages of items that differ from points ÷ maximum; whole percentages count as rounded. */
export const percents = once(({ scoreSheet, units }: RuleContext): readonly Difference[] => {
  const found: Difference[] = [];
  for (const { unit, totals } of units) {
    const { awarded } = totals;
    if (!unit.percent) continue;
    for (const item of scoreSheet.items) {
      const stated = unit.percent[item.position]?.value;
      const tally = stated === undefined ? null : tallyAt(awarded, item.position);
      const exact = tally && percentOf(tally.points, tally.max);
      if (stated === undefined || !tally || !exact) continue;
      const agreement = comparePercent(stated, exact, ANY_PRINTING);
      const expected = roundRatio(exact, Math.max(placesOf(stated), 2));
      if (agreement !== 'same')
        found.push({ ...place(scoreSheet, unit, item, 'percent'), stated, expected, agreement, tally });
    }
  }
  return found;
});

/** From this many indices on, the decimals that most of them have are expected of all. */
const FEWEST_INDICES = 5;
const USUAL_SHARE = 0.6;

/**
 * In a sheet of whole numbers 80 agrees with 80,23; beside 81,88 it does not. Among many indices with two decimals,
 * 80,2 does not agree either, and 80,231 is corrected to two decimals.
 */
function decimalsOf({ units }: ScoreSheet): Pick<Printing, 'leastPlaces' | 'mostPlaces'> {
  const places = units.flatMap(({ stated: { index } }) => (index && index.value !== null ? placesOf(index.value) : []));
  const isUsual = (isSuch: (each: number) => boolean): boolean =>
    places.length >= FEWEST_INDICES && places.filter(isSuch).length >= places.length * USUAL_SHARE;
  const isWhole = places.length > 1 && places.every((each) => each === 0);
  return {
    leastPlaces: isWhole ? 0 : isUsual((each) => each >= 2) ? 2 : 1,
    mostPlaces: isUsual((each) => each <= 2) ? 2 : ANY_PRINTING.mostPlaces,
  };
}

/**
 * Minimum number of rounded indices that shows that the sheet rounds; only indices that look different cut off are
 * counted.
 */
const FEWEST_ROUNDED = 4;

/** Whether the sheet rounds its indices: one cut-off index among rounded ones is a mistake, two may be a habit. */
function areRounded({ units }: RuleContext): boolean {
  let [rounded, cut] = [0, 0];
  for (const { unit, index: exact } of units) {
    const value = unit.stated.index?.value ?? null;
    if (exact === null || value === null) continue;
    const [up, down] = [roundRatio(exact, placesOf(value)), truncateRatio(exact, placesOf(value))];
    if (up === down) continue;
    if (value === up) rounded++;
    else if (value === down) cut++;
  }
  return cut < 2 && rounded >= FEWEST_ROUNDED;
}

export const printingOf = once((context: RuleContext): Printing => ({
  ...decimalsOf(context.scoreSheet),
  isRounded: areRounded(context),
}));

/** Stated indices that differ from the computed ones. */
export const indices = once((context: RuleContext): readonly Difference[] => {
  const { units, places } = context;
  const printing = printingOf(context);
  return units.flatMap(({ unit, index, publishedIndex, totals }): Difference[] => {
    const cell = unit.stated.index;
    const stated = cell?.value ?? null;
    if (!index || publishedIndex === null || !totals.awardedTotal || !cell || stated === null) return [];
    const agreement = comparePercent(stated, index, printing);
    const expected = placesOf(stated) > places ? roundRatio(index, placesOf(stated)) : publishedIndex;
    if (agreement === 'same') return [];
    return [
      {
        unit,
        item: null,
        at: cell.at,
        stated,
        expected,
        agreement,
        tally: totals.awardedTotal,
        isFormula: cell.isFormula,
      },
    ];
  });
});

function place(
  sheet: ScoreSheet,
  unit: UnitScores,
  item: Item,
  role: 'self' | 'appraised' | 'lost' | 'percent',
): Pick<Difference, 'unit' | 'item' | 'at' | 'isFormula'> {
  const at = addressOf(sheet, unit, item, role) ?? cellOfItem(item);
  return { unit, item, at, isFormula: formulaIn(sheet, at) !== null };
}
