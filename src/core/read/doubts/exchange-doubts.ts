/** Doubts that two headings stand the wrong way round, where their numbers say so (FIELD.md §9). */
import { columnName } from '../../values/address';
import { plainKey } from '../../values/fold-text';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { textAt, type Grid } from '../../model/grid';
import {
  unitAxis,
  awardedScores,
  isCounted,
  maxPointsOf,
  type Item,
  type Question,
  type UnitScores,
  type UntoldSheet,
} from '../../model/score-sheet';
import type { ScoreReader } from '../numbers/parse-score';
import type { Columns } from '../blocks/columns';
import { ask, headAt, pointsOf } from './sum-doubts';

const FEWEST = 2;

export function exchangeDoubts(grid: Grid, sheet: UntoldSheet, columns: Columns, read: ScoreReader): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  return [...maximumOfUnit(sheet), ...averageOfUnit(grid, sheet, columns, read)];
}

/** A unit that has more than the maximum, several times, and never less: its numbers are the maxima. */
function maximumOfUnit(sheet: UntoldSheet): Question[] {
  const { maxLine, items, units } = sheet;
  if (units.length < FEWEST) return [];
  const counted = items.filter(isCounted);
  // Over all units, or over a group of them, stands one column of maxima.
  const shared = new Map(units.map((unit) => [unit.columns.max ?? maxLine, unit]));
  if (shared.size > units.length / 2) return [];
  for (const [column, measure] of shared) {
    if (column === null) continue;
    const found = units.find(
      (unit) =>
        (unit.columns.max ?? maxLine) === column && isAbove(counted, unit, (item) => maxPointsOf(measure, item)),
    );
    const own = found?.columns[found.awardedRole];
    if (found && own !== undefined)
      return [
        ask(
          [headAt(sheet, column), headAt(sheet, own)],
          `Cột ${columnName(column)} hay cột ${columnName(own)} là điểm tối đa`,
          `điểm của ${found.name} không thấp hơn điểm tối đa ở tiêu chí nào mà vượt ở nhiều tiêu chí`,
        ),
      ];
  }
  return [];
}

function isAbove(items: readonly Item[], unit: UnitScores, maxOf: (item: Item) => Decimal | null): boolean {
  const scores = awardedScores(unit);
  let above = 0;
  for (const item of items) {
    const [points, max] = [pointsOf(scores[item.index]), maxOf(item)];
    if (points === null || max === null) continue;
    if (points < max) return false;
    if (points > max) above++;
  }
  return above >= FEWEST;
}

const AVERAGE = /^(diem )?(trung binh|binh quan|tb)\b/;
/** Averages are rounded, at the hundredth mostly. */
const NEAR: number = ONE_HUNDRED / 10_000 + 1;

/** The column of a unit holds the averages of the others and of the column that is headed so. */
function averageOfUnit(grid: Grid, sheet: UntoldSheet, { all }: Columns, read: ScoreReader): Question[] {
  const { units, items } = sheet;
  const average = all.find(({ path }) => path.some((text) => AVERAGE.test(plainKey(text))));
  if (!average || units.length < FEWEST) return [];
  const stated = (item: Item): Decimal | null => pointsOf(read.score(item.row, average.column));
  const isAverageOf = (own: (item: Item) => Decimal | null, others: readonly ((item: Item) => Decimal | null)[]) => {
    let [same, different] = [0, 0];
    for (const item of items) {
      const values = others.map((other) => other(item));
      const mean = own(item);
      if (mean === null || values.some((each) => each === null)) continue;
      const sum = values.reduce<Decimal>((total, each) => roughSum(total, each ?? ZERO), ZERO);
      if (Math.abs(sum / values.length - mean) <= NEAR) same++;
      else different++;
    }
    return same > FEWEST && different * 5 <= same;
  };
  const pointsOfUnit = (unit: UnitScores) => (item: Item) => pointsOf(awardedScores(unit)[item.index]);
  if (isAverageOf(stated, units.map(pointsOfUnit))) return [];
  const found = units.find((unit) =>
    isAverageOf(pointsOfUnit(unit), [stated, ...units.filter((each) => each !== unit).map(pointsOfUnit)]),
  );
  const own = found?.columns[found.awardedRole];
  if (!found || own === undefined) return [];
  const heading = textAt(grid, headAt(sheet, average.column).row, average.column);
  return [
    ask(
      [headAt(sheet, average.column), headAt(sheet, own)],
      `Cột ${columnName(average.column)} «${heading}» hay cột ${columnName(own)} là điểm trung bình`,
      `các ô của ${found.name} bằng trung bình của các cột kia`,
    ),
  ];
}
