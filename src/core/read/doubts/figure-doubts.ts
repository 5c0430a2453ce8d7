/**
 * Doubts about single figures that a whole result depends on: no sum below them confirms them, and the table
 * contradicts them (FIELD.md §9).
 */
import type { Address } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, toVietnamese, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import {
  unitAxis,
  awardedScores,
  isCounted,
  isScoredItem,
  itemsBelow,
  labelOf,
  maxPointsOf,
  type Item,
  type Question,
  type ReadFact,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { outsideBy } from '../words/item-words';
import { ask } from './sum-doubts';
import { pointsOf } from '../numbers/parse-score';

export function figureDoubts(sheet: SheetWithoutReading): Question[] {
  const above = mostlyAbove(sheet);
  if (unitAxis(sheet) === 'row') return above.length > 0 ? above : maximaAgainstTotal(sheet);
  return [...above, ...aboveParents(sheet), ...oddMaxima(sheet), ...areasOfLosses(sheet), ...blankWholes(sheet)];
}

const CORRECT = 'hãy sửa ô ghi sai.';
const askOf = (at: readonly Address[], question: string, because: string, unit: number | null = null): Question => ({
  ...ask(at, question, because, unit),
  remedy: CORRECT,
});

const FEWEST_ABOVE = 3;
/** Further units add no information. */
const MOST_UNITS = 100;

/** If most units have more than an item's maximum, the maximum is wrong for all of them. */
function mostlyAbove({ items, units: all }: SheetWithoutReading): Question[] {
  const units = all.slice(0, MOST_UNITS);
  if (units.length < FEWEST_ABOVE) return [];
  return items.filter(isCounted).flatMap((item): Question[] => {
    const max = item.max;
    if (max === null) return [];
    let [scored, above] = [0, 0];
    for (const unit of units) {
      const score = awardedScores(unit)[item.position];
      if (score?.kind !== 'points') continue;
      scored++;
      if (score.points > max) above++;
    }
    if (above < FEWEST_ABOVE || above * 2 <= scored) return [];
    const at = item.maxAt ?? { row: item.row, column: item.column };
    const because = `điểm của ${String(above)} đơn vị vượt mức này`;
    return [askOf([at], `Điểm tối đa của tiêu chí ${labelOf(item)} có đúng là ${toVietnamese(max)} không`, because)];
  });
}

/**
 * Reports the maximum of an item if the best unit has less than a fifth of it, and at least half of every other
 * maximum. Maxima that add up to 100, or to the total that the officer typed, are right; items outside the areas apply
 * to few units.
 */
export function doubtfulMaximum(sheet: SheetWithoutReading): ReadFact[] {
  const { items, units, statedMax } = sheet;
  if (unitAxis(sheet) !== 'row' || units.length < FEWEST_ABOVE) return [];
  const maxSum = sumOf(items.filter(isCounted), (item) => item.max);
  if (maxSum === ONE_HUNDRED || (maxSum !== null && maxSum === statedMax?.value && !statedMax.isFormula)) return [];
  const measured = items.filter(isCounted).flatMap((item) => {
    const points = units.map((unit) => pointsOf(awardedScores(unit)[item.position]) ?? ZERO);
    return item.max === null || item.max === ZERO ? [] : [{ item, max: item.max, best: Math.max(...points) }];
  });
  const [far, ...others] = [...measured].sort((a, b) => a.best / a.max - b.best / b.max);
  if (!far || far.best === 0 || far.best * 5 >= far.max || others.length < 2) return [];
  if (others.some(({ best, max }) => best * 2 < max) || outsideBy(far.item.name) !== null) return [];
  const at = far.item.maxAt ?? { row: far.item.row, column: far.item.column };
  const question = `Điểm tối đa của tiêu chí ${labelOf(far.item)} có đúng là ${toVietnamese(far.max)} không`;
  return [{ kind: 'doubtful-maximum', at, question }];
}

/**
 * An item has a higher maximum than its parent: one of the two is mistyped, and the index depends on it. If the parts
 * should add up to the whole, the check of the sums reports it instead.
 */
const aboveParents = ({ items, facts }: SheetWithoutReading): Question[] =>
  items.flatMap((item): Question[] => {
    const parentItem = items[item.parent];
    if (
      !parentItem ||
      item.max === null ||
      parentItem.max === null ||
      !item.maxAt ||
      !parentItem.maxAt ||
      item.max <= parentItem.max
    )
      return [];
    const addsUp = !facts.some(({ kind }) => kind === 'list-of-losses');
    if (addsUp && parentItem.children.every((child) => items[child]?.max !== null)) return [];
    const question = `Điểm tối đa của tiêu chí ${labelOf(item)} có đúng là ${toVietnamese(item.max)} không`;
    const because = `tiêu chí ${labelOf(parentItem)} ở trên chỉ có ${toVietnamese(parentItem.max)}`;
    return [askOf([item.maxAt, parentItem.maxAt], question, because)];
  });

/** A unit whose maxima differ in more items is measured by another set. */
const MOST_ODD = 2;

/** Every unit has a column of maxima, and for one item one unit states another maximum than all others. */
function oddMaxima({ units, items }: SheetWithoutReading): Question[] {
  const distinct = new Set(units.flatMap(({ max, columns }) => (max === null ? [] : (columns.max ?? []))));
  // A column that serves a group of units holds the maxima of that group.
  if (units.length < 2 || distinct.size < units.length) return [];
  const odd = new Map<UnitScores, { readonly item: Item; readonly usual: Decimal; readonly unitMax: Decimal }[]>();
  for (const item of items.filter(isCounted)) {
    const stated = units.map((unit) => unit.max?.[item.position] ?? null);
    const counts = new Map<Decimal, number>();
    for (const each of stated) if (each !== null && each > 0) counts.set(each, (counts.get(each) ?? 0) + 1);
    const [usual, other] = [...counts].sort(([, a], [, b]) => b - a);
    if (!usual || !other) continue;
    units.forEach((unit, position) => {
      const unitMax = stated[position] ?? null;
      const isOdd = unitMax !== null && unitMax > 0 && (unitMax !== usual[0] || usual[1] === other[1]);
      if (isOdd)
        odd.set(unit, [...(odd.get(unit) ?? []), { item, unitMax, usual: unitMax === usual[0] ? other[0] : usual[0] }]);
    });
  }
  return [...odd].flatMap(([unit, found]): Question[] => {
    const [first] = found;
    if (!first || found.length > MOST_ODD) return [];
    const { item, unitMax, usual } = first;
    return [
      askOf(
        found.map((each) => ({ row: each.item.row, column: unit.columns.max ?? each.item.column })),
        `Điểm tối đa của tiêu chí ${labelOf(item)} là ${toVietnamese(unitMax)} hay ${toVietnamese(usual)}`,
        'các đơn vị ghi điểm tối đa khác nhau cho cùng tiêu chí',
        unit.position,
      ),
    ];
  });
}

/**
 * An area in a list of losses is counted by its own row. Asks if its loss, the items listed below it and the total
 * disagree.
 */
function areasOfLosses(sheet: SheetWithoutReading): Question[] {
  const [unit] = sheet.units;
  if (!unit || !sheet.items.some(({ listed }) => listed === true)) return [];
  const areas = sheet.items.filter(isCounted);
  const scores = awardedScores(unit);
  const saysLosses = areas.some((area) => (unit.lost?.[area.position] ?? null) !== null);
  const asked = areas.flatMap((area): Question[] => {
    const [max, points] = [maxPointsOf(unit, area), pointsOf(scores[area.position])];
    if (max === null || points === null) return max === points ? [] : [halfStated(unit, area, max)];
    const areaLoss = (max - points) as Decimal;
    const stated = unit.lost?.[area.position]?.value ?? (saysLosses ? ZERO : null);
    const listed = listedBelow(sheet, unit, area);
    if (stated === areaLoss || listed === areaLoss || (stated === null && listed !== null)) return [];
    const column = unit.columns[unit.awardedRole] ?? area.column;
    return [
      askOf(
        [{ row: area.row, column }],
        `Điểm và điểm tối đa của lĩnh vực ${labelOf(area)} có đúng là ` +
          `${toVietnamese(points)} trên ${toVietnamese(max)} không`,
        `bảng ghi lĩnh vực này mất ${toVietnamese(stated ?? ZERO)} điểm`,
        unit.position,
      ),
    ];
  });
  if (asked.length > 0) return asked;
  const idle = sheet.items.find((item) => item.listed === true && isWholly(item, unit));
  return idle ? [areaOrItem(idle, unit)] : totalOfLosses(sheet, unit, areas);
}

const isWholly = (item: Item, unit: UnitScores): boolean => {
  const points = pointsOf(awardedScores(unit)[item.position]);
  return points !== null && points === maxPointsOf(unit, item);
};

/** Only items with a loss are listed below an area: a row without a loss may be the next area. */
const areaOrItem = (item: Item, unit: UnitScores): Question =>
  ask(
    [{ row: item.row, column: item.column }],
    `Dòng ${String(item.row + 1)} «${item.name}» là một lĩnh vực hay một tiêu chí`,
    'dưới lĩnh vực bảng chỉ liệt kê tiêu chí bị mất điểm, mà dòng này không mất điểm',
    unit.position,
  );

/** A row with points or a maximum alone counts for nothing, so the index does not cover the whole. */
function halfStated(unit: UnitScores, area: Item, max: Decimal | null): Question {
  const missing = max === null ? 'điểm tối đa' : 'điểm';
  const column = max === null ? area.maxAt?.column : unit.columns[unit.awardedRole];
  return askOf(
    [{ row: area.row, column: column ?? area.column }],
    `${missing.charAt(0).toUpperCase()}${missing.slice(1)} của lĩnh vực ${labelOf(area)} là bao nhiêu`,
    'dòng này không ghi, mà lĩnh vực được tính theo số ghi ở chính dòng của nó',
    unit.position,
  );
}

/**
 * A parent without a maximum lost as much as its items and has more points than they have: not all of its items are
 * listed, so the sum of their maxima is not its maximum.
 */
function blankWholes({ items, units }: SheetWithoutReading): Question[] {
  return units.flatMap((unit) => {
    if (unit.lost === null) return [];
    const scores = awardedScores(unit);
    const sumBelow = (item: Item, value: (each: Item) => Decimal | null): Decimal | null =>
      sumOf(
        item.children.flatMap((child) => items[child] ?? []),
        value,
      );
    return items.flatMap((item): Question[] => {
      const [points, lost] = [pointsOf(scores[item.position]), unit.lost?.[item.position]?.value ?? null];
      if (isScoredItem(item) || points === null || lost === null || item.maxAt !== null) return [];
      const below = sumBelow(item, (each) => pointsOf(scores[each.position]));
      const lostBelow = sumBelow(item, (each) => unit.lost?.[each.position]?.value ?? null);
      return below !== null && points > below && lost === lostBelow ? [halfStated(unit, item, null)] : [];
    });
  });
}

/** The sum of the losses listed below the area, or null if none is listed. */
function listedBelow({ items }: SheetWithoutReading, unit: UnitScores, area: Item): Decimal | null {
  const below = itemsBelow(items, area).filter(({ listed }) => listed === true);
  const scores = awardedScores(unit);
  return below.length === 0
    ? null
    : below.reduce<Decimal>((sum, item) => {
        const [max, points] = [maxPointsOf(unit, item), pointsOf(scores[item.position])];
        return max === null || points === null ? sum : roughSum(sum, (max - points) as Decimal);
      }, ZERO);
}

function totalOfLosses({ statedMax }: SheetWithoutReading, unit: UnitScores, areas: readonly Item[]): Question[] {
  const scores = awardedScores(unit);
  const sides = [
    { stated: statedMax, sum: sumOf(areas, (area) => maxPointsOf(unit, area)), name: 'điểm tối đa' },
    { stated: unit.stated.total, sum: sumOf(areas, (area) => pointsOf(scores[area.position])), name: 'điểm' },
  ];
  return sides.flatMap(({ stated, sum, name }): Question[] => {
    const value = stated?.value ?? null;
    if (!stated || value === null || sum === null || stated.isFormula || value === sum) return [];
    const question = `Tổng ${name} là ${toVietnamese(sum)} hay ${toVietnamese(value)}`;
    return [askOf([stated.at], question, 'cộng các lĩnh vực không bằng tổng mà bảng ghi', unit.position)];
  });
}

function sumOf(items: readonly Item[], value: (item: Item) => Decimal | null): Decimal | null {
  let sum = ZERO;
  for (const item of items) {
    const itemValue = value(item);
    if (itemValue === null) return null;
    sum = roughSum(sum, itemValue);
  }
  return sum;
}

/** Half a hundredth: stated indices are rounded. */
const NEAR: number = ONE_HUNDRED / 20_000 + 1;

/** The row of maxima does not add up to its total, and every index depends on which of them is wrong. */
function maximaAgainstTotal({ items, units, statedMax, maxLine, itemised }: SheetWithoutReading): Question[] {
  const stated = statedMax?.value ?? null;
  if (!itemised || maxLine === null || statedMax === null || stated === null || statedMax.isFormula) return [];
  const sum = sumOf(items.filter(isScoredItem), (item) => item.max);
  if (sum === null || sum === stated || units.some(({ bonus, penalty }) => bonus.length + penalty.length > 0))
    return [];
  const agree = (tableMax: Decimal): number =>
    units.filter((unit) => {
      const points = sumOf(items.filter(isScoredItem), (item) => pointsOf(awardedScores(unit)[item.position]));
      const ratio = points === null ? null : percentOf(points, tableMax);
      const index = unit.stated.index?.value ?? null;
      return ratio !== null && index !== null && Math.abs(roundRatio(ratio, 2) - index) <= NEAR;
    }).length;
  if (agree(sum) > agree(stated)) return [];
  const question = `Điểm tối đa của mỗi đơn vị là ${toVietnamese(sum)} hay ${toVietnamese(stated)}`;
  const because = 'cộng điểm tối đa của các cột không bằng tổng điểm tối đa mà bảng ghi';
  return [askOf([statedMax.at], question, because)];
}
