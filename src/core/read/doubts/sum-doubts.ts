/** Doubts that sums raise: where most parents are not what stands below them, the tree or a column is misread. */
import type { Address } from '../../values/address';
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import { plainKey } from '../../values/fold-text';
import {
  unitAxis,
  awardedScores,
  isScoredItem,
  type Item,
  type Question,
  type Score,
  type UntoldSheet,
} from '../../model/score-sheet';

type Value = (item: Item) => Decimal | null;

/** Parents that are the sum of their children, and those that are not. */
interface Tried {
  right: number;
  wrong: number;
  first: Item | null;
}

/** Fewer failing sums are mistakes of the officer. */
const FEWEST_WRONG = 2;
/** More units of the same say nothing new of their own scores. */
const MOST_UNITS = 20;
/** How often the parts must hold the whole before they are taken for counted twice. */
const TOO_MUCH = 1.3;

export function sumDoubts(sheet: UntoldSheet): Question[] {
  if (unitAxis(sheet) === 'row') return [];
  const maxima = trySums(sheet, (item) => item.max);
  const scores: Tried = { right: 0, wrong: 0, first: null };
  const selves: Tried = { right: 0, wrong: 0, first: null };
  for (const unit of sheet.units) {
    const awarded = awardedScores(unit);
    const own = trySums(sheet, (item) => pointsOf(awarded[item.index]));
    scores.right += own.right;
    scores.wrong += own.wrong;
    scores.first ??= own.first;
    const { self } = unit;
    if (self === null || unit.awardedRole === 'self' || unit.index >= MOST_UNITS) continue;
    const before = trySums(sheet, (item) => pointsOf(self[item.index]));
    selves.right += before.right;
    selves.wrong += before.wrong;
    selves.first ??= before.first;
  }
  for (const tried of [maxima, scores, selves]) {
    if (tried.wrong < FEWEST_WRONG || tried.wrong <= tried.right || tried.first === null) continue;
    const at = { row: tried.first.row, column: tried.first.column };
    const because =
      `phần lớn tổng không bằng cộng các dòng bên dưới (${String(tried.wrong)} trong ` +
      `${String(tried.wrong + tried.right)})`;
    return [ask([at], 'Dòng nào nằm dưới dòng nào, và cột nào là điểm', because)];
  }
  const twice = [...repeatedItems(sheet), ...countedTwice(sheet)];
  return twice.length > 0 ? twice : brokenParents(sheet);
}

/** Fewer items that stand twice were copied by mistake. */
const FEWEST_REPEATED = 3;

/** The same codes and names once more: another table begins, of which the header was not known. */
function repeatedItems({ items }: UntoldSheet): Question[] {
  const seen = new Set<string>();
  const again = items.filter(({ statedCode, name }) => {
    const key = `${statedCode}|${plainKey(name)}`;
    const isKnown = seen.has(key);
    seen.add(key);
    return isKnown;
  });
  const [first] = again;
  if (!first || again.length < FEWEST_REPEATED || again.length * 4 < items.length) return [];
  return [
    ask(
      [{ row: first.row, column: first.column }],
      `Từ dòng ${String(first.row + 1)} có phải là một bảng khác không`,
      `${String(again.length)} tiêu chí đứng hai lần với cùng mã và tên`,
    ),
  ];
}

/** One mistake breaks a sum of maxima or of points: where both are broken, items are missing or stand elsewhere. */
function brokenParents(sheet: UntoldSheet): Question[] {
  const units = sheet.units.slice(0, MOST_UNITS);
  const holds = (item: Item, value: Value): boolean | null => {
    const tried = trySums({ items: sheet.items }, value, [item]);
    return tried.right + tried.wrong === 0 ? null : tried.wrong === 0;
  };
  const broken = sheet.items.filter((item) => {
    if (isScoredItem(item) || holds(item, ({ max }) => max) !== false) return false;
    const told = units.map((unit) => holds(item, (each) => pointsOf(awardedScores(unit)[each.index])));
    const [right, wrong] = [true, false].map((wanted) => told.filter((each) => each === wanted).length);
    return (wrong ?? 0) > (right ?? 0);
  });
  const [first] = broken;
  if (!first) return [];
  return [
    ask(
      broken.slice(0, 3).map(({ row, column }) => ({ row, column })),
      'Dòng nào nằm dưới dòng nào, hoặc bảng thiếu dòng nào',
      'cả điểm tối đa lẫn điểm đều không bằng cộng các dòng bên dưới',
    ),
  ];
}

export function trySums({ items }: Pick<UntoldSheet, 'items'>, value: Value, of: readonly Item[] = items): Tried {
  const tried: Tried = { right: 0, wrong: 0, first: null };
  for (const item of of) {
    const own = isScoredItem(item) ? null : value(item);
    const sum = own === null ? null : sumOfParts(items, item, value);
    if (sum === null) continue;
    if (sum === own || own === scoredBelow(items, item, value)) tried.right++;
    else {
      tried.wrong++;
      tried.first ??= item;
    }
  }
  return tried;
}

/** Null where one of its parts says nothing. A national sheet asks half a million times: no array is made for it. */
function sumOfParts(items: UntoldSheet['items'], { children }: Item, value: Value): Decimal | null {
  let sum: Decimal = ZERO;
  for (const child of children) {
    const part = items[child];
    const own = part ? value(part) : null;
    if (own === null) return null;
    sum = roughSum(sum, own);
  }
  return sum;
}

/** The sum of the scored items, as it is filled in where a parent says nothing. */
function scoredBelow(items: UntoldSheet['items'], item: Item, value: Value): Decimal {
  if (isScoredItem(item)) return value(item) ?? ZERO;
  return item.children.reduce<Decimal>((total, child) => {
    const each = items[child];
    return each ? roughSum(total, scoredBelow(items, each, value)) : total;
  }, ZERO);
}

/** The areas hold far more than the total that the sheet states: rows that sum up others were taken for items. */
function countedTwice({ items, statedMax, units }: UntoldSheet): Question[] {
  let areas: Decimal = ZERO;
  for (const item of items) if (item.parent < 0) areas = roughSum(areas, item.max ?? ZERO);
  const stated = statedMax?.value ?? null;
  const [unit] = units;
  if (stated === null || stated <= 0 || statedMax === null || unit === undefined || areas < stated * TOO_MUCH)
    return [];
  const because = 'cộng các lĩnh vực được nhiều hơn hẳn tổng điểm tối đa mà bảng ghi';
  return [ask([statedMax.at], 'Dòng nào là lĩnh vực, dòng nào chỉ cộng lại các dòng khác', because)];
}

export const pointsOf = (score: Score | undefined): Decimal | null => (score?.kind === 'points' ? score.points : null);

/** The cell that heads a column. */
export const headAt = ({ headerRows }: UntoldSheet, column: number): Address => ({
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
