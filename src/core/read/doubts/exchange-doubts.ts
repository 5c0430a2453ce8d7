/** Doubts whether two headings are exchanged, if their numbers indicate it (FIELD.md §9). */
import { columnName } from '../../values/address';
import { plainKey } from '../../values/fold-text';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { isBlank, textAt, valueAt, type Grid } from '../../model/workbook/grid';
import {
  unitAxis,
  awardedScores,
  isCounted,
  maxPointsOf,
  type Item,
  type Question,
  type ScoreSheet,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import type { Column, Columns } from '../blocks/columns';
import { NO_POINTS } from '../words/rounds';
import { ask, headAt } from './sum-doubts';

const FEWEST = 2;
/** With fewer items, one score above the maximum is a slip. */
const FEWEST_COMPARED = 3;

export function exchangeDoubts(
  grid: Grid,
  sheet: SheetWithoutReading,
  columns: Columns,
  read: ScoreReader,
): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  return [...maximumOfUnit(sheet), ...averageOfUnit(grid, sheet, columns, read)];
}

/**
 * Asks about a unit whose points exceed the maximum several times and are never lower: its numbers may be the maxima.
 */
function maximumOfUnit(sheet: SheetWithoutReading): Question[] {
  const { maxLine, items, units } = sheet;
  if (units.length < FEWEST) return [];
  const counted = items.filter(isCounted);
  // One column of maxima serves all units, or a group of them.
  const shared = new Map(units.map((unit) => [unit.columns.max ?? maxLine, unit]));
  if (shared.size > units.length / 2) return [];
  for (const [column, measure] of shared) {
    if (column === null) continue;
    const found = units.find(
      (unit) =>
        (unit.columns.max ?? maxLine) === column && isAbove(counted, unit, (item) => maxPointsOf(measure, item), units),
    );
    const pointsColumn = found?.columns[found.awardedRole];
    if (found && pointsColumn !== undefined)
      return [
        ask(
          [headAt(sheet, column), headAt(sheet, pointsColumn)],
          `Cột ${columnName(column)} hay cột ${columnName(pointsColumn)} là điểm tối đa`,
          `điểm của ${found.name} không thấp hơn điểm tối đa ở tiêu chí nào mà vượt ở nhiều tiêu chí`,
        ),
      ];
  }
  return [];
}

/** The index that the table states for another unit is that unit's points over this one's. */
function isMeasure(items: readonly Item[], candidate: UnitScores, units: readonly UnitScores[]): boolean {
  const sumOf = (unit: UnitScores): number =>
    items.reduce((sum, { position }) => sum + (pointsOf(awardedScores(unit)[position]) ?? 0), 0);
  const candidateSum = sumOf(candidate);
  return units.some((unit) => {
    const index = unit.stated.index?.value ?? null;
    return unit !== candidate && index !== null && Math.abs((sumOf(unit) / candidateSum) * ONE_HUNDRED - index) <= NEAR;
  });
}

/** Never below the maxima and above several; above one is enough for a unit by which the others are measured. */
function isAbove(
  items: readonly Item[],
  unit: UnitScores,
  maxOf: (item: Item) => Decimal | null,
  units: readonly UnitScores[],
): boolean {
  const scores = awardedScores(unit);
  let [above, compared] = [0, 0];
  for (const item of items) {
    const [points, max] = [pointsOf(scores[item.position]), maxOf(item)];
    if (points === null || max === null) continue;
    compared++;
    if (points < max) return false;
    if (points > max) above++;
  }
  // Last, because it compares the unit with all others: asked of every unit it would be quadratic.
  return above >= FEWEST || (above > 0 && (compared >= FEWEST_COMPARED || isMeasure(items, unit, units)));
}

export const AVERAGE = /^(diem )?(trung binh|binh quan|tb)\b/;
/** Averages are rounded, mostly to hundredths. */
const NEAR: number = ONE_HUNDRED / 10_000 + 1;

type Value = (item: Item) => Decimal | null;

const pointsOfUnit =
  (unit: UnitScores): Value =>
  (item) =>
    pointsOf(awardedScores(unit)[item.position]);

/** Whether `average` is the mean of the others in the items in which they differ. */
function isAverageOf(items: readonly Item[], average: Value, others: readonly Value[], fewest = FEWEST): boolean {
  let [same, different, telling] = [0, 0, 0];
  for (const item of items) {
    const values = others.map((other) => other(item));
    const mean = average(item);
    if (mean === null || values.some((each) => each === null)) continue;
    const sum = values.reduce<Decimal>((total, each) => roughSum(total, each ?? ZERO), ZERO);
    if (Math.abs(sum / values.length - mean) > NEAR) {
      different++;
      // Too many items differ already, whatever the rest holds.
      if (different * 5 > items.length) return false;
    } else if (values.every((each) => each === values[0])) same++;
    else telling++;
  }
  return telling >= fewest && same + telling > Math.min(fewest, FEWEST) && different * 5 <= same + telling;
}

/** Whether the value is never below the points of a unit and, in several items, above some. An average is not. */
function isAboveAll(items: readonly Item[], stated: Value, points: readonly Value[]): boolean {
  let above = 0;
  for (const item of items.filter(isCounted)) {
    const itemValue = stated(item);
    const known = points.map((each) => each(item)).filter((each) => each !== null);
    if (itemValue === null || known.length < FEWEST) continue;
    if (known.some((each) => each > itemValue)) return false;
    if (known.some((each) => each < itemValue)) above++;
  }
  return above >= FEWEST;
}

/** A unit that equals the average of at least three others is in doubt; with two others it must be so in more items. */
const FEWEST_OTHERS = 2;
const FEWEST_OF_TWO = 5;

/** Asks about a unit whose column holds the averages of the other units, with or without a column headed as average. */
function averageOfUnit(grid: Grid, sheet: SheetWithoutReading, { all }: Columns, read: ScoreReader): Question[] {
  const { units, items } = sheet;
  if (units.length < FEWEST || units.length > MOST_UNITS) return [];
  const points = units.map(pointsOfUnit);
  const average = all.find(({ path }) => path.some((text) => AVERAGE.test(plainKey(text))));
  const statedIn =
    ({ column }: Column): Value =>
    (item) =>
      pointsOf(read.score(item.row, column));
  if (average && isAverageOf(items, statedIn(average), points)) return [];
  const isOwn = average !== undefined && AVERAGE.test(plainKey(average.path.at(-1) ?? ''));
  if (isOwn && sheet.maxLine !== null && isAboveAll(items, statedIn(average), points)) {
    const both = [average.column, sheet.maxLine];
    return [
      ask(
        both.map((column) => headAt(sheet, column)),
        `Cột ${both.map(columnName).join(' hay cột ')} là điểm tối đa`,
        'điểm trung bình ghi trong bảng không thấp hơn điểm của đơn vị nào',
      ),
    ];
  }
  // If the word for an average is mistyped, the column counts as numbers that are not points.
  const headed = average ? [average] : all.filter(({ role }) => role === 'count').slice(0, MOST_HEADED);
  for (const unit of units) {
    const [unitPoints, others] = [pointsOfUnit(unit), points.filter((_, position) => units[position] !== unit)];
    const column = headed.find((each) =>
      isAverageOf(items, unitPoints, [statedIn(each), ...others], average ? 1 : FEWEST),
    );
    if (column) return [averageQuestion(grid, sheet, unit, column)];
    const fewest = others.length > FEWEST_OTHERS ? FEWEST : FEWEST_OF_TWO;
    if (others.length >= FEWEST_OTHERS && isAverageOf(items, unitPoints, others, fewest))
      return [averageQuestion(grid, sheet, unit, average)];
  }
  return [];
}

/** With more columns of numbers that are not points, none belongs to a unit. */
const MOST_HEADED = 3;

function averageQuestion(
  grid: Grid,
  sheet: SheetWithoutReading,
  unit: UnitScores,
  headed: Column | undefined,
): Question {
  const unitHead = headAt(sheet, unit.columns[unit.awardedRole] ?? 0);
  const because = `các ô của ${unit.name} bằng trung bình của các cột kia`;
  const name = columnName(unitHead.column);
  if (!headed) return ask([unitHead], `Cột ${name} là điểm của ${unit.name} hay điểm trung bình`, because);
  const at = headAt(sheet, headed.column);
  const heading = textAt(grid, at.row, at.column);
  return ask([at, unitHead], `Cột ${columnName(at.column)} «${heading}» hay cột ${name} là điểm trung bình`, because);
}

/** Among more units none equals the average by chance, and checking all of them takes long. */
const MOST_UNITS = 60;

/**
 * The unit whose self-scores are the average points of all units: they come from a column of averages without a
 * heading.
 */
export function averagedSelf({ units, items }: Pick<SheetWithoutReading, 'units' | 'items'>): UnitScores | null {
  if (units.length < FEWEST || units.length > MOST_UNITS) return null;
  const given = units.map(pointsOfUnit);
  return (
    units.find(
      ({ self, awardedRole }) =>
        self !== null && awardedRole !== 'self' && isAverageOf(items, (item) => pointsOf(self[item.position]), given),
    ) ?? null
  );
}

/** Whether both tables have the same maximum for every item: whichever column it is in, the tables agree on it. */
export const sharesMaxima = (one: ScoreSheet, other: ScoreSheet): boolean =>
  one.items.every((item) => !isCounted(item) || (item.max !== null && item.max === other.items[item.position]?.max));

/**
 * The unit in the table of self-scores whose points equal the maxima of the appraisal in all items, if the column of
 * maxima holds others or was rejected because of its numbers.
 */
export function unitOfMaxima(
  { grid, maxLine, items, units, reading }: ScoreSheet,
  judged: ScoreSheet,
): UnitScores | null {
  const counted = judged.items.filter((item) => isCounted(item) && item.max !== null);
  const isOther = ({ position, max }: Item): boolean => {
    const sameItem = items[position];
    return (
      sameItem?.max !== max &&
      sameItem !== undefined &&
      maxLine !== null &&
      !isBlank(valueAt(grid, sameItem.row, maxLine))
    );
  };
  const isRefused =
    maxLine === null && reading.blocks.some(({ columns }) => columns.some(({ why }) => why === NO_POINTS));
  if (counted.length < FEWEST || !(isRefused || counted.some(isOther))) return null;
  const isMaximum = (unit: UnitScores): boolean =>
    counted.every(({ position, max }) => pointsOf(awardedScores(unit)[position]) === max);
  return units.find(isMaximum) ?? null;
}
