/** Doubts about unused columns of numbers: asks if they may be points or maxima, reports the others (FIELD.md §9). */
import { columnName, type Address } from '../../values/address';
import { ONE_HUNDRED, ZERO, roughSum, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import { isBlank, valueAt, type Grid } from '../../model/workbook/grid';
import {
  unitAxis,
  awardedScores,
  isScoredItem,
  maxPointsOf,
  type Choice,
  type Item,
  type ReadFact,
  type UnitScores,
  type SheetWithoutReading,
} from '../../model/score-sheet';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import type { UsedColumns } from '../used-columns';
import { yearOfHeader, type HeaderRole } from '../words/header-words';
import { isRoundBefore } from '../words/rounds';
import { isSummaryOfUnits } from '../units/group-rows';
import { namesBody } from '../words/unit-names';
import { isScoredAgain, secondMaximum } from './alike-doubts';
import { mayBeSelf } from './score-doubts';
import { ask } from './sum-doubts';
import { noPoints } from './weight-doubts';

/** Roles of columns that, by their words, hold neither points nor maxima of this table. */
const KNOWN: ReadonlySet<HeaderRole> = new Set<HeaderRole>([
  'code',
  'name',
  'unit',
  'group',
  'count',
  'foreign',
  'percent',
  'index',
  'rank',
  'rating',
  'evidence',
  'change',
  'step',
  'bonus',
  'penalty',
  'cause',
  'remedy',
  'remedyDue',
  'remedyStatus',
  'explanation',
  'responsibleBody',
  'responsiblePerson',
  'lost',
  'total',
  'selfTotal',
]);
/** Left of the table only what says that it counts is looked at. */
const SCORED: ReadonlySet<HeaderRole> = new Set<HeaderRole>(['max', 'self', 'appraised']);
const FEWEST_NUMBERS = 2;
/** Number of items sampled to tell what a column holds. */
const SAMPLE = 400;

type Value = (item: Item) => Decimal | null;

/** A column of numbers that no part of the reading uses. */
interface UnusedColumn {
  readonly at: Address;
  readonly stated: Column | undefined;
  readonly header: string;
  readonly value: Value;
  readonly count: number;
}

export function columnDoubts(
  grid: Grid,
  sheet: SheetWithoutReading,
  columns: Columns,
  used: UsedColumns,
  read: ScoreReader,
): ReadFact[] {
  if (unitAxis(sheet) === 'row') return [];
  const items = sheet.items.slice(0, SAMPLE);
  const roles = new Map(columns.all.map((each) => [each.column, each]));
  const row = columns.all.length === 0 ? 0 : (sheet.headerRows.at(-1) ?? 0);
  const facts: ReadFact[] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const stated = roles.get(column);
    const isBeside = column < sheet.table.left && !SCORED.has(stated?.role ?? 'code');
    if (isBeside || used.has(column) || (stated && isKnown(columns, stated))) continue;
    const value: Value = (item) => pointsOf(read.score(item.row, column));
    const count = items.filter((item) => value(item) !== null).length;
    const filled = items.filter((item) => !isBlank(valueAt(grid, item.row, column)));
    const fewest = isScoredAgain(sheet, items, value, stated) ? 1 : FEWEST_NUMBERS;
    if (count < fewest || count * 2 < filled.length) continue;
    const header = stated?.path.join(' / ') ?? '';
    const doubt =
      stated?.role === 'max'
        ? secondMaximum(sheet, columns.all, stated, value)
        : doubtOf(sheet, items, { at: { row, column }, stated, header, value, count }, columns, used);
    if (doubt) facts.push(doubt);
  }
  return facts;
}

/** «Bình quân chung» over «Tự chấm | Thẩm định» belongs to no unit either. */
const isKnown = (columns: Columns, stated: Column): boolean =>
  hasKnownRole(stated) || isOfEarlierYear(columns, stated) || stated.path.slice(0, -1).some(isSummaryOfUnits);

/** «Các xã, phường» over columns of points is a heading over units, not a column of their names. */
const hasKnownRole = ({ role, owner }: Column): boolean =>
  role !== null && KNOWN.has(role) && !(role === 'unit' && owner === null);

function doubtOf(
  sheet: SheetWithoutReading,
  items: readonly Item[],
  { at, stated, header, value, count }: UnusedColumn,
  columns: Columns,
  used: UsedColumns,
): ReadFact | null {
  // Without a heading, or under the name of a unit, equal numbers do not make it a copy of another column.
  const isOwn = header === '' || (stated !== undefined && stated.path.some(namesBody));
  if (isExplained(sheet, items, value, isOwn)) return mayBeSelf(sheet, items, value, at, header);
  const isLikePoints = !isSettled(sheet, columns) && mayBePoints(sheet, items, value);
  const later = isLikePoints ? laterRound(columns, used, stated) : undefined;
  if (later && stated) {
    const [before, after] = [stated.path.at(-1) ?? '', later.path.at(-1) ?? ''];
    const isOrderSaid = isRoundBefore(before, after) && !isRoundBefore(after, before);
    return isOrderSaid ? null : which(sheet, items, value, at, later);
  }
  if (isLikePoints || (isOwn && header !== '') || isScoredAgain(sheet, items, value, stated))
    return question(sheet, items, value, at, header);
  if (stated?.role === 'self' || stated?.role === 'appraised') return noPoints(at, header);
  return { kind: 'unused-numbers', at, header, count };
}

/** The officer says which column counts. */
function isSettled({ units: [unit, another] }: SheetWithoutReading, { all }: Columns): boolean {
  const counted = another ? undefined : all.find(({ column }) => column === unit?.columns.appraised);
  return counted !== undefined && statedRoleOf(counted) === 'appraised';
}

/** «Năm 2020 | Năm 2021»: a column of a later year with the same role exists. */
function isOfEarlierYear({ all }: Columns, { owner, role }: Column): boolean {
  const year = yearOfHeader(owner ?? '');
  return year !== null && all.some((each) => each.role === role && (yearOfHeader(each.owner ?? '') ?? 0) > year);
}

/** The column that counts, if the given one may be an earlier round of appraisal. */
function laterRound({ all }: Columns, used: UsedColumns, candidate: Column | undefined): Column | undefined {
  if (candidate?.role !== 'appraised' && candidate?.role !== 'points') return undefined;
  return all.find(
    (each) =>
      each.column !== candidate.column && each.owner === candidate.owner && used.get(each.column)?.role === 'appraised',
  );
}

/** Asks about two appraisals whose headings do not show which came last. */
function which(sheet: SheetWithoutReading, items: readonly Item[], value: Value, at: Address, later: Column): ReadFact {
  const choices = choicesOf(sheet, items, value, at);
  const [one, other] = [at.column, later.column].map(columnName);
  return ask(
    [at, { row: at.row, column: later.column }],
    `Cột ${one ?? ''} hay cột ${other ?? ''} là điểm được tính`,
    'tiêu đề của hai cột không nói cột nào là kết quả cuối cùng',
    null,
    sheet.units.length === 1 ? choices : [],
  );
}

function question(
  sheet: SheetWithoutReading,
  items: readonly Item[],
  value: Value,
  at: Address,
  header: string,
): ReadFact {
  const choices = choicesOf(sheet, items, value, at);
  const isAlone = sheet.units.length === 1;
  const name = header === '' ? 'không có tiêu đề' : `«${header}»`;
  return ask(
    [at, ...choices.filter(({ column }) => column !== at.column).map(({ column }) => ({ row: at.row, column }))],
    isAlone ? `Cột ${name} có phải là điểm được tính không` : `Cột ${name} ghi điểm của ai`,
    'tiêu đề của cột không nói, mà các ô giống điểm của các tiêu chí',
    null,
    isAlone ? choices : [],
  );
}

/** The totals of the first unit by the column that counts now and by this one. */
function choicesOf(
  sheet: SheetWithoutReading,
  items: readonly Item[],
  value: Value,
  { column }: Address,
): readonly Choice[] {
  const [unit] = sheet.units;
  const totalOf = (of: Value): Decimal =>
    items.filter(isScoredItem).reduce<Decimal>((total, item) => roughSum(total, of(item) ?? ZERO), ZERO);
  const max = unit ? totalOf((item) => maxPointsOf(unit, item)) : null;
  const counted = unit?.columns[unit.awardedRole];
  const now =
    unit && counted !== undefined
      ? [{ column: counted, points: totalOf((item) => pointsOf(awardedScores(unit)[item.position])), max }]
      : [];
  return [...now, { column, points: totalOf(value), max }];
}

/** Whether the numbers stay within the maximum and add up like points. Such a column is hardly unused on purpose. */
function mayBePoints(sheet: SheetWithoutReading, items: readonly Item[], value: Value): boolean {
  if (items.every((item) => isYear(value(item)))) return false;
  // Groups of units may have maxima of their own.
  const measures = new Map(sheet.units.map((unit) => [unit.columns.max, unit]));
  return [...measures.values()].some((unit) => mayBePointsOf(unit, sheet, items, value));
}

function mayBePointsOf(unit: UnitScores, sheet: SheetWithoutReading, items: readonly Item[], value: Value): boolean {
  let [above, compared, right, wrong, leaves] = [0, 0, 0, 0, 0];
  for (const item of items) {
    const itemValue = value(item);
    if (itemValue === null) continue;
    const max = maxPointsOf(unit, item) ?? ONE_HUNDRED;
    compared++;
    if (itemValue > max || itemValue < 0) above++;
    if (isScoredItem(item)) leaves++;
    else {
      const below = item.children.map((child) => (sheet.items[child] ? value(sheet.items[child]) : null));
      if (below.every((each) => each !== null))
        if (below.reduce<Decimal>((total, each) => roughSum(total, each), ZERO) === itemValue) right++;
        else wrong++;
    }
  }
  if (above > 1 && above * 10 > compared) return false;
  if (right + wrong > 0) return right >= wrong;
  return leaves * 5 >= items.filter(isScoredItem).length * 3;
}

const isYear = (value: Decimal | null): boolean =>
  value === null || (value >= ONE_HUNDRED * 19 && value <= ONE_HUNDRED * 22);

/**
 * Whether the column equals a column that is read, or is computed from such columns: a loss, a difference, a
 * percentage, an average over units.
 */
function isExplained(sheet: SheetWithoutReading, items: readonly Item[], value: Value, isOwn: boolean): boolean {
  const forms: Value[] = [];
  for (const unit of sheet.units.slice(0, 3)) {
    const self: Value = (item) => pointsOf(unit.self?.[item.position]);
    const points: Value = (item) => pointsOf(awardedScores(unit)[item.position]);
    const max: Value = (item) => maxPointsOf(unit, item);
    if (!isOwn) forms.push(self, points, max);
    forms.push(minus(max, points), minus(max, self), minus(self, points), percent(points, max), percent(self, max));
  }
  const over =
    (pick: (all: readonly number[]) => number): Value =>
    (item) => {
      const all = sheet.units.map((unit) => pointsOf(awardedScores(unit)[item.position]));
      return all.every((each) => each !== null) && all.length > 1 ? (pick(all) as Decimal) : null;
    };
  if (sheet.units.length > 1 && !isOwn)
    forms.push(
      over((all) => all.reduce((total, each) => total + each, 0) / all.length),
      over((all) => Math.max(...all)),
      over((all) => Math.min(...all)),
      over((all) => all.reduce((total, each) => total + each, 0)),
    );
  return forms.some((form) => isSame(items, value, form));
}

/** Half a hundredth: stated averages and percentages are rounded. */
const NEAR: number = ONE_HUNDRED / 20_000 + 1;

function isSame(items: readonly Item[], value: Value, form: Value): boolean {
  let [same, different] = [0, 0];
  for (const item of items) {
    const [itemValue, other] = [value(item), form(item)];
    if (itemValue === null || other === null) continue;
    if (Math.abs(Math.abs(itemValue) - Math.abs(other)) <= NEAR) same++;
    else different++;
  }
  return same >= FEWEST_NUMBERS && different * 10 <= same;
}

const minus =
  (one: Value, other: Value): Value =>
  (item) => {
    const [a, b] = [one(item), other(item)];
    return a === null || b === null ? null : ((a - b) as Decimal);
  };

const percent =
  (part: Value, whole: Value): Value =>
  (item) => {
    const [a, b] = [part(item), whole(item)];
    const ratio = a === null || b === null ? null : percentOf(a, b);
    return ratio && roundRatio(ratio, 2);
  };
