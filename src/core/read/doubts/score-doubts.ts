/** Doubts from scores that do not fit the maximum or the self-score: usually two headings are exchanged. */
import { columnName, type Address } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, toVietnamese, type Decimal } from '../../values/decimal';
import { textAt } from '../../model/workbook/grid';
import {
  awardedScores,
  unitAxis,
  isScoredItem,
  maxPointsOf,
  type Item,
  type Question,
  type Score,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { parseHeading } from '../words/parse-heading';
import { ask, headAt, trySums, valuesOf } from './sum-doubts';
import { pointsOf } from '../numbers/parse-score';

/** One score above the maximum, or above the self-score, is a slip; this many indicate a misread column. */
const FEWEST = 2;
const FEWEST_ABOVE_SELF = 3;

export function scoreDoubts(sheet: SheetWithoutReading): Question[] {
  if (unitAxis(sheet) === 'row') return [...exchangedInRows(sheet), ...maximumAmongScores(sheet)];
  const scored = sheet.items.filter(isScoredItem);
  return sheet.units
    .flatMap((unit) => [...selfAboveMaximum(sheet, unit), ...appraisedAboveSelf(sheet, scored, unit)])
    .concat(missingSides(sheet));
}

/** How often `ones` is above `others`, if both are points; null if one of them is below. */
function onlyAbove(items: readonly Item[], ones: readonly Score[], others: readonly Score[]): number | null {
  let above = 0;
  for (const { position } of items) {
    const [one, other] = [ones[position], others[position]];
    if (one?.kind !== 'points' || other?.kind !== 'points') continue;
    if (one.points < other.points) return null;
    if (one.points > other.points) above++;
  }
  return above;
}

/**
 * Awarded scores above the maximum are reported by score-above-max. Self-scores are not, but they show a misread
 * maximum as well.
 */
function selfAboveMaximum(sheet: SheetWithoutReading, unit: UnitScores): Question[] {
  const above = countAbove(sheet, unit);
  if (above < FEWEST && !(above === 1 && isMeasureOf(sheet, unit))) return [];
  const because = `điểm tự chấm vượt điểm tối đa ở ${String(above)} tiêu chí`;
  return [ask([unit.at], 'Cột nào là điểm tối đa, cột nào là điểm tự chấm', because, unit.position)];
}

/** How many self-scores exceed their maximum; sums exceed it as well, so parents are compared too. */
function countAbove({ items }: SheetWithoutReading, unit: UnitScores): number {
  const self = unit.awardedRole === 'self' ? null : unit.self;
  return items.filter((item) => {
    const [claimed, max] = [pointsOf(self?.[item.position]), maxPointsOf(unit, item)];
    return claimed !== null && max !== null && claimed > max;
  }).length;
}

/** A unit whose self-scores, from a sheet of their own, exceed several maxima. */
export function exceedingSelf(sheet: SheetWithoutReading): Pick<Question, 'question' | 'because'> | null {
  const unit = sheet.units.find((each) => countAbove(sheet, each) >= FEWEST);
  const because = 'các ô vượt điểm tối đa ở nhiều tiêu chí';
  return unit ? { question: `cột của ${unit.name} có phải là điểm tự chấm không`, because } : null;
}

/** No self-score is below its maximum, and their sums are stated and right: they are the maxima. */
function isMeasureOf({ items }: SheetWithoutReading, unit: UnitScores): boolean {
  const claimed = (item: Item): Decimal | null => pointsOf(unit.self?.[item.position]);
  const isBelow = items.some((item) => (claimed(item) ?? ONE_HUNDRED) < (maxPointsOf(unit, item) ?? ZERO));
  const { right, wrong } = trySums(items, valuesOf(items, claimed));
  return !isBelow && right > 0 && wrong === 0;
}

function appraisedAboveSelf(sheet: SheetWithoutReading, scored: readonly Item[], unit: UnitScores): Question[] {
  const { self, appraised } = unit;
  if (self === null || appraised === null) return [];
  const above = onlyAbove(scored, appraised, self);
  // In a short table every item tells.
  if (above === null || above < Math.max(FEWEST, Math.min(FEWEST_ABOVE_SELF, scored.length))) return [];
  const because = `điểm thẩm định cao hơn điểm tự chấm ở cả ${String(above)} tiêu chí mà hai cột khác nhau`;
  return [
    ask([unit.at], questionOf(unit, 'self', 'điểm tự chấm', 'điểm thẩm định'), because, unit.position, [
      ...choiceOf(sheet, unit, 'appraised'),
      ...choiceOf(sheet, unit, 'self'),
    ]),
  ];
}

/**
 * If units are rows: an area, or the whole, in which the appraisal is above the self-score of several units and below
 * none, or in which several self-scores exceed the maximum.
 */
function exchangedInRows(sheet: SheetWithoutReading): Question[] {
  const found = sheet.items.filter((item) => {
    let [above, below, over] = [0, 0, 0];
    for (const unit of sheet.units) {
      const [now, before] = [pointsOf(unit.appraised?.[item.position]), pointsOf(unit.self?.[item.position])];
      const max = maxPointsOf(unit, item);
      if (before !== null && max !== null && before > max) over++;
      if (now === null || before === null) continue;
      if (now > before) above++;
      else if (now < before) below++;
    }
    return (above >= FEWEST && below === 0) || (over >= FEWEST && sheet.units[0]?.awardedRole === 'appraised');
  });
  const [first] = found;
  if (!first) return unevenSides(sheet);
  const columns = [first.columns.self, first.columns.appraised].filter((column) => column !== undefined);
  const at = columns.map((column) => ({ row: sheet.headerRows.at(-1) ?? first.row, column }));
  const names = columns.map((column) => columnName(column)).join(' hay cột ');
  const because = 'điểm thẩm định cao hơn điểm tự chấm ở mọi đơn vị khác nhau, hoặc điểm tự chấm vượt điểm tối đa';
  return [ask(at, `Cột ${names} là điểm thẩm định, cột nào là điểm tự chấm`, because)];
}

/** Fewer units may all have the same self-score by chance. */
const FEWEST_SELF_SCORES = 3;

/**
 * Asks if one of two columns of totals is the maximum, when no column is named so: all units have the same self-score,
 * or a heading of one column suggests a maximum.
 */
function maximumAmongScores(sheet: SheetWithoutReading): Question[] {
  const { items, units, grid, itemised, facts } = sheet;
  const [onlyItem, another] = items;
  if (itemised || !onlyItem || another || !facts.some(({ kind }) => kind === 'no-maximum')) return [];
  const { self, appraised } = onlyItem.columns;
  if (self === undefined || appraised === undefined) return [];
  const pointsBy = (role: 'self' | 'appraised') =>
    units.map((unit) => pointsOf(unit[role]?.[onlyItem.position])).filter((each) => each !== null);
  const [claims, given] = [pointsBy('self'), new Set(pointsBy('appraised'))];
  const [claim] = claims;
  const areAlike =
    claims.length >= FEWEST_SELF_SCORES && claim !== ONE_HUNDRED && claims.every((each) => each === claim);
  const at = [self, appraised].map((column) => headAt(sheet, column));
  const saysMaximum = at.some(({ row, column }) => parseHeading(textAt(grid, row, column)).hint === 'max');
  if (!saysMaximum && (!areAlike || given.size < FEWEST)) return [];
  const because = areAlike
    ? `mọi đơn vị tự chấm cùng một số ${toVietnamese(claim ?? ZERO)}, mà bảng không ghi điểm tối đa`
    : 'một tiêu đề nói là điểm cao nhất, mà các số không phải là điểm tối đa';
  return [ask(at, `Cột ${columnName(self)} hay cột ${columnName(appraised)} là điểm tối đa`, because)];
}

/** An area that lacks a column of points which other areas have. */
function unevenSides({ items, headerRows }: SheetWithoutReading): Question[] {
  return (['appraised', 'self'] as const).flatMap((role) => {
    const scored = items.filter(isScoredItem);
    const lacking = scored.filter(({ columns }) => columns[role] === undefined);
    const [first] = lacking;
    if (!first || lacking.length === scored.length) return [];
    const at = { row: headerRows.at(-1) ?? first.row, column: first.column };
    return [ask([at], `Các cột dưới «${first.name}» ghi gì`, 'các lĩnh vực khác có thêm cột điểm')];
  });
}

/** A unit that lacks a column of points which other units have. */
function missingSides({ units }: SheetWithoutReading): Question[] {
  if (units.length < 2) return [];
  const names = { self: 'điểm tự chấm', appraised: 'điểm thẩm định' } as const;
  return (['appraised', 'self'] as const).flatMap((role) => {
    const lacking = units.filter(({ columns }) => columns[role] === undefined);
    if (lacking.length === 0 || lacking.length === units.length) return [];
    return lacking.map((unit) =>
      ask([unit.at], `Cột nào là ${names[role]} của ${unit.name}`, 'các đơn vị khác có cột này', unit.position),
    );
  });
}

function questionOf(unit: UnitScores, role: 'self', one: string, other: string): string {
  const awarded = unit.columns[unit.awardedRole];
  const beside = unit.columns[role];
  const names = [beside, awarded].map((column) => (column === undefined ? '' : columnName(column)));
  return `Cột ${names.join(' hay cột ')} là ${other}, cột nào là ${one}`;
}

function choiceOf(
  sheet: SheetWithoutReading,
  unit: UnitScores,
  role: 'self' | 'appraised' | 'lost',
): Question['choices'] {
  const column = unit.columns[role];
  if (column === undefined) return [];
  const value = (item: Item): Decimal | null =>
    role === 'lost' ? (unit.lost?.[item.position]?.value ?? null) : pointsOf(unit[role]?.[item.position]);
  let points: Decimal = ZERO;
  let max: Decimal = ZERO;
  for (const item of sheet.items.filter(isScoredItem)) {
    points = roughSum(points, value(item) ?? ZERO);
    max = roughSum(max, maxPointsOf(unit, item) ?? ZERO);
  }
  return [{ column, points, max }];
}

/**
 * A column with an unclear heading may be below the maximum in at most one of this many numbers to count as a copy of
 * it.
 */
const NEARLY_ALL = 10;

/**
 * Asks about a column with an unknown heading that equals the maxima, or nearly: it may be a self-score of almost full
 * points.
 */
export function mayBeSelf(
  { kind, units, facts, maxLine }: SheetWithoutReading,
  items: readonly Item[],
  value: (item: Item) => Decimal | null,
  at: Address,
  header: string,
): Question | null {
  const [unit] = units;
  if (!unit || kind !== 'one-unit' || unit.awardedRole === 'self') return null;
  const isSelfSaid =
    unit.self !== null && !facts.some((fact) => fact.kind === 'likely-column' && fact.readAs === 'self');
  // Items that do not apply to the unit prove nothing.
  const applies = (item: Item): boolean =>
    value(item) !== null || awardedScores(unit)[item.position]?.kind === 'points';
  const scored = items.filter((item) => isScoredItem(item) && applies(item));
  const isBetween = (item: Item): boolean => {
    const [itemValue, max, awarded] = [
      value(item),
      maxPointsOf(unit, item),
      pointsOf(awardedScores(unit)[item.position]),
    ];
    return (
      itemValue === max ||
      (itemValue !== null && max !== null && itemValue < max && itemValue >= (awarded ?? itemValue))
    );
  };
  const below = scored.filter((item) => value(item) !== maxPointsOf(unit, item)).length;
  if (isSelfSaid || below * NEARLY_ALL > scored.length || !scored.every(isBetween)) return null;
  const max = unit.columns.max ?? maxLine;
  return ask(
    [at, ...(max === null ? [] : [{ row: at.row, column: max }])],
    `Cột ${columnName(at.column)} ${header === '' ? 'không có tiêu đề' : `«${header}»`} có phải là điểm tự chấm không`,
    `cột ghi đúng bằng điểm tối đa ở ${below === 0 ? 'mọi' : 'gần như mọi'} tiêu chí, mà tiêu đề không nói`,
  );
}
