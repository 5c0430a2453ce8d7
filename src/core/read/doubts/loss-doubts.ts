/**
 * Doubts whether the column of losses holds losses: numbers that are not the maximum minus the points, and exchanged
 * columns of points and losses (FIELD.md §9).
 */
import { columnName } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import { isBlank, valueAt } from '../../model/workbook/grid';
import {
  unitAxis,
  awardedScores,
  isCounted,
  maxPointsOf,
  type Item,
  type Question,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { ask, headAt } from './sum-doubts';
import { pointsOf } from '../numbers/parse-score';

const FEWEST = 2;
const FEWEST_LOSSES = 3;
/** Further units add no information. */
const MOST_UNITS = 30;
/** Stated indices are rounded. */
const NEAR: number = ONE_HUNDRED / 500;

export const lossDoubts = (sheet: SheetWithoutReading): Question[] => [
  ...lossesOfOthers(sheet),
  ...lossesOrPoints(sheet),
  ...claimedLosses(sheet),
];

/** What a unit claims is the maximum minus the points, wherever that tells: the losses of the appraisal. */
function claimedLosses(sheet: SheetWithoutReading): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  return sheet.units.flatMap((unit): Question[] => {
    const [pointsColumn, column] = [unit.columns[unit.awardedRole], unit.columns.self];
    if (unit.self === null || unit.awardedRole === 'self' || unit.lost !== null || column === undefined) return [];
    let telling = 0;
    for (const item of sheet.items.filter(isCounted)) {
      const [points, max] = [pointsOf(awardedScores(unit)[item.position]), maxPointsOf(unit, item)];
      const claimed = pointsOf(unit.self[item.position]);
      if (points === null || max === null || claimed === null) continue;
      if (claimed !== max - points) return [];
      if (claimed !== points) telling++;
    }
    if (telling < FEWEST_LOSSES) return [];
    const columns = pointsColumn === undefined ? [column] : [column, pointsColumn];
    return [
      ask(
        columns.map((each) => headAt(sheet, each)),
        `Cột ${columnName(column)} là điểm tự chấm hay điểm bị trừ`,
        'các ô bằng đúng điểm tối đa trừ điểm được tính',
        unit.position,
      ),
    ];
  });
}

/** Asks if most stated losses are not the maximum minus the points. */
function lossesOfOthers(sheet: SheetWithoutReading): Question[] {
  let [same, different] = [0, 0];
  let position: number | undefined;
  for (const unit of sheet.units.slice(0, MOST_UNITS)) {
    for (const item of sheet.items) {
      const stated = unit.lost?.[item.position]?.value ?? null;
      const [max, points] = [maxPointsOf(unit, item), pointsOf(awardedScores(unit)[item.position])];
      if (stated === null || max === null || points === null) continue;
      position ??= unit.columns.lost ?? item.columns.lost;
      if (stated === max - points) same++;
      else different++;
    }
  }
  if (position === undefined || different < FEWEST_LOSSES || different <= same) return [];
  const because =
    `hầu hết các ô không bằng điểm tối đa trừ điểm ` + `(${String(different)} trong ${String(same + different)})`;
  return [ask([headAt(sheet, position)], `Cột ${columnName(position)} có phải là điểm bị trừ không`, because)];
}

/**
 * The maximum minus one column is the other, whichever holds the points. If the unit's self-scores equal the losses, or
 * the losses exceed the points, the headings are exchanged.
 */
function lossesOrPoints(sheet: SheetWithoutReading): Question[] {
  const column = sheet.units[0]?.columns.lost ?? sheet.items[0]?.columns.lost;
  if (column === undefined) return [];
  const units = sheet.units.slice(0, MOST_UNITS);
  const isClaimed = units.filter((unit) => isSelfEqualToLosses(sheet, unit)).length * 2 > units.length;
  const [unit, item] = [sheet.units[0], sheet.items[0]];
  const isGuess = areGuessed(sheet) && !units.some((each) => isStated(sheet, each) || arePointsConfirmed(sheet, each));
  const isListed = units.some((unit) => listsPoints(sheet, unit));
  const isTold = units.some((unit) => isBelowZero(sheet, unit) || isCausedOtherwise(sheet, unit));
  if (!isClaimed && !isGuess && !isListed && !isTold && !losesMost(sheet, units)) return [];
  const pointsColumn = unit?.columns[unit.awardedRole] ?? item?.columns[unit?.awardedRole ?? 'appraised'];
  const names = [pointsColumn, column].flatMap((each) => (each === undefined ? [] : [each]));
  return [
    ask(
      names.map((each) => headAt(sheet, each)),
      `Cột ${names.map(columnName).join(' hay cột ')} là điểm đạt được, cột nào là điểm bị trừ`,
      isClaimed
        ? 'hai cột bù nhau đúng bằng điểm tối đa, mà điểm tự chấm bằng cột ghi là điểm bị trừ'
        : isGuess
          ? 'hai cột bù nhau đúng bằng điểm tối đa, mà tiêu đề không nói cột nào'
          : isListed
            ? 'các tiêu chí được kê không đủ điểm tối đa của lĩnh vực, mà chỉ cột ghi là điểm cộng lên đúng'
            : isTold
              ? 'cột ghi là điểm có số âm, hoặc nguyên nhân đứng cạnh tiêu chí đủ điểm mà không cạnh tiêu chí 0 điểm'
              : 'hai cột bù nhau đúng bằng điểm tối đa, mà cột ghi là điểm bị trừ nhiều hơn hẳn',
    ),
  ];
}

/** Points are not below zero; losses often are. */
function isBelowZero({ items }: SheetWithoutReading, unit: UnitScores): boolean {
  const below = items.filter(({ position }) => (pointsOf(awardedScores(unit)[position]) ?? ZERO) < ZERO);
  return below.length >= FEWEST;
}

/** Causes are beside most items with full points and beside few items without any. */
function isCausedOtherwise({ grid, items, ...sheet }: SheetWithoutReading, unit: UnitScores): boolean {
  const column = unit.columns.cause;
  if (unitAxis(sheet) === 'row' || column === undefined || unit.lost === null) return false;
  const [full, none] = [new Array<boolean>(), new Array<boolean>()];
  for (const item of items.filter(isCounted)) {
    const [awarded, max] = [pointsOf(awardedScores(unit)[item.position]), maxPointsOf(unit, item)];
    const hasCause = !isBlank(valueAt(grid, item.row, column));
    if (max === null || max === ZERO) continue;
    if (awarded === max) full.push(hasCause);
    if (awarded === ZERO) none.push(hasCause);
  }
  const caused = (of: readonly boolean[]): number => of.filter((each) => each).length;
  return caused(full) >= FEWEST && caused(full) * 2 > full.length && (none.length - caused(none)) * 2 > none.length;
}

/**
 * The maxima of the items do not add up to their parent's, but their points do: only items with losses are listed, so
 * the column that adds up holds the losses.
 */
function listsPoints({ items }: SheetWithoutReading, unit: UnitScores): boolean {
  const scores = awardedScores(unit);
  const ownOf = (item: Item): ItemNumbers => {
    const [awarded, max] = [pointsOf(scores[item.position]) ?? ZERO, maxPointsOf(unit, item) ?? ZERO];
    return { item, awarded, max, lost: unit.lost?.[item.position]?.value ?? (awarded === max ? ZERO : null) };
  };
  const numbers = items.map(ownOf);
  if (numbers.some(({ awarded, max, lost }) => lost !== max - awarded)) return false;
  const sumBelow = ({ item }: ItemNumbers, pick: (each: ItemNumbers) => Decimal): Decimal =>
    item.children.reduce<Decimal>(
      (sum, position) => roughSum(sum, numbers[position] ? pick(numbers[position]) : ZERO),
      ZERO,
    );
  const parents = numbers.filter(({ item }) => item.children.length > 0);
  return (
    parents.every((each) => sumBelow(each, ({ awarded }) => awarded) === each.awarded) &&
    parents.some((each) => sumBelow(each, ({ max }) => max) < each.max)
  );
}

/** Whether neither heading shows which column holds the points, and no other side is beside them. */
function areGuessed({ facts, units }: SheetWithoutReading): boolean {
  const guessed = new Set(facts.flatMap((fact) => (fact.kind === 'likely-column' ? [fact.readAs] : [])));
  return (
    guessed.has('lost') &&
    units.every(({ self, awardedRole }) => guessed.has(awardedRole) && (self === null || awardedRole === 'self'))
  );
}

/** Whether the unit's self-scores mostly equal the losses in the items in which points and losses differ. */
function isSelfEqualToLosses({ items }: SheetWithoutReading, unit: UnitScores): boolean {
  if (unit.self === null || unit.awardedRole === 'self') return false;
  let [points, losses] = [0, 0];
  for (const item of items.filter(isCounted)) {
    const [awarded, max] = [pointsOf(awardedScores(unit)[item.position]), maxPointsOf(unit, item)];
    // An item with full points may leave its loss blank.
    const lost = unit.lost?.[item.position]?.value ?? (awarded === max ? ZERO : null);
    if (awarded === null || max === null || lost === null || lost !== max - awarded || awarded === lost) continue;
    const self = pointsOf(unit.self[item.position]);
    if (self === awarded) points++;
    if (self === lost) losses++;
  }
  return losses > points * 2 + FEWEST;
}

/**
 * Whether more items have no points than full points, or the losses exceed the points. Hardly any unit is so bad, and
 * the table confirms it for one that is.
 */
function losesMost(sheet: SheetWithoutReading, units: readonly UnitScores[]): boolean {
  // A list of losses leaves out items that lost nothing.
  if (sheet.items.some(({ listed }) => listed === true)) return false;
  let [full, none, points, losses] = [0, 0, 0, 0];
  for (const unit of units) {
    const scores = awardedScores(unit);
    if (isStated(sheet, unit) || arePointsConfirmed(sheet, unit)) return false;
    for (const item of sheet.items.filter(isCounted)) {
      const [awarded, max] = [pointsOf(scores[item.position]), maxPointsOf(unit, item)];
      const lost = unit.lost?.[item.position]?.value ?? (awarded === max ? ZERO : null);
      if (awarded === null || max === null || lost === null || lost !== max - awarded || max === ZERO) continue;
      if (awarded === max) full++;
      if (awarded === ZERO) none++;
      points += awarded;
      losses += lost;
    }
  }
  return none > full + 1 || losses > points;
}

/**
 * Whether the table confirms that the points are points: percentages match them, causes are beside losses alone, blank
 * losses mean full points, or the unit's self-score is below the loss.
 */
function arePointsConfirmed(sheet: SheetWithoutReading, unit: UnitScores): boolean {
  const scores = awardedScores(unit);
  const numbers = sheet.items.filter(isCounted).flatMap((item): ItemNumbers[] => {
    const [awarded, max] = [pointsOf(scores[item.position]), maxPointsOf(unit, item)];
    return awarded === null || max === null
      ? []
      : [{ item, awarded, max, lost: unit.lost?.[item.position]?.value ?? null }];
  });
  const differing = numbers.filter(({ awarded, lost }) => lost !== null && lost !== awarded);
  const cause = unitAxis(sheet) === 'row' ? undefined : unit.columns.cause;
  const hasCause = ({ item }: ItemNumbers): boolean =>
    cause !== undefined && !isBlank(valueAt(sheet.grid, item.row, cause));
  const [all, nothing] = [
    differing.filter(({ awarded }) => awarded === ZERO),
    differing.filter(({ lost }) => lost === ZERO),
  ];
  const uncaused = (each: readonly ItemNumbers[]): number => each.filter((one) => !hasCause(one)).length;
  // Causes are written beside losses; an item without a cause lost nothing rather than everything.
  const isCaused = all.some(hasCause) || (differing.some(hasCause) && uncaused(nothing) > uncaused(all));
  return (
    (isCaused && !nothing.some(hasCause)) ||
    numbers.filter(({ awarded, max, lost }) => lost === null && awarded === max && max !== ZERO).length >= FEWEST ||
    differing.filter((each) => isPercent(unit, each)).length >= FEWEST ||
    differing.filter((each) => isSelfBelowLoss(unit, each)).length >= FEWEST
  );
}

interface ItemNumbers {
  readonly item: Item;
  readonly awarded: Decimal;
  readonly max: Decimal;
  readonly lost: Decimal | null;
}

function isPercent({ percent }: UnitScores, { item, awarded, max }: ItemNumbers): boolean {
  const stated = percent?.[item.position]?.value ?? null;
  const ratio = stated === null ? null : percentOf(awarded, max);
  return ratio !== null && Math.abs(roundRatio(ratio, 2) - (stated ?? 0)) <= NEAR;
}

function isSelfBelowLoss({ self, awardedRole }: UnitScores, { item, awarded, lost }: ItemNumbers): boolean {
  const claimed = awardedRole === 'self' ? null : pointsOf(self?.[item.position]);
  return claimed !== null && awarded <= claimed && claimed < (lost ?? 0);
}

/** Whether the stated index, or the stated total if units are rows, matches these points. */
function isStated(sheet: SheetWithoutReading, unit: UnitScores): boolean {
  const stated = unit.stated.index?.value ?? null;
  const total = unitAxis(sheet) === 'row' ? (unit.stated.total?.value ?? null) : null;
  if (stated === null && total === null) return false;
  const scores = awardedScores(unit);
  let [points, max]: [Decimal, Decimal] = [ZERO, ZERO];
  for (const item of sheet.items.filter(isCounted)) {
    const [awarded, most] = [pointsOf(scores[item.position]), maxPointsOf(unit, item)];
    if (awarded === null || most === null) continue;
    points = roughSum(points, awarded);
    max = roughSum(max, most);
  }
  const ratio = max === ZERO ? null : percentOf(points, max);
  return points === total || (ratio !== null && stated !== null && Math.abs(roundRatio(ratio, 2) - stated) <= NEAR);
}
