/**
 * Mistakes as people make them when they type, at realistic rates: of ten wrong digits seven are a digit for another.
 */
import { quotient, type CleanSheet, type NumberCell } from './clean-sheets';
import type { Chance } from './random';

export interface Mistake {
  readonly kind: string;
  /** Cells that no longer say what they should, the mistaken one first, with what they should say. */
  readonly wrong: readonly {
    readonly row: number;
    readonly column: number;
    readonly truth: number;
    readonly typed: number;
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
/** Of mistakes, by the kind of cell. */
const CELLS: readonly (readonly [number, NumberCell['kind'] | 'stale'])[] = [
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
];

function weighted<T>(luck: Chance, choices: readonly (readonly [number, T])[]): T {
  let rest = luck.below(choices.reduce((total, [weight]) => total + weight, 0));
  for (const [weight, choice] of choices) {
    if (rest < weight) return choice;
    rest -= weight;
  }
  throw new RangeError('no choice');
}

/** Null where the sheet has no such cell or the slip changes nothing. */
export function mistakeIn(sheet: CleanSheet, luck: Chance): Mistake | null {
  const wanted = weighted(luck, CELLS);
  const cells = sheet.cells.filter(({ kind }) => kind === (wanted === 'stale' ? 'score' : wanted));
  if (cells.length === 0) return null;
  const cell = luck.of(cells);
  if (wanted === 'stale') return stale(sheet, cell, luck);
  const how = weighted(luck, TYPED);
  const typed = slip(sheet, cell, how, luck);
  if (typed === null || typed === cell.value || typed < 0 || typed > 99999) return null;
  return { kind: `${cell.kind} ${how}`, wrong: [{ row: cell.row, column: cell.column, truth: cell.value, typed }] };
}

/** A score was corrected, the sums above it were not. */
function stale(sheet: CleanSheet, cell: NumberCell, luck: Chance): Mistake | null {
  if (cell.max === null || cell.above.length === 0) return null;
  const before = 25 * luck.below(cell.max / 25 + 1);
  const difference = before - cell.value;
  if (difference === 0) return null;
  const wrong = cell.above.flatMap((key) => {
    const above = sheet.cells.find(({ row, column }) => `${row},${column}` === key);
    if (!above) return [];
    const { row, column, value, kind, max } = above;
    if (kind !== 'index') return [{ row, column, truth: value, typed: value + difference }];
    const total = sheet.cells.find((each) => each.kind === 'total' && each.unit === cell.unit)?.value ?? 0;
    const typed = quotient(total + difference, max ?? 1);
    return typed === value ? [] : [{ row, column, truth: value, typed }];
  });
  return wrong.length === 0 ? null : { kind: 'stale', wrong };
}

function slip(sheet: CleanSheet, cell: NumberCell, how: string, luck: Chance): number | null {
  const text = String(cell.value / 100);
  const digits = Array.from(text).flatMap((sign, place) => (sign === '.' ? [] : [place]));
  const place = luck.of(digits);
  const other = String(luck.below(10));
  const near = (row: number, column: number): number | null =>
    sheet.cells.find((each) => each.row === row && each.column === column)?.value ?? null;
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
  const value = Math.round(Number(text) * 100);
  return Number.isFinite(value) ? value : null;
};
