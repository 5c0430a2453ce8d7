/** Reads the value and the formula of a scanned cell from its bytes. */
import type { CellValue } from '../../../core/model/workbook/grid';
import { fromFileFormula } from './formula-names';
import { BOOLEAN, ERROR, INLINE, integer, NUMBER, SHARED, STRING, type Scan } from './scan-cell';
import { attributeCursor, endOfName, endOfTag, nextAttribute } from '../xml/xml';
import { mixedText, plainText, richText, unescapeControls } from '../xml/xml-text';

export function valueOf(bytes: Uint8Array, where: string, scan: Scan, strings: readonly string[]): CellValue {
  const { type, valueStart, valueStop, valueMarked } = scan;
  if (type === INLINE && scan.inlineStart >= 0)
    return wordsIn(richText(bytes, scan.inlineStart, scan.inlineStop, where), scan);
  if (valueStart < 0) return null;
  if (!valueMarked) {
    // The path of nearly every cell: it builds no string.
    const short = type === NUMBER ? shortNumber(bytes, valueStart, valueStop) : null;
    if (short !== null) return short;
    const position = type === SHARED ? integer(bytes, valueStart, valueStop) : NaN;
    if (position >= 0) return wordsIn(strings[position] ?? null, scan);
  }
  const text = valueMarked ? mixedText(bytes, valueStart, valueStop, where) : plainText(bytes, valueStart, valueStop);
  if (type === STRING || type === INLINE) return wordsIn(unescapeControls(text), scan);
  const bare = text.trim();
  if (bare === '') return null;
  if (type === SHARED) return /^\d+$/.test(bare) ? wordsIn(strings[Number(bare)] ?? null, scan) : null;
  if (type === BOOLEAN) return truthOf(bare);
  return type === ERROR ? { error: bare } : (numberOf(bare) ?? text);
}

/** Only a formula can result in an empty text; any other cell with an empty text is blank, as in Excel. */
const wordsIn = (text: string | null, scan: Scan): string | null =>
  text === '' && scan.formulaStart < 0 ? null : text;

/** Reads numbers and "true" or "false" in any case; returns any other word as text. */
function truthOf(bare: string): CellValue {
  const word = bare.toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  const value = numberOf(bare);
  return value === null ? bare : value !== 0;
}

/** Returns null if the text is not a decimal number: 0x10, Infinity, 1,5. */
function numberOf(bare: string): number | null {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(bare)) return null;
  const value = Number(bare);
  return Number.isFinite(value) ? value : null;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * Parses up to 15 digits: digits and power of ten are exact, so one division gives the same double as parsing the text.
 * Returns null for other forms.
 */
function shortNumber(bytes: Uint8Array, from: number, to: number): number | null {
  let position = from;
  const negative = bytes[position] === 0x2d;
  if (negative) position++;
  if (position >= to || to - position > 16) return null;
  let digits = 0;
  let count = 0;
  let point = -1;
  for (; position < to; position++) {
    const byte = bytes[position] ?? 0;
    if (byte === 0x2e && point < 0) point = count;
    else if (byte >= 0x30 && byte <= 0x39) {
      digits = digits * 10 + byte - 0x30;
      count++;
    } else return null;
  }
  if (count === 0 || count > 15) return null;
  const value = point < 0 ? digits : digits / (POWERS[count - point] ?? 1);
  return negative ? -value : value;
}

const ISO_DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:T(.+))?$/i;
const ISO_TIME = /^T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[-+]\d{2}:?\d{2})?$/i;
/** Days from 30 December 1899, day 0 of the serial numbers, to 1 January 1970. */
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
/** Serial number of 1 March 1900: Excel counts 29 February 1900, which did not exist. */
const MARCH_1900 = 61;

/**
 * Converts 2024-05-31T08:00:00, 2024-05-31 or 08:00:00 to a serial number and ignores any time zone. Returns null for
 * other texts.
 */
export function serialOfIso(text: string, date1904: boolean): number | null {
  const match = ISO_DATE_TIME.exec(text.trim());
  if (!match) return partOfDay(text.trim());
  const [, year = '', month = '', day = '', time] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // Date.UTC turns the 31st of a shorter month into a day of the next month.
  if (!date.toISOString().startsWith(`${year}-${month}-${day}`)) return null;
  const days = serialOfDay(date.getTime() / 86_400_000 + DAYS_TO_1970, date1904);
  const part = time === undefined ? 0 : partOfDay(time);
  return days === null || part === null ? null : days + part;
}

function serialOfDay(days: number, date1904: boolean): number | null {
  if (date1904) return days >= DAYS_TO_1904 ? days - DAYS_TO_1904 : null;
  if (days >= MARCH_1900) return days;
  // A time without a date can also be written with the date 30 or 31 December 1899.
  return days >= 0 ? Math.max(0, days - 1) : null;
}

function partOfDay(text: string): number | null {
  const match = ISO_TIME.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [match[1], match[2], match[3] ?? '0'].map(Number) as [number, number, number];
  const seconds = hour * 3600 + minute * 60 + second;
  return minute < 60 && second < 60 && seconds <= 86_400 ? seconds / 86_400 : null;
}

/** The attributes and text of a cell's `f` element. */
export interface FormulaElement {
  readonly kind: 'normal' | 'shared' | 'array' | 'dataTable';
  readonly ref: string;
  readonly index: string;
  /** As written in the file, including prefixes. */
  readonly text: string;
}

const cursor = attributeCursor();

export function formulaOf(bytes: Uint8Array, where: string, scan: Scan): FormulaElement {
  const openEnd = endOfTag(bytes, scan.formulaStart, scan.formulaStop, where);
  let kind: FormulaElement['kind'] = 'normal';
  let ref = '';
  let index = '';
  cursor.position = endOfName(bytes, scan.formulaStart + 1);
  while (nextAttribute(bytes, cursor, openEnd)) {
    const name = plainText(bytes, cursor.nameStart, cursor.nameStop);
    const value = plainText(bytes, cursor.valueStart, cursor.valueStop);
    if (name === 't' && (value === 'shared' || value === 'array' || value === 'dataTable')) kind = value;
    else if (name === 'ref') ref = value;
    else if (name === 'si') index = value;
  }
  const text =
    openEnd === scan.formulaStop
      ? ''
      : unescapeControls(mixedText(bytes, openEnd, bytes.lastIndexOf(0x3c, scan.formulaStop - 1), where));
  return { kind, ref, index, text };
}

/** The formula text that the rest of the program uses. */
export const shownFormula = (element: FormulaElement): string =>
  element.kind === 'dataTable' ? `TABLE(${element.ref})` : fromFileFormula(element.text).replace(/^=/, '');
