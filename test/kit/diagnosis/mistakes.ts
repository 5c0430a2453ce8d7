/** Typing mistakes at realistic rates: of ten wrong digits, seven are one digit typed for another. */
import { RATINGS, idOf, quotient, written, type CellKind, type CleanBook, type NumberCell } from './clean-sheets';
import { chance, type Chance } from './random';
import { placeOf, relationsOf } from './relation-count';

export interface Mistake {
  readonly kind: string;
  /** Cells that no longer have their true value, the mistaken cell first, each with the true value. */
  readonly wrong: readonly {
    readonly kind: CellKind;
    readonly sheet: number;
    readonly row: number;
    readonly column: number;
    readonly truth: number;
    readonly typed: number;
    readonly of: number | undefined;
  }[];
}

const TYPED: readonly (readonly [number, string])[] = [
  [60, 'digit'],
  [9, 'swapped'],
  [8, 'dropped'],
  [8, 'added'],
  [9, 'comma'],
  [3, 'neighbour'],
  [3, 'maximum'],
];
/** Numbers that a wrong sign changes; the sign of a loss does not matter. */
const SIGNED: ReadonlySet<CellKind> = new Set(['score', 'self', 'subtotal', 'self-subtotal', 'total', 'change']);
/** Weights of mistakes by the kind of cell, and of three mistakes that are not a slip in one number. */
const CELLS: readonly (readonly [number, CellKind | 'stale' | 'sign' | 'swapped-ranks'])[] = [
  [34, 'score'],
  [8, 'self'],
  [12, 'subtotal'],
  [4, 'self-subtotal'],
  [8, 'loss'],
  [5, 'area-loss'],
  [4, 'max'],
  [3, 'area-max'],
  [6, 'total'],
  [8, 'index'],
  [8, 'stale'],
  [6, 'again'],
  [4, 'percent'],
  [2, 'change'],
  [4, 'rating'],
  [3, 'rank'],
  [2, 'swapped-ranks'],
  [2, 'sign'],
];

function weighted<T>(luck: Chance, choices: readonly (readonly [number, T])[]): T {
  let rest = luck.below(choices.reduce((total, [weight]) => total + weight, 0));
  for (const [weight, choice] of choices) {
    if (rest < weight) return choice;
    rest -= weight;
  }
  throw new RangeError('no choice');
}

/** Null if the sheet has no such cell or the slip changes nothing. */
export function mistakeIn(sheet: CleanBook, luck: Chance): Mistake | null {
  const wanted = weighted(luck, CELLS);
  const known = relationsOf(sheet);
  const isWanted = ({ kind, of }: NumberCell): boolean => {
    if (wanted === 'sign') return SIGNED.has(kind) && of === undefined;
    return kind === (wanted === 'stale' ? 'score' : wanted === 'swapped-ranks' ? 'rank' : wanted);
  };
  const cells = sheet.cells.filter((each) => isWanted(each) && (known.get(placeOf(each)) ?? 0) > 0);
  if (cells.length === 0) return null;
  const cell = luck.of(cells);
  if (wanted === 'stale') return stale(sheet, cell, luck);
  if (wanted === 'swapped-ranks') return swapped(cell, luck.of(cells));
  if (wanted === 'sign') return cell.value === 0 ? null : { kind: wanted, wrong: [wrongCell(cell, -cell.value)] };
  if (wanted === 'rating' || wanted === 'rank') return misplaced(cell, cells, luck);
  const how = weighted(luck, TYPED);
  const size = slip(sheet, cell, how, luck);
  const typed = size !== null && cell.value < 0 ? -size : size;
  if (typed === null || typed === cell.value || Math.abs(typed) > 99999) return null;
  if (isStillRight(sheet, cell, typed)) return null;
  return { kind: `${cell.kind} ${how}`, wrong: [wrongCell(cell, typed)] };
}

/** The ranks of two units are swapped. */
const swapped = (one: NumberCell, other: NumberCell): Mistake | null =>
  one.value === other.value
    ? null
    : { kind: 'swapped-ranks', wrong: [wrongCell(one, other.value), wrongCell(other, one.value)] };

/** The band above or below, or the rank of another unit. */
function misplaced(cell: NumberCell, cells: readonly NumberCell[], luck: Chance): Mistake | null {
  const { kind, value } = cell;
  const typed = kind === 'rank' ? luck.of(cells).value : value + (luck.is(0.5) ? 1 : -1);
  if (typed === value || (kind === 'rating' && RATINGS[typed] === undefined)) return null;
  return { kind, wrong: [wrongCell(cell, typed)] };
}

const wrongCell = ({ kind, sheet, row, column, value, of }: NumberCell, typed: number): Mistake['wrong'][number] => ({
  kind,
  sheet,
  row,
  column,
  truth: value,
  typed,
  of,
});

/** 80,2 still agrees with 80,23, cut off or rounded, if too few other indices show how many decimals are meant. */
function isStillRight({ cells }: CleanBook, cell: NumberCell, typed: number): boolean {
  if (cell.kind !== 'index' && cell.kind !== 'percent') return false;
  const others = cells.filter(({ kind, sheet }) => kind === cell.kind && sheet === cell.sheet).length;
  return others < 5 && [Math.round, Math.floor].some((round) => typed === round(cell.value / 10) * 10);
}

/** A score was corrected, but not the sums above it. */
function stale(sheet: CleanBook, cell: NumberCell, luck: Chance): Mistake | null {
  if (cell.max === null || cell.above.length === 0) return null;
  const before = 25 * luck.below(cell.max / 25 + 1);
  const difference = before - cell.value;
  if (difference === 0) return null;
  let changed = 0;
  const wrong = cell.above.flatMap((key) => {
    const above = sheet.cells.find((each) => idOf(each.row, each.column, each.sheet) === key);
    if (!above) return [];
    const { value, kind, max } = above;
    if (kind === 'change') return [wrongCell(above, value + changed)];
    if (kind !== 'index' && kind !== 'percent') return [wrongCell(above, value + difference)];
    const whole = sheet.cells.find((each) => each.kind === 'total' && each.unit === cell.unit)?.value ?? 0;
    const part = sheet.cells.find((each) => each.above.includes(key) && each.kind === 'again' && kind === 'percent');
    const typed = quotient((part?.value ?? whole) + difference, max ?? 1);
    changed = typed - value;
    return typed === value ? [] : [wrongCell(above, typed)];
  });
  return wrong.length === 0 ? null : { kind: 'stale', wrong };
}

function slip(sheet: CleanBook, cell: NumberCell, how: string, luck: Chance): number | null {
  const text = String(Math.abs(cell.value) / 100);
  const digits = Array.from(text).flatMap((sign, place) => (sign === '.' ? [] : [place]));
  const place = luck.of(digits);
  const other = String(luck.below(10));
  const near = (row: number, column: number): number | null =>
    sheet.cells.find((each) => each.sheet === cell.sheet && each.row === row && each.column === column)?.value ?? null;
  switch (how) {
    case 'digit':
      return hundredths(text.slice(0, place) + other + text.slice(place + 1));
    case 'swapped': {
      const next = digits[digits.indexOf(place) + 1];
      if (next !== place + 1) return null;
      return hundredths(text.slice(0, place) + (text[next] ?? '') + (text[place] ?? '') + text.slice(next + 1));
    }
    case 'dropped':
      return text.length === 1 ? null : hundredths(text.slice(0, place) + text.slice(place + 1));
    case 'added':
      return hundredths(text.slice(0, place) + other + text.slice(place));
    case 'comma':
      return text.includes('.') ? hundredths(text.replace('.', '')) : hundredths(`0.${text}`);
    case 'neighbour':
      return near(cell.row + 1, cell.column) ?? near(cell.row - 1, cell.column);
    default:
      return cell.kind === 'score' || cell.kind === 'self' ? cell.max : null;
  }
}

const hundredths = (text: string): number | null => {
  const value = Math.round(Number(text) * 1000) / 10;
  return Number.isFinite(value) ? value : null;
};

/** Draws `count` independent mistakes by the seed. */
export function drawn(book: CleanBook, seed: number, count: number): Mistake[] {
  const luck = chance(seed * 7 + 1);
  const mistakes: Mistake[] = [];
  for (let tried = 0; tried < 40 && mistakes.length < count; tried++) {
    const mistake = mistakeIn(book, luck);
    const taken = new Set(
      mistakes.flatMap(({ wrong }) => wrong.map((each) => idOf(each.row, each.column, each.sheet))),
    );
    if (mistake && !mistake.wrong.some((each) => taken.has(idOf(each.row, each.column, each.sheet))))
      mistakes.push(mistake);
  }
  return mistakes;
}

/** The workbook with the mistakes in it. */
export function spoilt({ sheets }: CleanBook, mistakes: readonly Mistake[]): CleanBook['sheets'] {
  const copies = sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  for (const { wrong } of mistakes)
    for (const { kind, sheet, row, column, typed: value, of } of wrong)
      (copies[sheet]?.rows[row] ?? [])[column] = written({ kind, value, of });
  return copies;
}
