/** Formula text: builds pieces (references, lists, long sums; English names, commas, no "="), and parses sums. */
import { columnName, rowInSheet, type Address, type Area2D, rangeFromA1 } from './address';
import { fromNumber, toText } from './decimal';

/** Excel's limits for the length of a formula, the number of arguments, and the length of a text inside a formula. */
export const MAX_FORMULA = 8192;
const MAX_ARGUMENTS = 255;
export const MAX_QUOTED = 255;

/** Which part of a reference carries "$". */
export type Anchor = '' | 'row' | 'column' | 'both';

export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The sheet part of a reference: `'Bảng tổng hợp'!`. */
export const prefixOf = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

export function refTo({ row, column }: Address, anchor: Anchor = ''): string {
  const [name, number] = [columnName(column), rowInSheet(row) + 1];
  if (anchor === '') return `${name}${number}`;
  return `${anchor === 'row' ? '' : '$'}${name}${anchor === 'column' ? '' : '$'}${number}`;
}

export function refToArea(area: Area2D, anchor: Anchor = ''): string {
  const first = refTo({ row: area.top, column: area.left }, anchor);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${refTo({ row: area.bottom, column: area.right }, anchor)}`;
}

/** Joins neighbouring cells into ranges, in the order given: E7, E8, E10 → E7:E8, E10. */
export function runsOf(cells: readonly Address[]): Area2D[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of cells) {
    const last = runs[runs.length - 1];
    if (last?.left === column && last.right === column && last.bottom + 1 === row) last.bottom = row;
    else if (last?.top === row && last.bottom === row && last.right + 1 === column) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

/** `SUM(a,b,…)`; with more than 255 arguments, a sum of sums; "0" without terms. */
export function sumOf(terms: readonly string[]): string {
  if (terms.length === 0) return '0';
  if (terms.length <= MAX_ARGUMENTS) return `SUM(${terms.join(',')})`;
  return sumOf(chunks(terms).map(sumOf));
}

/** `COUNTA(a,b,…)` or COUNT; with more than 255 arguments, several are added. */
export function countOf(name: 'COUNT' | 'COUNTA', terms: readonly string[]): string {
  if (terms.length === 0) return '0';
  return chunks(terms)
    .map((some) => `${name}(${some.join(',')})`)
    .join('+');
}

function chunks(terms: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let from = 0; from < terms.length; from += MAX_ARGUMENTS) parts.push(terms.slice(from, from + MAX_ARGUMENTS));
  return parts;
}

const OUTSIDE_QUOTES = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;

/** For comparison: removes blanks, "$", letter case and the file's function prefixes outside quotes. */
export function normaliseFormula(formula: string): string {
  return formula
    .split(OUTSIDE_QUOTES)
    .map((part, position) =>
      position % 2 === 1
        ? part
        : part
            .replace(/[\s$]/g, '')
            .toUpperCase()
            .replace(/_XLFN\.|_XLWS\./g, ''),
    )
    .join('');
}

/**
 * Whether two formulas are equal, ignoring quotes around sheet names: Excel removes quotes that a name does not need.
 */
export const isSameFormula = (a: string, b: string): boolean => a === b || withoutQuotes(a) === withoutQuotes(b);

const withoutQuotes = (formula: string): string => {
  const parts = formula.split(OUTSIDE_QUOTES);
  return parts
    .map((part, position) =>
      position % 2 === 0 || (part.startsWith("'") && parts[position + 1]?.startsWith('!') === true)
        ? normaliseFormula(part.startsWith("'") ? part.slice(1, -1) : part)
        : part,
    )
    .join('');
};

/** A double as written in a formula; for a cell's value, not for points. */
export const plainNumber = (value: number): string => {
  const exact = fromNumber(value);
  return exact === null ? String(value) : toText(exact);
};

/** Larger numbers are damage, not points (decimal.why.md). */
const LARGEST_NUMBER = 900_719;

/** A condition as formula text: true once the officer has replaced a number that cannot be a score. */
export const isTypedOver = (cell: string, value: number): string =>
  Math.abs(value) < LARGEST_NUMBER ? `${cell}<>${plainNumber(value)}` : `ABS(N(${cell}))<${LARGEST_NUMBER}`;

interface Addend {
  readonly area: Area2D;
  readonly isSubtracted: boolean;
}

/** Tokens: a sheet prefix, a cell reference, a function name before a bracket, a number, a sign. */
const TOKEN = new RegExp(
  [
    /'(?:[^']|'')*'!|[\p{L}\p{N}_.]+!/u,
    /\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?/,
    /[A-Z]+(?=\()|\d+(?:\.\d+)?|[-+(),;]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giuy',
);
const REFERENCE = /^\$?[A-Z]{1,3}\$?\d/i;
/** Excel's own limit. */
const DEEPEST = 64;

/**
 * The cells that a formula adds up: `SUM(D7:D8)`, `D5+D10`, `ROUND(SUM(D7,D9),2)`. Returns null if the formula does
 * anything but add cells of its own sheet, or adds no cell.
 */
export function addendsOf(formula: string, sheet: string): readonly Addend[] | null {
  if (formula.length > MAX_FORMULA || formula.split('(').length > DEEPEST) return null;
  const tokens = tokensOf(formula, sheet);
  if (!tokens) return null;
  const addends: Addend[] = [];
  const end = readSum({ tokens, addends }, 0, false);
  return end === tokens.length && addends.length > 0 ? addends : null;
}

/** Returns null if the formula contains a character that no sum contains, or a cell of another sheet. */
function tokensOf(formula: string, sheet: string): string[] | null {
  const text = formula.replace(/[\s\u00a0]+/g, '');
  const prefixes = [`${sheet}!`, `'${sheet.replaceAll("'", "''")}'!`].map((each) =>
    each.replace(/\s+/g, '').toLowerCase(),
  );
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    if (!token.endsWith('!')) tokens.push(token);
    else if (!prefixes.includes(token.toLowerCase())) return null;
  }
  return tokens;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly addends: Addend[];
}

/** Returns the position after a sum of terms; −1 if there is none. */
function readSum(reading: Reading, from: number, isSubtracted: boolean): number {
  let position = from;
  let sign = isSubtracted;
  const { tokens } = reading;
  if (tokens[position] === '+' || tokens[position] === '-')
    sign = tokens[position++] === '-' ? !isSubtracted : isSubtracted;
  for (;;) {
    position = readTerm(reading, position, sign);
    if (position < 0 || (tokens[position] !== '+' && tokens[position] !== '-')) return position;
    sign = tokens[position++] === '-' ? !isSubtracted : isSubtracted;
  }
}

function readTerm(reading: Reading, position: number, isSubtracted: boolean): number {
  const token = reading.tokens[position] ?? '';
  if (token === '(') return closed(reading, readSum(reading, position + 1, isSubtracted));
  if (REFERENCE.test(token)) {
    const area = rangeFromA1(token);
    if (area) reading.addends.push({ area, isSubtracted });
    return area ? position + 1 : -1;
  }
  if (/^\d/.test(token)) return position + 1;
  if (reading.tokens[position + 1] !== '(') return -1;
  if (/^SUM$/i.test(token)) return readList(reading, position + 2, isSubtracted);
  return /^(ROUND|N)$/i.test(token) ? readRounded(reading, position + 2, isSubtracted) : -1;
}

const closed = ({ tokens }: Reading, position: number): number =>
  position >= 0 && tokens[position] === ')' ? position + 1 : -1;
const isComma = (token: string | undefined): boolean => token === ',' || token === ';';

function readList(reading: Reading, from: number, isSubtracted: boolean): number {
  let position = readSum(reading, from, isSubtracted);
  while (position >= 0 && isComma(reading.tokens[position])) position = readSum(reading, position + 1, isSubtracted);
  return closed(reading, position);
}

/** The number of decimals after the comma is not an addend. */
function readRounded(reading: Reading, from: number, isSubtracted: boolean): number {
  const position = readSum(reading, from, isSubtracted);
  if (position < 0 || !isComma(reading.tokens[position])) return closed(reading, position);
  return closed(reading, /^\d+$/.test(reading.tokens[position + 1] ?? '') ? position + 2 : -1);
}
