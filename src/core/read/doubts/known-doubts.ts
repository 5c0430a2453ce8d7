/**
 * Doubts about columns that are set aside by their words, as counts, percentages or losses of an earlier round, while
 * their numbers look like points or maxima: two headings may be exchanged (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { plainKey } from '../../values/fold-text';
import { ONE_HUNDRED, ZERO, type Decimal } from '../../values/decimal';
import { isBlank, valueAt } from '../../model/workbook/grid';
import {
  unitAxis,
  awardedScores,
  isScoredItem,
  maxPointsOf,
  type Item,
  type Question,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import type { Column, Columns } from '../blocks/columns';
import { parseHeading } from '../words/parse-heading';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import type { UsedColumns } from '../used-columns';
import { alikeDoubts } from './alike-doubts';
import { AVERAGE } from './exchange-doubts';
import { ask, headAt, trySums, valuesOf } from './sum-doubts';

/** Fewer numbers between the points and the maxima may be chance. */
const FEWEST = 5;
const FEWEST_LOSSES = 3;
/** Further units add no information. */
const MOST_UNITS = 30;

type Value = (item: Item) => Decimal | null;

export function knownDoubts(
  sheet: SheetWithoutReading,
  { all }: Columns,
  used: UsedColumns,
  read: ScoreReader,
): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  const numbers = all.flatMap((column): Question[] => {
    const value: Value = (item) => pointsOf(read.score(item.row, column.column));
    if (column.role === 'lost') return used.has(column.column) ? [] : lossOfLast(sheet, column, value);
    if (column.role !== 'count' && column.role !== 'percent') return [];
    const units = sheet.units.filter(({ name }) => column.owner === null || column.owner === name);
    const later = laterRound(sheet, units, column, value);
    if (later.length > 0) return later;
    const counted = column.role === 'count' ? fractionsWithinMaxima(sheet, column, value) : [];
    if (counted.length > 0) return counted;
    const shares = column.role === 'percent' ? noPercentages(sheet, units, column, value) : [];
    if (shares.length > 0) return shares;
    const maxima = likeMaxima(sheet, units, column, value);
    return maxima.length > 0 || units.length !== 1 ? maxima : likePoints(sheet, units, column, value);
  });
  if (numbers.length > 0) return numbers;
  return [...blankMaximum(sheet, all), ...adjustments(sheet, all, used, read), ...alikeDoubts(sheet, all, read)];
}

/** Only self-scores exist, and the column beside them holds deductions: «Điều chỉnh» with -1, 0, -0,5. */
function adjustments(
  { units, items, ...sheet }: SheetWithoutReading,
  all: readonly Column[],
  used: UsedColumns,
  read: ScoreReader,
) {
  const [unit] = units;
  const self = unit?.columns.self;
  if (unit?.awardedRole !== 'self' || self === undefined) return [];
  return all
    .filter(({ column, role }) => column > self && !used.has(column) && (role === 'count' || role === null))
    .filter(({ column }) =>
      items.some(({ row }) => {
        const cellValue = read.result(row, column).value;
        return cellValue !== null && cellValue < 0;
      }),
    )
    .map(({ column, path }) =>
      ask(
        [headAt({ ...sheet, units, items }, column)],
        `Cột ${columnName(column)} «${path.join(' / ')}» có trừ vào điểm tự chấm không`,
        'cột ghi số âm cạnh điểm tự chấm, và bảng không có điểm thẩm định',
      ),
    );
}

const guessedMaximum = ({ facts }: Pick<SheetWithoutReading, 'facts'>) =>
  facts.flatMap((fact) => (fact.kind === 'likely-column' && fact.readAs === 'max' ? [fact] : []))[0];

/** The maximum is a guess, while a blank column has a heading of maxima or an unknown heading. */
function blankMaximum({ grid, items, ...sheet }: SheetWithoutReading, all: readonly Column[]): Question[] {
  const guess = guessedMaximum(sheet);
  if (!guess) return [];
  const blank = all.find(
    ({ role, column }) =>
      (role === null || role === 'max') &&
      column > sheet.nameColumn &&
      items.every(({ row }) => isBlank(valueAt(grid, row, column))),
  );
  if (!blank) return [];
  const at = [guess.at, { row: guess.at.row, column: blank.column }];
  const because = `cột ${columnName(blank.column)} «${blank.path.join(' / ')}» không ghi số nào`;
  return [ask(at, `Cột ${columnName(guess.at.column)} có phải là điểm tối đa không`, because)];
}

/** The numbers add up and are not below any score, while the column of maxima is a guess or states none for parents. */
function likeMaxima(
  sheet: SheetWithoutReading,
  units: readonly UnitScores[],
  column: Column,
  value: Value,
): Question[] {
  const { items, maxLine } = sheet;
  const wholes = items.filter((item) => !isScoredItem(item));
  const { right, wrong } = trySums(sheet.items, valuesOf(sheet.items, value));
  const isGuess = guessedMaximum(sheet) !== undefined;
  if (maxLine === null || right === 0 || wrong > 0) return [];
  if (!isGuess && wholes.some(({ maxAt }) => maxAt !== null)) return [];
  const isBelow = (unit: UnitScores): boolean => {
    const scores = awardedScores(unit);
    return items.some((item) => {
      const [itemValue, points] = [value(item), pointsOf(scores[item.position])];
      return itemValue !== null && points !== null && itemValue < points;
    });
  };
  if (units.slice(0, MOST_UNITS).some(isBelow)) return [];
  const both = [maxLine, column.column];
  return [
    ask(
      both.map((each) => headAt(sheet, each)),
      `Cột ${both.map(columnName).join(' hay cột ')} là điểm tối đa`,
      `các số của cột ${columnName(column.column)} cộng lên như điểm và không thấp hơn điểm nào`,
    ),
  ];
}

/**
 * The heading suggests an appraisal, and its numbers differ from the points: a blank cell means that the score is
 * unchanged.
 */
function laterRound(
  sheet: SheetWithoutReading,
  [unit, another]: readonly UnitScores[],
  column: Column,
  value: Value,
): Question[] {
  const awarded = unit?.columns[unit.awardedRole];
  if (!unit || another || awarded === undefined || awarded > column.column) return [];
  if (column.because === undefined || parseHeading(column.path.at(-1) ?? '').hint !== 'appraised') return [];
  const scores = awardedScores(unit);
  const withValue = sheet.items.filter((item) => value(item) !== null);
  const isAbove = withValue.some((item) => (value(item) ?? 0) > (maxPointsOf(unit, item) ?? 0));
  if (isAbove || withValue.every((item) => value(item) === pointsOf(scores[item.position]))) return [];
  const both = [column.column, awarded];
  return [
    ask(
      both.map((each) => headAt(sheet, each)),
      `Cột ${both.map(columnName).join(' hay cột ')} là điểm được tính`,
      `cột ${columnName(column.column)} «${column.path.join(' / ')}» chỉ ghi điểm của một số dòng, và ghi khác`,
    ),
  ];
}

/** Counts of something are whole, and neither sums of points nor within all maxima. */
function fractionsWithinMaxima(sheet: SheetWithoutReading, column: Column, value: Value): Question[] {
  const [unit, another] = sheet.units;
  const { kinds } = parseHeading(column.path.at(-1) ?? '');
  if (!unit || another || !kinds.has('count') || kinds.has('other')) return [];
  const isBroken = (itemValue: Decimal | null): boolean => itemValue !== null && itemValue % ONE !== 0;
  if (!sheet.items.some((item) => isBroken(value(item))) || !isWithinMaxima(sheet, unit, value)) return [];
  return [countedQuestion(sheet, column, 'các số có phần lẻ, cộng lên như điểm và không vượt điểm tối đa')];
}
const FEWEST_SUMS = 2;
const ONE: number = ONE_HUNDRED / 100;

/** An item with full points has 100 %, or 1 where the cells are quotients: never its maximum. */
function noPercentages(
  sheet: SheetWithoutReading,
  [unit, another]: readonly UnitScores[],
  column: Column,
  value: Value,
): Question[] {
  if (!unit || another || !isWithinMaxima(sheet, unit, value)) return [];
  const scores = awardedScores(unit);
  const isOther = (item: Item): boolean => value(item) !== pointsOf(scores[item.position]);
  if (!sheet.items.some((item) => (value(item) ?? ZERO) > ONE) || !sheet.items.some(isOther)) return [];
  return [countedQuestion(sheet, column, 'các số cộng lên như điểm và không vượt điểm tối đa, nên không phải tỷ lệ')];
}

/** No number is above its maximum, and no sum is wrong; where few or no sums are stated, enough items tell. */
function isWithinMaxima({ items }: SheetWithoutReading, unit: UnitScores, value: Value): boolean {
  let compared = 0;
  for (const item of items) {
    const [itemValue, max] = [value(item), maxPointsOf(unit, item)];
    if (itemValue === null || max === null) continue;
    if (itemValue > max || itemValue < 0) return false;
    if (isScoredItem(item)) compared++;
  }
  const { right, wrong } = trySums(items, valuesOf(items, value));
  return wrong === 0 && (right >= FEWEST_SUMS || compared >= FEWEST);
}

const countedQuestion = (sheet: SheetWithoutReading, { column, path }: Column, because: string): Question =>
  ask(
    [headAt(sheet, column)],
    `Cột ${columnName(column)} «${path.join(' / ')}» có phải là điểm được tính không`,
    because,
  );

const SAYS_AVERAGE = /\b(trung binh|binh quan)\b/;

/** In every item, an average of all units lies between a weak unit's points and the maximum. */
const isAverage = ({ path }: Column): boolean =>
  path.map(plainKey).some((text) => AVERAGE.test(text) || SAYS_AVERAGE.test(text));

/** Most items have a number in the column, and each is between the points and the maximum. */
function likePoints(
  sheet: SheetWithoutReading,
  [unit]: readonly UnitScores[],
  column: Column,
  value: Value,
): Question[] {
  if (!unit || isAverage(column)) return [];
  const scores = awardedScores(unit);
  const scored = sheet.items.filter(isScoredItem);
  let [compared, other] = [0, 0];
  for (const item of scored) {
    const [itemValue, points, max] = [value(item), pointsOf(scores[item.position]), maxPointsOf(unit, item)];
    if (itemValue === null || points === null || max === null) continue;
    if (itemValue > max || itemValue < points) return [];
    compared++;
    if (itemValue !== points) other++;
  }
  const given = scored.filter((item) => pointsOf(scores[item.position]) !== null).length;
  const { right, wrong } = trySums(sheet.items, valuesOf(sheet.items, value));
  const addsUp = right > 1 && wrong === 0;
  if (other === 0 || compared * 5 < given * 4 || (compared < FEWEST && !addsUp)) return [];
  const position = column.column;
  return [
    ask(
      [headAt(sheet, position)],
      `Cột ${columnName(position)} «${column.path.join(' / ')}» có phải là điểm tự chấm không`,
      'mọi số của cột nằm giữa điểm được tính và điểm tối đa',
    ),
  ];
}

/** An unused column of losses equals the maximum minus the last appraisal, and in total exceeds its points. */
function lossOfLast(sheet: SheetWithoutReading, column: Column, value: Value): Question[] {
  const unit = sheet.units.find(({ name }) => sheet.units.length === 1 || name === column.owner);
  const awarded = unit?.columns[unit.awardedRole];
  if (!unit || awarded === undefined) return [];
  let [same, points, losses] = [0, 0, 0];
  for (const item of sheet.items.filter(isScoredItem)) {
    const [itemPoints, lost, max] = [
      pointsOf(awardedScores(unit)[item.position]),
      value(item),
      maxPointsOf(unit, item),
    ];
    if (itemPoints === null || lost === null || max === null) continue;
    if (max - itemPoints !== Math.abs(lost)) return [];
    same++;
    points += itemPoints;
    losses += Math.abs(lost);
  }
  if (same < FEWEST_LOSSES || losses <= points) return [];
  const both = [column.column, awarded];
  return [
    ask(
      both.map((each) => headAt(sheet, each)),
      `Cột ${both.map(columnName).join(' hay cột ')} là điểm đạt được, cột nào là điểm bị trừ`,
      'hai cột bù nhau đúng bằng điểm tối đa, mà cột ghi là điểm bị trừ nhiều hơn hẳn',
    ),
  ];
}
