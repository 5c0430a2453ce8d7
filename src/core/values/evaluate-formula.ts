/**
 * The result of a formula that adds, divides, compares, ranks or averages cells: a double, as a spreadsheet stores it.
 * Any other formula has no result here. See evaluate-formula.why.md.
 */
import { rangeFromA1 } from './address';
import { fromNumber, roundTo, toNumber } from './decimal';
import type { NamedArea } from './shift-formula';

/** A blank cell is null; undefined is a value that is not known: an error, or a formula that is not understood. */
export type Operand = number | string | boolean | null | undefined;

export interface Cells {
  /** Values of the cells, row by row. Blank cells of a range may be left out. */
  readonly valuesIn: (area: NamedArea) => readonly Operand[];
}

const TOKEN = new RegExp(
  [
    /(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!/u, // a sheet
    /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(!:])/u, // cells
    /[A-Z][A-Z.]*(?=\()|TRUE\b|FALSE\b|\d+(?:\.\d+)?(?:E[-+]?\d+)?|"(?:[^"]|"")*"/, // functions, constants
    /<=|>=|<>|[-+*/^&=<>%(),;]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giuy',
);
const CELLS = /^\$?[A-Z]{1,3}\$?\d/i;
/** Excel's own limit. */
const DEEPEST = 64;

/** Null if a part of the formula is not understood. */
function tokensOf(formula: string): string[] | null {
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < formula.length;) {
    const blanks = /^[\s\u00a0]+/.exec(formula.slice(TOKEN.lastIndex))?.[0].length ?? 0;
    TOKEN.lastIndex += blanks;
    if (TOKEN.lastIndex >= formula.length) break;
    const token = TOKEN.exec(formula)?.[0];
    if (token === undefined) return null;
    tokens.push(token);
  }
  return tokens;
}

const sheetOf = (token: string): string =>
  token.startsWith("'") ? token.slice(1, -2).replaceAll("''", "'") : token.slice(0, -1);

/** Thrown inside this file only: a part of the formula has no known value. */
class Unknown extends Error {}

/** Undefined if the formula is not understood, or needs a cell whose value is not known. */
export function evaluate(formula: string, cells: Cells): Operand {
  const tokens = formula.split('(').length > DEEPEST ? null : tokensOf(formula);
  if (!tokens) return undefined;
  try {
    const parser = parserOf(tokens, cells);
    const compute = parser.expression(0);
    return parser.isAtEnd() ? (scalar(compute()) ?? 0) : undefined;
  } catch (fault) {
    if (fault instanceof Unknown) return undefined;
    throw fault;
  }
}

/** One value, or those of a range. */
type Result = Operand | readonly Operand[];
/** Computed when it is needed: IF takes only one of its parts. */
type Part = () => Result;

const isRange = (result: Result): result is readonly Operand[] => Array.isArray(result);

function scalar(result: Result): Exclude<Operand, undefined> {
  const value = isRange(result) ? (result.length === 1 ? result[0] : undefined) : result;
  if (value === undefined) throw new Unknown();
  return value;
}

/** Text in arithmetic depends on the settings of the system. */
function numberOf(result: Result): number {
  const value = scalar(result);
  if (typeof value === 'string') throw new Unknown();
  return Number(value ?? 0);
}

/** Binary noise does not count when numbers are compared or rounded. */
const withoutNoise = (value: number): number => {
  const exact = fromNumber(value);
  return exact === null ? value : toNumber(exact);
};

function checked(value: number): number {
  if (!Number.isFinite(value)) throw new Unknown();
  return value;
}

const BINDING: Readonly<Record<string, number>> = {
  ...{ '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1 },
  ...{ '&': 2, '+': 3, '-': 3, '*': 4, '/': 4, '^': 5 },
};
const SIGNED = 6;

function parserOf(tokens: readonly string[], cells: Cells) {
  let position = 0;

  /** Reads on as long as operators bind more closely than the one before. */
  function expression(above: number): Part {
    let left = operand();
    for (;;) {
      const sign = tokens[position] ?? '';
      const binding = BINDING[sign] ?? 0;
      if (sign !== '%' && binding <= above) return left;
      position++;
      const first = left;
      if (sign === '%') left = () => checked(numberOf(first()) / 100);
      else {
        const second = expression(binding);
        left = () => combined(sign, first(), second());
      }
    }
  }

  function operand(): Part {
    const token = tokens[position++] ?? '';
    if (token === '-' || token === '+') {
      const value = expression(SIGNED);
      return token === '-' ? () => -numberOf(value()) : value;
    }
    if (token === '(') return closed(expression(0));
    if (token.endsWith('!')) return cellsAt(tokens[position++] ?? '', sheetOf(token));
    if (CELLS.test(token)) return cellsAt(token, null);
    const constant = constantOf(token);
    if (constant !== undefined) return () => constant;
    const compute = FUNCTIONS[token.toUpperCase()];
    if (!compute || tokens[position++] !== '(') throw new Unknown();
    const parts = list();
    return () => compute(parts);
  }

  function closed(part: Part): Part {
    if (tokens[position++] !== ')') throw new Unknown();
    return part;
  }

  function list(): Part[] {
    const parts: Part[] = [];
    do parts.push(expression(0));
    while (/^[,;]$/.test(tokens[position] ?? '') && position++ >= 0);
    closed(() => null);
    return parts;
  }

  function cellsAt(text: string, sheet: string | null): Part {
    const area = rangeFromA1(text);
    if (!area) throw new Unknown();
    return () => cells.valuesIn({ ...area, sheet });
  }
  return { expression, isAtEnd: () => position === tokens.length };
}

function constantOf(token: string): Operand {
  if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
  if (/^\d/.test(token)) return Number(token);
  return /^(TRUE|FALSE)$/i.test(token) ? token.toUpperCase() === 'TRUE' : undefined;
}

function combined(sign: string, left: Result, right: Result): Operand {
  if (sign === '&') return textOf(scalar(left)) + textOf(scalar(right));
  if (BINDING[sign] === 1) return isTrue(sign, scalar(left), scalar(right));
  const [a, b] = [numberOf(left), numberOf(right)];
  if (sign === '+') return checked(a + b);
  if (sign === '-') return checked(a - b);
  if (sign === '*') return checked(a * b);
  return checked(sign === '/' ? a / b : a ** b);
}

/** How numbers are written depends on the settings of the system. */
function textOf(value: Operand): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  throw new Unknown();
}

/** A blank cell equals 0 and the empty text. Only the equality of texts is known: their order depends on the system. */
function isTrue(sign: string, a: Operand, b: Operand): boolean {
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  if (typeof left !== typeof right) throw new Unknown();
  if (typeof left === 'string') {
    if (sign !== '=' && sign !== '<>') throw new Unknown();
    return (left.toLowerCase() === String(right).toLowerCase()) === (sign === '=');
  }
  const difference = withoutNoise(Number(left)) - withoutNoise(Number(right));
  if (difference === 0) return sign === '=' || sign === '<=' || sign === '>=';
  return sign === '<>' || sign.startsWith(difference < 0 ? '<' : '>');
}

/** Numbers of ranges, and numbers given by themselves; texts and blanks of a range do not count. */
function numbersIn(parts: readonly Part[]): number[] {
  return parts.flatMap((part) => {
    const result = part();
    if (!isRange(result)) return [numberOf(result)];
    if (result.includes(undefined)) throw new Unknown();
    return result.filter((value) => typeof value === 'number');
  });
}

const sumOf = (values: readonly number[]): number => checked(values.reduce((total, value) => total + value, 0));
const given = (parts: readonly Part[], position: number): Result => parts[position]?.();
const holds = (result: Result): boolean => numberOf(result) !== 0;

function rounded(parts: readonly Part[]): number {
  const value = fromNumber(numberOf(given(parts, 0)));
  const places = parts.length > 1 ? numberOf(given(parts, 1)) : 0;
  if (value === null || !Number.isInteger(places) || places < 0) throw new Unknown();
  return toNumber(roundTo(value, places));
}

function rankOf([value, among, order]: readonly Part[]): number {
  if (!value || !among) throw new Unknown();
  const number = withoutNoise(numberOf(value()));
  const all = numbersIn([among]).map(withoutNoise);
  const ascends = order !== undefined && holds(order());
  if (!all.includes(number)) throw new Unknown();
  return 1 + all.filter((each) => (ascends ? each < number : each > number)).length;
}

const FUNCTIONS: Readonly<Record<string, (parts: readonly Part[]) => Result>> = {
  SUM: (parts) => sumOf(numbersIn(parts)),
  AVERAGE: (parts) => {
    const numbers = numbersIn(parts);
    return checked(sumOf(numbers) / numbers.length);
  },
  MAX: (parts) => checked(numbersIn(parts).reduce((most, value) => Math.max(most, value), -Infinity)),
  MIN: (parts) => checked(numbersIn(parts).reduce((least, value) => Math.min(least, value), Infinity)),
  COUNT: (parts) => numbersIn(parts).length,
  ROUND: rounded,
  ABS: (parts) => Math.abs(numberOf(given(parts, 0))),
  N: (parts) => numberOf(given(parts, 0)),
  ISNUMBER: (parts) => typeof scalar(given(parts, 0)) === 'number',
  RANK: rankOf,
  'RANK.EQ': rankOf,
  IF: (parts) => (holds(given(parts, 0)) ? given(parts, 1) : parts.length > 2 ? given(parts, 2) : false),
  AND: (parts) => parts.every((part) => holds(part())),
  OR: (parts) => parts.some((part) => holds(part())),
};
