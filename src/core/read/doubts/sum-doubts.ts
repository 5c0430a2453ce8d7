/** Doubts from sums: if most parents are not the sum of their children, the tree or a column is misread. */
import type { Address } from '../../values/address';
import { type Decimal, shownCount } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import { textAt } from '../../model/workbook/grid';
import { hiddenParents } from '../tree/sum-columns';
import { splitCodeAndName } from '../tree/codes';
import { roleOfHeader } from '../words/header-words';
import {
  unitAxis,
  awardedScores,
  isScoredItem,
  partsOf,
  type Item,
  type Question,
  type Score,
  type SheetWithoutReading,
} from '../../model/score-sheet';

/** The number of each item in a column, by `Item.index`. */
type Values = Readonly<Float64Array>;
const UNSTATED = Number.NaN;

/** How many parents are the sum of their children, and how many are not. */
interface Tried {
  right: number;
  wrong: number;
  first: Item | null;
}

/** Fewer wrong sums are mistakes of the officer. */
const FEWEST_WRONG = 2;
/** Further units add no information. */
const MOST_UNITS = 20;

export function sumDoubts(sheet: SheetWithoutReading): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  const { items } = sheet;
  const maxima = trySums(items, maximaOf(items));
  const scores: Tried = { right: 0, wrong: 0, first: null };
  const selves: Tried = { right: 0, wrong: 0, first: null };
  // One array is reused for all units: a country has too many of them for the garbage collector.
  const points = new Float64Array(items.length);
  for (const unit of sheet.units) {
    takeTried(scores, trySums(items, putPoints(points, awardedScores(unit))));
    const { self } = unit;
    if (self === null || unit.awardedRole === 'self' || unit.position >= MOST_UNITS) continue;
    takeTried(selves, trySums(items, putPoints(points, self)));
  }
  for (const tried of [maxima, scores, selves]) {
    if (tried.wrong < FEWEST_WRONG || tried.wrong <= tried.right || tried.first === null) continue;
    const at = { row: tried.first.row, column: tried.first.column };
    const because =
      `phần lớn tổng không bằng cộng các dòng bên dưới (${String(tried.wrong)} trong ` +
      `${String(tried.wrong + tried.right)})`;
    return [ask([at], 'Dòng nào nằm dưới dòng nào, và cột nào là điểm', because)];
  }
  const twice = [...sidesBelow(sheet), ...repeatedItems(sheet), ...unseenLevels(sheet)];
  return twice.length > 0 ? twice : brokenParents(sheet);
}

/** Longer texts are names of items. */
const LONGEST_SIDE = 40;

/** «I. TỰ CHẤM», «II. THẨM ĐỊNH» over the same items: two sides of one table, one below the other, not areas. */
function sidesBelow({ grid, items, headerRows, codeColumn, nameColumn }: SheetWithoutReading): Question[] {
  const found = new Map<string, number>();
  const last = items.at(-1)?.row ?? 0;
  for (let row = Math.max(0, (headerRows[0] ?? 1) - 1); row < last; row++)
    for (const column of headerRows.includes(row) ? [] : [codeColumn ?? nameColumn, nameColumn]) {
      const side = sideIn(textAt(grid, row, column));
      if (side !== null && !found.has(side)) found.set(side, row);
    }
  const rows = [...found.values()];
  if (rows.length < 2) return [];
  const from = Math.max(...rows);
  const keys = new Set(items.flatMap(({ row, name }) => (row < from ? [plainKey(name)] : [])));
  const below = items.filter(({ row }) => row > from);
  if (below.filter(({ name }) => keys.has(plainKey(name))).length * 2 < below.length) return [];
  const [first = 0] = rows;
  const question = ask(
    [{ row: from, column: nameColumn }],
    `Từ dòng ${String(from + 1)} có phải là điểm của bên khác cho các tiêu chí ở trên không`,
    `dòng ${String(first + 1)} và dòng ${String(from + 1)} ghi bên chấm, các tiêu chí ở dưới thì như nhau`,
  );
  const remedy = 'hãy chuyển phần này sang trang tính riêng, đặt tên «Tự chấm» và «Thẩm định».';
  return [{ ...question, remedy }];
}

/** The side that the line as a whole names, or null. */
function sideIn(text: string): string | null {
  if (text.length < 5 || text.length > LONGEST_SIDE) return null;
  const role = roleOfHeader(splitCodeAndName(text)?.name ?? text);
  return role === 'self' || role === 'appraised' ? role : null;
}

/** Fewer repeated items were copied by mistake. */
const FEWEST_REPEATED = 3;

/** The same codes and names again: another table begins whose header was not recognized. */
function repeatedItems({ items }: SheetWithoutReading): Question[] {
  const seen = new Set<string>();
  const again = items.filter(({ statedCode, name }) => {
    const key = `${statedCode}|${plainKey(name)}`;
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
  const [first] = again;
  const isMuch = again.length >= FEWEST_REPEATED && again.length * 4 >= items.length;
  if (!first || !(isMuch || areAllAgain(items))) return [];
  return [
    ask(
      [{ row: first.row, column: first.column }],
      `Từ dòng ${String(first.row + 1)} có phải là một bảng khác không`,
      `${shownCount(again.length)} tiêu chí đứng hai lần với cùng mã và tên`,
    ),
  ];
}

/**
 * Whether every scored item occurs more than once: the table repeats for other units, another year or another round.
 */
function areAllAgain(items: readonly Item[]): boolean {
  const times = new Map<string, number>();
  for (const item of items.filter(isScoredItem)) {
    const key = `${item.statedCode}|${plainKey(item.name)}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times.size >= 2 && [...times.values()].every((count) => count > 1);
}

/** One mistake breaks a sum of maxima or of points. If both are broken, items are missing or misplaced. */
function brokenParents(sheet: SheetWithoutReading): Question[] {
  const { items } = sheet;
  const units = sheet.units.slice(0, MOST_UNITS);
  const maxima = maximaOf(items);
  const points = units.map((unit) => putPoints(new Float64Array(items.length), awardedScores(unit)));
  const holds = (item: Item, values: Values): boolean | null => {
    const tried = trySums(items, values, [item]);
    return tried.right + tried.wrong === 0 ? null : tried.wrong === 0;
  };
  const broken = items.filter((item) => {
    if (isScoredItem(item) || holds(item, maxima) !== false) return false;
    const holding = points.map((values) => holds(item, values));
    const [right, wrong] = [true, false].map((wanted) => holding.filter((each) => each === wanted).length);
    return (wrong ?? 0) > (right ?? 0);
  });
  const [first] = broken;
  if (!first) return [];
  const question = ask(
    broken.slice(0, 3).map(({ row, column }) => ({ row, column })),
    'Dòng nào nằm dưới dòng nào, hoặc bảng thiếu dòng nào',
    'cả điểm tối đa lẫn điểm đều không bằng cộng các dòng bên dưới',
  );
  return [{ ...question, isOfSum: true }];
}

export function trySums(items: SheetWithoutReading['items'], values: Values, of: readonly Item[] = items): Tried {
  const tried: Tried = { right: 0, wrong: 0, first: null };
  for (const item of of) {
    const itemValue = values[item.position] ?? UNSTATED;
    if (isScoredItem(item) || Number.isNaN(itemValue)) continue;
    let sum = 0;
    for (const child of item.children) sum += values[child] ?? UNSTATED;
    if (Number.isNaN(sum)) continue;
    if (sum === itemValue || itemValue === scoredBelow(items, item, values)) tried.right++;
    else {
      tried.wrong++;
      tried.first ??= item;
    }
  }
  return tried;
}

function takeTried(all: Tried, added: Tried): void {
  all.right += added.right;
  all.wrong += added.wrong;
  all.first ??= added.first;
}

/** The sum of the scored items below, as it is filled in for a blank parent. */
function scoredBelow(items: SheetWithoutReading['items'], item: Item, values: Values): number {
  const itemValue = values[item.position] ?? UNSTATED;
  if (isScoredItem(item)) return Number.isNaN(itemValue) ? 0 : itemValue;
  let sum = 0;
  for (const part of partsOf(items, item)) sum += scoredBelow(items, part, values);
  return sum;
}

export const valuesOf = (items: SheetWithoutReading['items'], value: (item: Item) => Decimal | null): Values =>
  new Float64Array(items.map((item) => value(item) ?? UNSTATED));

const maximaOf = (items: SheetWithoutReading['items']): Values => valuesOf(items, ({ max }) => max);

function putPoints(into: Float64Array, scores: readonly Score[]): Values {
  for (let position = 0; position < into.length; position++) {
    const score = scores[position];
    into[position] = score?.kind === 'points' ? score.points : UNSTATED;
  }
  return into;
}

/** Nothing shows levels, but the rows fall into rows and their parts. */
function unseenLevels({ items, units, statedMax }: SheetWithoutReading): Question[] {
  if (statedMax !== null || items.some(({ parent }) => parent >= 0)) return [];
  const columns = units
    .slice(0, MOST_UNITS)
    .map((unit) => [...putPoints(new Float64Array(items.length), awardedScores(unit))]);
  const found = hiddenParents([[...maximaOf(items)], ...columns]);
  const [first] = items;
  if (!first || !found) return [];
  const because = 'không mã nào nói, mà cứ một dòng lại bằng cộng các dòng ngay dưới';
  return [ask([{ row: first.row, column: first.column }], 'Dòng nào nằm dưới dòng nào', because)];
}

/** The heading cell of a column. */
export const headAt = ({ headerRows }: SheetWithoutReading, column: number): Address => ({
  row: headerRows.at(-1) ?? 0,
  column,
});

export const ask = (
  at: readonly Address[],
  question: string,
  because: string,
  unit: number | null = null,
  choices: Question['choices'] = [],
): Question => ({ kind: 'undecided-column', at, unit, question, choices, because });
