/**
 * Doubts from quotients: the stated index is the quotient of other columns, or all units have only a tiny part of the
 * maximum (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import {
  unitAxis,
  awardedScores,
  isCounted,
  maxPointsOf,
  type Item,
  type Question,
  type Score,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import type { Column, Columns } from '../blocks/columns';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import type { UsedColumns } from '../used-columns';
import { ask, headAt } from './sum-doubts';

/** Stated indices are rounded to hundredths. */
const NEAR: number = ONE_HUNDRED / 20_000 + 1;
/** If a whole table is below this percentage, its maxima are numbers of another kind. */
const LOWEST: number = ONE_HUNDRED / 5;
/** With fewer items, low points are plausible. */
const FEWEST_ITEMS = 5;

export const indexDoubts = (
  sheet: SheetWithoutReading,
  { all }: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] => {
  const [quotient] = otherQuotient(sheet);
  return [...(quotient ? [quotient] : indexOfUnused(sheet, all, used, read)), ...tinyShares(sheet)];
};

/** The index that the table states for its only unit is wrong, but right if a column counts that is left out. */
function indexOfUnused(
  sheet: SheetWithoutReading,
  all: readonly Column[],
  used: UsedColumns,
  read: ScoreReader,
): Question[] {
  const [unit, another] = sheet.units;
  const stated = unit ? statedIndex(unit) : null;
  if (!unit || another || stated === null || !sheet.itemised || unitAxis(sheet) === 'row') return [];
  const counted = sheet.items.filter(isCounted);
  const points: Side = {
    column: unit.columns[unit.awardedRole],
    value: (item) => pointsOf(awardedScores(unit)[item.position]),
  };
  const max: Side = {
    column: unit.columns.max ?? sheet.maxLine ?? undefined,
    value: (item) => maxPointsOf(unit, item),
  };
  if (isQuotient(counted, points, max, stated)) return [];
  const left = all.filter(({ column }) => column > sheet.nameColumn && !used.has(column));
  for (const { column } of left) {
    const other: Side = { column, value: ({ row }) => pointsOf(read.score(row, column)) };
    if (isQuotient(counted, points, other, stated)) return [countsInstead(sheet, other, max, 'điểm tối đa')];
    if (isQuotient(counted, other, max, stated)) return [countsInstead(sheet, other, points, 'điểm được tính')];
  }
  return [];
}

function countsInstead(sheet: SheetWithoutReading, other: Side, known: Side, name: string): Question {
  const columns = [other, known].flatMap(({ column }) => column ?? []);
  return ask(
    columns.map((column) => headAt(sheet, column)),
    `Cột ${columns.map(columnName).join(' hay cột ')} là ${name}`,
    `chỉ số ghi trong bảng chỉ đúng khi tính cột ${columnName(other.column ?? 0)}`,
  );
}

/** The index that the officer typed, if the points and the maximum alone make it. */
function statedIndex(unit: UnitScores): Decimal | null {
  const { index } = unit.stated;
  return index === undefined || index.isFormula || hasOutside(unit) ? null : index.value;
}

/** Points per item. */
type Value = (item: Item) => Decimal | null;

interface Side {
  readonly column: number | undefined;
  readonly value: Value;
}

/**
 * Asks if the stated index is the awarded points divided by the self-scores, or the self-scores divided by the maximum.
 */
function otherQuotient(sheet: SheetWithoutReading): Question[] {
  const { items, units } = sheet;
  const isInRows = unitAxis(sheet) === 'row';
  if (!sheet.itemised && !isInRows) return [];
  const counted = items.filter(isCounted);
  for (const unit of units) {
    const exchanged = exchangedSides(sheet, counted, unit);
    if (exchanged === null) continue;
    const columns = isInRows ? [] : exchanged.flatMap((column) => column ?? []);
    const at = columns.map((column) => headAt(sheet, column));
    const question =
      columns.length === 0
        ? 'Cột nào là điểm tự chấm, cột nào là điểm tối đa hoặc điểm được tính'
        : `Cột ${columns.map(columnName).join(' hay cột ')} là điểm tự chấm`;
    const because = 'chỉ số ghi trong bảng chỉ đúng khi hai cột này đổi chỗ cho nhau';
    return [ask(at.length > 0 ? at : [unit.at], question, because)];
  }
  return [];
}

/** The columns that make the stated index true if they are exchanged; null if it is true already or proves nothing. */
function exchangedSides(
  { items, maxLine }: SheetWithoutReading,
  counted: readonly Item[],
  unit: UnitScores,
): readonly (number | undefined)[] | null {
  const stated = statedIndex(unit);
  if (stated === null) return null;
  const side = (scores: readonly Score[] | null, role: 'self' | 'appraised'): Side => ({
    column: unit.columns[role] ?? items[0]?.columns[role],
    value: (item) => pointsOf(scores?.[item.position]),
  });
  const [self, points] = [side(unit.self, 'self'), side(awardedScores(unit), 'appraised')];
  const max: Side = {
    column: unit.columns.max ?? maxLine ?? undefined,
    value: (item) => {
      const score = awardedScores(unit)[item.position];
      return (score?.kind === 'points' ? score.of : null) ?? maxPointsOf(unit, item);
    },
  };
  if (counted.every((item) => max.value(item) === null) || isQuotient(counted, points, max, stated)) return null;
  const [sum, maxSum] = [points, max].map(({ value }) => sumIn(counted, value));
  // «Điểm | Chỉ số» exchanged: the stated index over the maximum gives the points, or over the points the maximum.
  if (sum && maxSum && (isShare(stated, maxSum, sum) || isShare(sum, stated, maxSum)))
    return [points.column, max.column];
  if (unit.self === null || unit.awardedRole === 'self') return null;
  if (isQuotient(counted, points, self, stated)) return [self.column, max.column];
  return isQuotient(counted, self, max, stated) ? [self.column, points.column] : null;
}

const sumIn = (items: readonly Item[], value: Value): Decimal =>
  items.reduce<Decimal>((sum, item) => roughSum(sum, value(item) ?? ZERO), ZERO);

function isShare(part: Decimal, whole: Decimal, stated: Decimal): boolean {
  const ratio = percentOf(part, whole);
  return ratio !== null && Math.abs(roundRatio(ratio, 2) - stated) <= NEAR;
}

const hasOutside = ({ bonus, penalty }: UnitScores): boolean => [...bonus, ...penalty].some(({ isBlank }) => !isBlank);

function isQuotient(items: readonly Item[], part: Side, whole: Side, stated: Decimal): boolean {
  let [points, max]: [Decimal, Decimal] = [ZERO, ZERO];
  for (const item of items) {
    const [partValue, most] = [part.value(item), whole.value(item)];
    if (partValue === null || most === null) continue;
    points = roughSum(points, partValue);
    max = roughSum(max, most);
  }
  const ratio = max === ZERO ? null : percentOf(points, max);
  return ratio !== null && Math.abs(roundRatio(ratio, 2) - stated) <= NEAR;
}

/**
 * Every unit, or every unit with the same column of maxima, has less than a fifth of the assumed maximum: the column
 * holds counts of something.
 */
function tinyShares(sheet: SheetWithoutReading): Question[] {
  const { items, units, maxLine } = sheet;
  const counted = items.filter(isCounted);
  if (unitAxis(sheet) === 'row' || counted.length < FEWEST_ITEMS) return [];
  const isTiny = (unit: UnitScores): boolean => {
    let [points, max, count] = [0, 0, 0];
    for (const item of counted) {
      const [score, most] = [pointsOf(awardedScores(unit)[item.position]), maxPointsOf(unit, item)];
      if (score === null || most === null) continue;
      points += score;
      max += most;
      count++;
    }
    return count >= FEWEST_ITEMS && points * ONE_HUNDRED < max * LOWEST && (unit.stated.index?.value ?? null) === null;
  };
  const columnOf = (unit: UnitScores): number | null => unit.columns.max ?? maxLine;
  return [...new Set(units.map(columnOf))].flatMap((max) => {
    const groupUnits = units.filter((unit) => columnOf(unit) === max);
    const isGroup = groupUnits.length > 1 || groupUnits.length === units.length;
    if (max === null || !isGroup || !groupUnits.every(isTiny)) return [];
    const question = `Cột ${columnName(max)} có phải là điểm tối đa không`;
    return [ask([headAt(sheet, max)], question, 'không đơn vị nào được đến một phần năm')];
  });
}
