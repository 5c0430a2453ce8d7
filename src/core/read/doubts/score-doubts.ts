/**
 * Doubts that scores raise against the maximum, the self-score and the loss beside them: most often two headings stand
 * the wrong way round.
 */
import { columnName } from '../../values/address';
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import {
  isScoredItem,
  maxPointsOf,
  type Item,
  type Question,
  type UnitScores,
  type UntoldSheet,
} from '../../model/score-sheet';
import { ask, pointsOf } from './sum-doubts';

/** One score above the maximum, or above the self-score, is a slip; these many are a misread column. */
const FEWEST = 2;
const FEWEST_ABOVE_SELF = 3;

export function scoreDoubts(sheet: UntoldSheet): Question[] {
  return sheet.units.flatMap((unit) => [...selfAboveMaximum(sheet, unit), ...appraisedAboveSelf(sheet, unit)]);
}

/** The points and what they are compared with, over scored items where both are numbers. */
function pairs(
  sheet: UntoldSheet,
  one: (item: Item) => Decimal | null,
  other: (item: Item) => Decimal | null,
): (readonly [Decimal, Decimal])[] {
  return sheet.items.flatMap((item) => {
    const [a, b] = [one(item), other(item)];
    return isScoredItem(item) && a !== null && b !== null ? [[a, b] as const] : [];
  });
}

/**
 * Scores that count say so themselves (score-above-max); the self-score does not, and gives the maximum away all the
 * same.
 */
function selfAboveMaximum(sheet: UntoldSheet, unit: UnitScores): Question[] {
  const self = unit.self;
  if (self === null || unit.awardedRole === 'self') return [];
  const found = pairs(
    sheet,
    (item) => pointsOf(self[item.index]),
    (item) => maxPointsOf(unit, item),
  );
  const above = found.filter(([points, max]) => points > max).length;
  if (above < FEWEST || above * 5 < found.length) return [];
  const because = `điểm tự chấm vượt điểm tối đa ở ${String(above)} tiêu chí`;
  return [ask([unit.at], 'Cột nào là điểm tối đa, cột nào là điểm tự chấm', because, unit.index)];
}

function appraisedAboveSelf(sheet: UntoldSheet, unit: UnitScores): Question[] {
  const { self, appraised } = unit;
  if (self === null || appraised === null) return [];
  const found = pairs(
    sheet,
    (item) => pointsOf(appraised[item.index]),
    (item) => pointsOf(self[item.index]),
  );
  const above = found.filter(([now, before]) => now > before).length;
  const below = found.filter(([now, before]) => now < before).length;
  if (above < FEWEST_ABOVE_SELF || below > 0) return [];
  const because = `điểm thẩm định cao hơn điểm tự chấm ở cả ${String(above)} tiêu chí mà hai cột khác nhau`;
  return [
    ask([unit.at], questionOf(unit, 'self', 'điểm tự chấm', 'điểm thẩm định'), because, unit.index, [
      ...choiceOf(sheet, unit, 'appraised'),
      ...choiceOf(sheet, unit, 'self'),
    ]),
  ];
}

function questionOf(unit: UnitScores, role: 'self', one: string, other: string): string {
  const awarded = unit.columns[unit.awardedRole];
  const beside = unit.columns[role];
  const names = [beside, awarded].map((column) => (column === undefined ? '' : columnName(column)));
  return `Cột ${names.join(' hay cột ')} là ${other}, cột nào là ${one}`;
}

function choiceOf(sheet: UntoldSheet, unit: UnitScores, role: 'self' | 'appraised' | 'lost'): Question['choices'] {
  const column = unit.columns[role];
  if (column === undefined) return [];
  const value = (item: Item): Decimal | null =>
    role === 'lost' ? (unit.lost?.[item.index]?.value ?? null) : pointsOf(unit[role]?.[item.index]);
  let points: Decimal = ZERO;
  let max: Decimal = ZERO;
  for (const item of sheet.items.filter(isScoredItem)) {
    points = roughSum(points, value(item) ?? ZERO);
    max = roughSum(max, maxPointsOf(unit, item) ?? ZERO);
  }
  return [{ column, points, max }];
}
