/** Which cells a formula adds up: `SUM(D7:D8)`, `D5+D10`, `ROUND(SUM(D7,D9),2)`. Anything else is no sum. */
import { rangeFromA1, type Area2D } from './address';

interface Addend {
  readonly area: Area2D;
  readonly isSubtracted: boolean;
}

/** Tokens: a reference with its sheet, a name before a bracket, a number, a sign. */
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
const LONGEST = 8192;
/** Excel's own limit. */
const DEEPEST = 64;

/** Null where the formula does more than add cells of its own sheet, or adds no cell at all. */
export function addendsOf(formula: string, sheet: string): readonly Addend[] | null {
  if (formula.length > LONGEST || formula.split('(').length > DEEPEST) return null;
  const tokens = tokensOf(formula, sheet);
  if (!tokens) return null;
  const addends: Addend[] = [];
  const end = readSum({ tokens, addends }, 0, false);
  return end === tokens.length && addends.length > 0 ? addends : null;
}

/** Null for a character that no sum has, and for a cell of another sheet. */
function tokensOf(formula: string, sheet: string): string[] | null {
  const text = formula.replace(/[\s\u00a0]+/g, '');
  const own = [`${sheet}!`, `'${sheet.replaceAll("'", "''")}'!`].map((each) => each.replace(/\s+/g, '').toLowerCase());
  const tokens: string[] = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length;) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    if (!token.endsWith('!')) tokens.push(token);
    else if (!own.includes(token.toLowerCase())) return null;
  }
  return tokens;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly addends: Addend[];
}

/** Position after a sum of terms; −1 where it is none. */
function readSum(reading: Reading, from: number, isSubtracted: boolean): number {
  let at = from;
  let sign = isSubtracted;
  const { tokens } = reading;
  if (tokens[at] === '+' || tokens[at] === '-') sign = tokens[at++] === '-' ? !isSubtracted : isSubtracted;
  for (;;) {
    at = readTerm(reading, at, sign);
    if (at < 0 || (tokens[at] !== '+' && tokens[at] !== '-')) return at;
    sign = tokens[at++] === '-' ? !isSubtracted : isSubtracted;
  }
}

function readTerm(reading: Reading, at: number, isSubtracted: boolean): number {
  const token = reading.tokens[at] ?? '';
  if (token === '(') return closed(reading, readSum(reading, at + 1, isSubtracted));
  if (REFERENCE.test(token)) {
    const area = rangeFromA1(token);
    if (area) reading.addends.push({ area, isSubtracted });
    return area ? at + 1 : -1;
  }
  if (/^\d/.test(token)) return at + 1;
  if (reading.tokens[at + 1] !== '(') return -1;
  if (/^SUM$/i.test(token)) return readList(reading, at + 2, isSubtracted);
  return /^(ROUND|N)$/i.test(token) ? readRounded(reading, at + 2, isSubtracted) : -1;
}

const closed = ({ tokens }: Reading, at: number): number => (at >= 0 && tokens[at] === ')' ? at + 1 : -1);
const isComma = (token: string | undefined): boolean => token === ',' || token === ';';

function readList(reading: Reading, from: number, isSubtracted: boolean): number {
  let at = readSum(reading, from, isSubtracted);
  while (at >= 0 && isComma(reading.tokens[at])) at = readSum(reading, at + 1, isSubtracted);
  return closed(reading, at);
}

/** The number of decimals behind the comma adds nothing. */
function readRounded(reading: Reading, from: number, isSubtracted: boolean): number {
  const at = readSum(reading, from, isSubtracted);
  if (at < 0 || !isComma(reading.tokens[at])) return closed(reading, at);
  return closed(reading, /^\d+$/.test(reading.tokens[at + 1] ?? '') ? at + 2 : -1);
}
