/**
 * Doubts about units: a column whose heading is not like a unit, a total among the areas, results that contradict the
 * reading.
 */
import { ONE_HUNDRED, ZERO, negate, roughSum, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import {
  unitAxis,
  awardedScores,
  isCounted,
  isScoredItem,
  maxPointsOf,
  type Item,
  type Question,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { plainKey, remembered } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import { unitKey } from '../../matching/unit-keys';
import { nameOfOnlyUnit } from '../units/read-letterhead';
import { namesBody, namesUnit } from '../words/unit-names';
import { ask, headAt } from './sum-doubts';
import { pointsOf } from '../numbers/parse-score';

const FEWEST_UNITS = 2;
/** Most columns of points that one unit has. */
const MOST_SIDES = 4;

export function unitDoubts(sheet: SheetWithoutReading): Question[] {
  return [
    ...(sheet.kind === 'units-as-columns' ? [...oddNames(sheet), ...partedUnits(sheet)] : []),
    ...(unitAxis(sheet) === 'row' ? [...totalAmongAreas(sheet), ...sidesAsAreas(sheet), ...unitsAgain(sheet)] : []),
    ...contradictedIndices(sheet),
  ];
}

/** Offices of two communes have the same names, so only a khối that names a date or a judge repeats the same units. */
const ROUND = patternOf([
  String.raw`tu cham|tu danh gia|tham dinh|tham tra|phuc tra|hoi dong|so bo|chinh thuc|\b(19|20)\d\d\b`,
  String.raw`|\b(lan|vong|dot|quy) (\d|[iv]+\b|thu|dau)|\d thang`,
]);

/** «I. Tự chấm», «II. Thẩm định» over the same units: these are sides or years of the same units. */
function unitsAgain({ units }: SheetWithoutReading): Question[] {
  const twice = rowByRow(units);
  if (twice) return [askOfAgain(twice, 'mỗi đơn vị đứng nhiều lần trong bảng')];
  const [first = [], ...others] = partsOf(units);
  const names = new Set(first.map(({ name }) => unitKey(name)));
  for (const other of others) {
    const again = other.filter(({ name }) => names.has(unitKey(name)));
    const [unit] = again;
    const areRounds = [other, first].every((part) => ROUND.test(plainKey(part[0]?.group ?? '')));
    if (
      other[0]?.group !== first[0]?.group &&
      ![other, first].some((part) => ROUND.test(plainKey(part[0]?.group ?? '')))
    )
      continue;
    if (!unit || (again.length < FEWEST_UNITS && !areRounds) || again.length * 2 < Math.min(other.length, first.length))
      continue;
    return [askOfAgain(unit, `${String(again.length)} đơn vị đứng hai lần trong bảng`)];
  }
  return [];
}

const askOfAgain = ({ at }: UnitScores, because: string): Question => ({
  ...ask([at], `Từ dòng ${String(at.row + 1)} là vòng chấm khác hay năm khác của các đơn vị ở trên`, because),
  remedy: 'hãy chuyển phần này sang trang tính riêng, đặt tên theo vòng chấm («Tự chấm», «Thẩm định») hoặc năm.',
});

/** «Xã A | Tự chấm», «Xã A | Thẩm định», «Xã B | Tự chấm» …: the first row with the name of the row before it. */
function rowByRow(units: readonly UnitScores[]): UnitScores | undefined {
  const again = units.filter(({ name, group, position }) => {
    const before = units[position - 1];
    return before !== undefined && before.group === group && unitKey(before.name) === unitKey(name) && name !== '';
  });
  return again.length >= FEWEST_UNITS && again.length * 2 >= units.length ? again[0] : undefined;
}

/** A new part begins with another khối, or with a name that the part already has. */
function partsOf(units: readonly UnitScores[]): UnitScores[][] {
  const parts: UnitScores[][] = [];
  const seen = new Set<string>();
  let group: string | null = null;
  for (const unit of units) {
    const key = unitKey(unit.name);
    if (parts.length === 0 || unit.group !== group || seen.has(key)) {
      parts.push([]);
      seen.clear();
    }
    group = unit.group;
    seen.add(key);
    parts.at(-1)?.push(unit);
  }
  return parts;
}

const sortedRoles = remembered((roles) => roles.split(',').sort().join());

/** One name over columns of different roles: a unit with a part that lost its heading. */
function partedUnits({ units }: SheetWithoutReading): Question[] {
  const shapeOf = ({ columns }: UnitScores): string => sortedRoles(Object.keys(columns).join());
  const shapes = new Map<string, string>();
  const odd = new Set<string>();
  for (const unit of units) {
    const [key, shape] = [unitKey(unit.name), shapeOf(unit)];
    if ((shapes.get(key) ?? shape) !== shape) odd.add(key);
    // Adjacent columns with one name are parts of one unit, one of which lost its heading; apart, the name is written
    // twice.
    if (unitKey(units[unit.position - 1]?.name ?? '') === key) odd.add(key);
    shapes.set(key, shape);
  }
  // All unit names occur again: two sides whose headings do not show which is which.
  const seen = new Set<string>();
  const twice = units.flatMap(({ name }) => {
    const key = unitKey(name);
    const isFirst = key === '' || !seen.has(key);
    seen.add(key);
    return isFirst ? [] : [key];
  });
  const isUsual = twice.length >= FEWEST_UNITS && twice.length * 2 >= units.length;
  // «Sở A | K | Sở B | K»: every second column has the same heading.
  const isEveryOther = (key: string): boolean =>
    units.length >= 2 * FEWEST_UNITS && units.filter(({ name }) => unitKey(name) === key).length * 2 === units.length;
  for (const key of twice) if (isUsual || isEveryOther(key)) odd.add(key);
  const parted = units.filter(({ name }) => odd.has(unitKey(name)));
  const [first] = parted;
  if (!first) return [];
  const at = parted.slice(0, 3).map((unit) => unit.at);
  return [
    ask(at, `Các cột của «${first.name}» ghi gì`, 'tên này đứng trên nhiều cột mà tiêu đề không nói mỗi cột là gì'),
  ];
}

/**
 * A heading that is not like a unit's name, that only numbers its column, or that is not a body while the sheet names
 * its unit elsewhere.
 */
function oddNames({ units, grid, headerRows, sheet }: SheetWithoutReading): Question[] {
  const stated = nameOfOnlyUnit(grid, headerRows[0] ?? 0, '');
  const isSaid = stated !== '' && stated !== sheet && units.length <= MOST_SIDES;
  const isStated = isSaid && (units.length === 1 || namesBody(stated));
  const odd = units.filter(
    ({ name }) => !namesUnit(name) || /^cột \d+$/iu.test(name) || (isStated && !namesBody(name)),
  );
  const [first] = odd;
  if (!first) return [];
  const because = 'tiêu đề không giống tên đơn vị';
  return [
    ask(
      odd.map(({ at }) => at),
      `Cột «${first.name}» ghi điểm của một đơn vị, hay là một vòng chấm hoặc số liệu khác`,
      because,
    ),
  ];
}

/** One column of points is the sum of the others in nearly every row: it is their total and would count twice. */
function totalAmongAreas(sheet: SheetWithoutReading): Question[] {
  const items = sheet.items.filter(isCounted);
  const rows = sheet.units.map((unit) => pointsOfItems(unit, items)).filter((row) => row !== null);
  if (items.length < 3 || rows.length < FEWEST_UNITS || sheet.units.every((unit) => isTotalOfAll(unit, items)))
    return [];
  // One mistyped number does not turn a total into an area.
  const total = items.find((_, position) => {
    const isTotal = (row: readonly Decimal[]): boolean => sumOf(row) > 0 && sumOf(row) === 2 * (row[position] ?? ZERO);
    const telling = rows.filter(isTotal).length;
    return telling >= FEWEST_UNITS && telling + 1 >= rows.length;
  });
  if (!total) return [];
  const at = { row: total.row, column: total.column };
  return [
    ask(
      [at],
      `Cột «${total.name}» là tổng điểm hay là điểm của một lĩnh vực`,
      'cột bằng cộng các cột kia ở mọi đơn vị',
    ),
  ];
}

/** Whether the stated total is the sum of all areas. */
const isTotalOfAll = (unit: UnitScores, items: readonly Item[]): boolean =>
  unit.stated.total?.value === sumOf(items.map(({ position }) => pointsOf(awardedScores(unit)[position]) ?? ZERO));

/** The points of the items, or null if one of them has none. Items that do not apply count as zero. */
function pointsOfItems(unit: UnitScores, items: readonly Item[]): Decimal[] | null {
  const scores = items.map(({ position }) => awardedScores(unit)[position]);
  const points = scores
    .map((score) => (score?.kind === 'notApplicable' ? ZERO : pointsOf(score)))
    .filter((each) => each !== null);
  return points.length === items.length ? points : null;
}

const sumOf = (points: readonly Decimal[]): Decimal => points.reduce<Decimal>((sum, each) => roughSum(sum, each), ZERO);

/** «72,5/80 | 57/80» in every row: two scores of the whole, not two areas. */
function sidesAsAreas(sheet: SheetWithoutReading): Question[] {
  const items = sheet.items.filter(isCounted);
  if (items.length < 2 || sheet.units.length < FEWEST_UNITS) return [];
  const isWhole = (unit: UnitScores): boolean => {
    const scores = items.map(({ position }) => awardedScores(unit)[position]);
    const maxima = scores.map((score) => (score?.kind === 'points' ? score.of : null));
    return maxima[0] !== null && maxima.every((each) => each === maxima[0]);
  };
  // If the stated total is their sum, they are areas with equal maxima.
  if (!sheet.units.every(isWhole) || sheet.units.every((unit) => isTotalOfAll(unit, items))) return [];
  const at = items.map(({ row, column }) => ({ row, column }));
  return [
    ask(
      at,
      'Cột nào là điểm được tính',
      'các cột ghi điểm trên cùng một điểm tối đa, mà tiêu đề không nói của ai chấm',
    ),
  ];
}

const NEAR: number = ONE_HUNDRED / 500;

export const WHICH_POINTS = 'Cột nào là điểm, và điểm tối đa là bao nhiêu';

/** Whether the index stated for a unit, if any, is that of its points in another table. */
export function isIndexOf({ stated }: UnitScores, sheet: SheetWithoutReading, unit: UnitScores): boolean {
  const index = stated.index?.value ?? null;
  return index === null || indicesOf(sheet, unit).some((each) => Math.abs(each - index) <= NEAR);
}

/** If most stated indices are not points ÷ maximum, points or maxima were read from the wrong place. */
function contradictedIndices(sheet: SheetWithoutReading): Question[] {
  let [compared, wrong] = [0, 0];
  // Points outside the tree, or weighted by a setting, are in the index but not in the items.
  if (sheet.items.some(({ survey }) => survey)) return [];
  for (const unit of sheet.units) {
    const stated = typedIndex(sheet, unit);
    const indices = stated === null ? [] : indicesOf(sheet, unit);
    if (stated === null || indices.length === 0) continue;
    compared++;
    if (indices.every((index) => Math.abs(index - stated) > NEAR)) wrong++;
  }
  if (wrong <= FEWEST_UNITS || wrong * 2 <= compared) return [];
  const [unit] = sheet.units;
  const points = unit?.columns[unit.awardedRole] ?? sheet.items[0]?.columns.appraised;
  const column = (unitAxis(sheet) === 'row' ? sheet.resultLines.index : undefined) ?? points ?? sheet.nameColumn;
  return [
    ask(
      [headAt(sheet, column)],
      WHICH_POINTS,
      'chỉ số ghi trong bảng của hầu hết đơn vị không bằng điểm chia điểm tối đa',
    ),
  ];
}

/** The index typed for a unit, if no points outside the tree are part of it. */
function typedIndex({ items }: SheetWithoutReading, { stated, percent, bonus, penalty }: UnitScores): Decimal | null {
  if (stated.index?.isFormula === true || [...bonus, ...penalty].some(({ isBlank }) => !isBlank)) return null;
  // If the whole is the only item, its percentage is the index.
  return stated.index?.value ?? (items.length === 1 ? (percent?.[0]?.value ?? null) : null);
}

/**
 * Points ÷ the sum of the maxima, and points ÷ the total maximum that the sheet states, so that one mistyped maximum
 * does not count as a misreading.
 */
function indicesOf({ items, itemised, statedMax }: SheetWithoutReading, unit: UnitScores): Decimal[] {
  const scores = awardedScores(unit);
  let points: Decimal = ZERO;
  let max: Decimal = ZERO;
  let out: Decimal = ZERO;
  for (const item of items.filter(isScoredItem)) {
    const score = scores[item.position];
    const most = (score?.kind === 'points' ? score.of : null) ?? maxPointsOf(unit, item);
    if (score?.kind === 'notApplicable') {
      out = roughSum(out, most ?? ZERO);
      continue;
    }
    if (score?.kind !== 'points' || (most === null && itemised && items.some((each) => each.max !== null))) return [];
    points = roughSum(points, score.points);
    max = roughSum(max, most ?? ZERO);
  }
  const unitMax = unit.stated.max?.value ?? null;
  const maxima = [
    max === 0 ? (unitMax ?? ONE_HUNDRED) : max,
    ...(statedMax === null || statedMax.value === null ? [] : [roughSum(statedMax.value, negate(out))]),
  ];
  return maxima.flatMap((maximum) => {
    const ratio = percentOf(points, maximum);
    return ratio ? [roundRatio(ratio, 2)] : [];
  });
}
