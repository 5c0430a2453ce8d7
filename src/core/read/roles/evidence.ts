/**
 * Evidence from the numbers of a table of items: which columns add up, which exceed others, which derive from others.
 */
import type { Grid } from '../../model/workbook/grid';
import { isScoredItem, type Item } from '../../model/score-sheet';
import { ONE_HUNDRED } from '../../values/decimal';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import { headsOtherwise } from '../blocks/repeated-header';
import type { HeaderBlock } from '../blocks/header-block';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import type { HeaderRole } from '../words/header-words';
import { readItems } from '../tree/read-items';
import type { Slot, Slots } from './slots';

/** Numbers of one column by item; null if a cell holds none. */
type Numbers = readonly (number | null)[];

export interface SlotNumbers {
  /** One list per column of the slot. */
  readonly lists: readonly Numbers[];
  /** Cells of scored items with «không đánh giá», and those without a number. */
  readonly notApplicable: number;
  readonly blank: number;
  /** Parents that are, and that are not, the sum of their children. */
  readonly adds: number;
  readonly fails: number;
  readonly negative: number;
  readonly isYears: boolean;
}

export interface Evidence {
  readonly items: readonly Item[];
  readonly scored: readonly number[];
  readonly numbers: readonly SlotNumbers[];
  /** Number of units sampled. */
  readonly units: number;
  /** Stated index by column, if a line below the items states one. */
  readonly indices: ReadonlyMap<number, number>;
}

/** Number of units sampled; more add no information. */
const MOST_UNITS = 6;
const MOST_ITEMS = 400;

export function gather(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  { slots, units }: Slots,
  read: ScoreReader,
): Evidence | null {
  const all = slots.flatMap((slot) => slot.columns.slice(0, MOST_UNITS));
  const max = slots
    .filter(({ headingRole, isShared }) => headingRole === 'max' && isShared)
    .flatMap((slot) => slot.columns);
  const name = columns.name ?? 0;
  const readIn = (part: Grid): ReturnType<typeof readItems> =>
    readItems(
      part,
      header,
      { code: columns.code, name, max, scores: all.filter((column) => !max.includes(column)) },
      { max: max[0] ?? null, isAlone: false },
      read,
    );
  const wholeTable = readIn(grid);
  // Below a repeated header in another order, the columns hold other numbers.
  const headerRows = Array.from({ length: header.body - header.top }, (_, position) => header.top + position);
  const end = wholeTable.rows.facts.find(
    (fact) => fact.kind === 'repeated-header' && headsOtherwise({ grid, headerRows, nameColumn: name }, fact.at.row),
  );
  const { rows, tree } = end?.kind === 'repeated-header' ? readIn({ ...grid, rowCount: end.at.row }) : wholeTable;
  const items = tree.items.slice(0, MOST_ITEMS);
  const scored = items.filter(isScoredItem).map(({ position }) => position);
  if (scored.length < 2) return null;
  const indices = new Map<number, number>();
  for (const { row, role } of rows.results) {
    if (role !== 'index') continue;
    for (const column of all) {
      const stated = read.result(row, column).value;
      if (stated !== null) indices.set(column, stated);
    }
  }
  return {
    items,
    scored,
    numbers: slots.map((slot) => numbersOf(slot, items, read)),
    units: Math.max(1, Math.min(units.length, MOST_UNITS)),
    indices,
  };
}

function numbersOf(slot: Slot, items: readonly Item[], read: ScoreReader): SlotNumbers {
  let [notApplicable, blank, adds, fails, negative] = [0, 0, 0, 0, 0];
  const isPercent = slot.headingRole === 'percent' || slot.headingRole === 'index';
  const lists = slot.columns.slice(0, MOST_UNITS).map((column) => {
    const numbers = items.map((item): number | null => {
      if (isPercent) return read.percent(item.row, column)?.value ?? null;
      const score = read.score(item.row, column);
      if (score.kind === 'points') {
        if (score.points < 0) negative++;
        return score.points;
      }
      if (isScoredItem(item)) {
        if (score.kind === 'notApplicable') notApplicable++;
        else blank++;
      }
      return null;
    });
    const sums = sumsOf(items, numbers);
    adds += sums.adds;
    fails += sums.fails;
    return numbers;
  });
  const filled = lists.flat().filter((each) => each !== null);
  const isYears = filled.length > 0 && filled.every((each) => each >= ONE_HUNDRED * 19 && each <= ONE_HUNDRED * 22);
  return { lists, notApplicable, blank, adds, fails, negative, isYears };
}

function sumsOf(items: readonly Item[], numbers: Numbers): { adds: number; fails: number } {
  const scoredBelow = items.map(() => 0);
  let [adds, fails] = [0, 0];
  for (const item of [...items].reverse()) {
    const children = item.children.filter((child) => child < items.length);
    if (children.length === 0) {
      scoredBelow[item.position] = numbers[item.position] ?? 0;
      continue;
    }
    const below = children.reduce((sum, child) => sum + (scoredBelow[child] ?? 0), 0);
    scoredBelow[item.position] = below;
    const itemValue = numbers[item.position] ?? null;
    if (itemValue === null) continue;
    const stated = children.reduce((sum, child) => sum + (numbers[child] ?? 0), 0);
    if (children.every((child) => numbers[child] === null)) continue;
    if (itemValue === stated || itemValue === below) adds++;
    else fails++;
  }
  return { adds, fails };
}

/** The list of a slot for one unit; a slot over all units has one list for all. */
export const listOf = ({ lists }: SlotNumbers, unit: number): Numbers => lists[unit] ?? lists[0] ?? [];

/** Number of scored cells, over all sampled units, in which both have a number and `is` holds. */
export function countPairs(
  { scored, units }: Evidence,
  [a, b]: readonly [SlotNumbers, SlotNumbers],
  is: (a: number, b: number) => boolean,
): number {
  let count = 0;
  for (let unit = 0; unit < units; unit++) {
    const [one, other] = [listOf(a, unit), listOf(b, unit)];
    for (const item of scored) {
      const [x, y] = [one[item] ?? null, other[item] ?? null];
      if (x !== null && y !== null && is(x, y)) count++;
    }
  }
  return count;
}

interface Matches {
  readonly same: number;
  /**
   * Matches that a blank or a constant cannot produce by chance: the number is neither 0 nor that of the first column.
   */
  readonly telling: number;
  readonly different: number;
}

/** How often a column is the result of `form` for two others, over scored items. */
export function matches(
  { scored, units }: Evidence,
  [a, b, result]: readonly [SlotNumbers, SlotNumbers, SlotNumbers],
  form: (a: number, b: number) => number | null,
  near: number,
): Matches {
  let [same, telling, different] = [0, 0, 0];
  for (let unit = 0; unit < units; unit++) {
    const [one, other, stated] = [listOf(a, unit), listOf(b, unit), listOf(result, unit)];
    for (const item of scored) {
      const [x, y, resultValue] = [one[item] ?? null, other[item] ?? null, stated[item] ?? null];
      const made = x === null || y === null ? null : form(x, y);
      if (made === null || resultValue === null) continue;
      if (Math.abs(Math.abs(resultValue) - Math.abs(made)) > near) different++;
      else {
        same++;
        if (resultValue !== 0 && made !== x) telling++;
      }
    }
  }
  return { same, telling, different };
}

/** Whether for every item one slot holds the points of the best of several units in another slot. */
export function isBestUnit({ numbers, scored, units }: Evidence, slot: number, points: number): boolean {
  const [slotNumbers, all] = [numbers[slot], numbers[points]];
  if (!slotNumbers || !all || units < 2) return false;
  return scored.every((item) => {
    const given = Array.from({ length: units }, (_, unit) => listOf(all, unit)[item] ?? 0);
    return (listOf(slotNumbers, 0)[item] ?? null) === Math.max(...given);
  });
}

/** Fewer cells may be equal by chance. */
const FEWEST_CUTS = 3;

/**
 * «Tự chấm | Giảm trừ | Được công nhận»: what was taken off the self-score is not the loss, which is counted from the
 * maximum.
 */
export function withoutCuts(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Columns {
  if (columns.name === null || !columns.all.some(({ role }) => role === 'lost')) return columns;
  const all = columns.all.map((each): Column => {
    if (each.role !== 'lost' || statedRoleOf(each) !== null) return each;
    const of = (role: HeaderRole): number | undefined =>
      columns.all.find((other) => other.role === role && (other.owner === each.owner || role === 'max'))?.column;
    const [max, self, points] = [of('max'), of('self'), of('appraised') ?? of('points')];
    if (max === undefined || self === undefined || points === undefined) return each;
    return areCuts(grid, header, read, { lost: each.column, self, points, max })
      ? { ...each, role: 'change', because: 'bằng điểm tự chấm trừ điểm thẩm định' }
      : each;
  });
  return { ...columns, all };
}

function areCuts(
  grid: Grid,
  header: HeaderBlock,
  read: ScoreReader,
  columns: Readonly<Record<'lost' | 'self' | 'points' | 'max', number>>,
): boolean {
  let cuts = 0;
  for (let row = header.body; row < Math.min(grid.rowCount, header.body + MOST_ITEMS); row++) {
    const [claimed = null, awarded = null, most = null] = [columns.self, columns.points, columns.max].map((column) =>
      pointsOf(read.score(row, column)),
    );
    const lost = read.loss(row, columns.lost)?.value ?? null;
    if (lost === null || claimed === null || awarded === null) continue;
    if (lost !== claimed - awarded) return false;
    if (most !== null && most !== claimed) cuts++;
  }
  return cuts >= FEWEST_CUTS;
}
