/** Doubts that two headings stand the wrong way round, where their numbers say so (FIELD.md §9). */
import { columnName } from '../../values/address';
import { plainKey } from '../../values/fold-text';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { textAt, type Grid } from '../../model/grid';
import {
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
import { ask, pointsOf } from './sum-doubts';

const FEWEST = 2;

export function exchangeDoubts(grid: Grid, sheet: UntoldSheet, columns: Columns, read: ScoreReader): Question[] {
  if (sheet.kind === 'units-as-rows') return lossesOrPoints(sheet);
  return [...maximumOfUnit(sheet), ...averageOfUnit(grid, sheet, columns, read), ...lossesOrPoints(sheet)];
}

const headAt = (sheet: UntoldSheet, column: number) => ({ row: sheet.headerRows.at(-1) ?? 0, column });

/** A unit that has more than the maximum, several times, and never less: its numbers are the maxima. */
function maximumOfUnit(sheet: UntoldSheet): Question[] {
  const { maxLine, items, units } = sheet;
  if (maxLine === null || units.length < FEWEST) return [];
  const found = units.find((unit) => {
    let [above, below] = [0, 0];
    for (const item of items.filter(isCounted)) {
      const points = pointsOf(awardedScores(unit)[item.index]);
      if (points === null || item.max === null) continue;
      if (points > item.max) above++;
      else if (points < item.max) below++;
    }
    return above >= FEWEST && below === 0;
  });
  const own = found?.columns[found.awardedRole];
  if (!found || own === undefined) return [];
  return [
    ask(
      [headAt(sheet, maxLine), headAt(sheet, own)],
      `Cột ${columnName(maxLine)} hay cột ${columnName(own)} là điểm tối đa`,
      `điểm của ${found.name} không thấp hơn điểm tối đa ở tiêu chí nào mà vượt ở nhiều tiêu chí`,
    ),
  ];
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

/**
 * Maximum less one column is the other, either way round. Where the unit itself claims what was taken off, or nearly
 * nothing was left, the headings have most likely changed places.
 */
function lossesOrPoints(sheet: UntoldSheet): Question[] {
  let [odd, column] = [0, undefined as number | undefined];
  for (const unit of sheet.units) {
    const told = complementsOf(sheet, unit);
    column ??= told.column;
    const hasSelf = unit.self !== null && unit.awardedRole === 'appraised';
    if (
      hasSelf
        ? told.claimsLost > told.claimsPoints * 2 + FEWEST
        : told.none > told.full * 2 && told.points * 3 < told.most
    )
      odd++;
  }
  if (column === undefined || odd * 2 <= sheet.units.length) return [];
  const [unit, item] = [sheet.units[0], sheet.items[0]];
  const own = unit?.columns[unit.awardedRole] ?? item?.columns[unit?.awardedRole ?? 'appraised'];
  const names = [own, column].flatMap((each) => (each === undefined ? [] : [each]));
  return [
    ask(
      names.map((each) => headAt(sheet, each)),
      `Cột ${names.map(columnName).join(' hay cột ')} là điểm đạt được, cột nào là điểm bị trừ`,
      'hai cột bù nhau đúng bằng điểm tối đa, mà điểm tự chấm hoặc số tiêu chí không được điểm nào nghiêng về cách kia',
    ),
  ];
}

interface Complements {
  readonly column: number | undefined;
  /** Items without points, and with all of them. */
  readonly none: number;
  readonly full: number;
  readonly points: Decimal;
  readonly most: Decimal;
  /** Items in which the unit's own points are what counts, or what is said to be lost. */
  readonly claimsPoints: number;
  readonly claimsLost: number;
}

function complementsOf(sheet: UntoldSheet, unit: UnitScores): Complements {
  let [none, full, claimsPoints, claimsLost] = [0, 0, 0, 0];
  let [points, most]: [Decimal, Decimal] = [ZERO, ZERO];
  let column: number | undefined;
  for (const item of sheet.items.filter(isCounted)) {
    const [own, max] = [pointsOf(awardedScores(unit)[item.index]), maxPointsOf(unit, item)];
    const lost = unit.lost?.[item.index]?.value ?? null;
    if (own === null || max === null || max === 0 || lost === null || lost !== max - own) continue;
    column ??= unit.columns.lost ?? item.columns.lost;
    if (own === 0) none++;
    if (own === max) full++;
    points = roughSum(points, own);
    most = roughSum(most, max);
    const self = pointsOf(unit.self?.[item.index]);
    if (own === lost) continue;
    if (self === own) claimsPoints++;
    if (self === lost) claimsLost++;
  }
  return { column, none, full, points, most, claimsPoints, claimsLost };
}
