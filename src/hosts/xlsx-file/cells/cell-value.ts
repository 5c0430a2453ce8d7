/** What a scanned cell holds, read from its bytes. */
import type { CellValue } from '../../../core/model/grid';
import { fromFileFormula } from './formula-names';
import { BOOLEAN, ERROR, INLINE, integer, ISO_DATE, SHARED, STRING, type Scan } from './scan-cell';
import { attributeCursor, endOfName, endOfTag, nextAttribute } from '../xml/xml';
import { mixedText, plainText, richText, unescapeControls } from '../xml/xml-text';

export function valueOf(bytes: Uint8Array, where: string, scan: Scan, strings: readonly string[]): CellValue {
  if (scan.type === INLINE && scan.inlineStart >= 0) return richText(bytes, scan.inlineStart, scan.inlineStop, where);
  if (scan.valueStart < 0) return null;
  const text = (): string =>
    scan.valueMarked
      ? mixedText(bytes, scan.valueStart, scan.valueStop, where)
      : plainText(bytes, scan.valueStart, scan.valueStop);
  if (scan.type === SHARED) {
    const direct = integer(bytes, scan.valueStart, scan.valueStop);
    return strings[Number.isNaN(direct) ? Number(text()) : direct] ?? null;
  }
  if (scan.type === STRING || scan.type === INLINE) return unescapeControls(text());
  if (scan.type === BOOLEAN) return text().trim() === '1' || text().trim() === 'true';
  if (scan.type === ERROR) return { error: text() };
  if (scan.type === ISO_DATE) return text();
  return (scan.valueMarked ? null : shortNumber(bytes, scan.valueStart, scan.valueStop)) ?? numberOf(text());
}

function numberOf(text: string): CellValue {
  const bare = text.trim();
  if (bare === '') return null;
  const value = Number(bare);
  return Number.isFinite(value) ? value : text;
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/** Up to 15 digits: both halves are exact, so one division gives the same double as parsing the text. Null for other forms. */
function shortNumber(bytes: Uint8Array, from: number, to: number): number | null {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  if (at >= to || to - at > 16) return null;
  let digits = 0;
  let count = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
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

/** 2024-05-31T08:00:00 → its serial number; null for what is no date. */
export function serialOfIso(text: string, date1904: boolean): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = match;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  return days - (date1904 ? 1462 : 0) + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) / 86_400;
}

/** The attributes and text of a cell's `f`. */
export interface FormulaElement {
  readonly kind: 'normal' | 'shared' | 'array' | 'dataTable';
  readonly ref: string;
  readonly index: string;
  /** As the file has it, prefixes included. */
  readonly text: string;
}

const cursor = attributeCursor();

export function formulaOf(bytes: Uint8Array, where: string, scan: Scan): FormulaElement {
  const openEnd = endOfTag(bytes, scan.formulaStart, scan.formulaStop, where);
  let kind: FormulaElement['kind'] = 'normal';
  let ref = '';
  let index = '';
  cursor.at = endOfName(bytes, scan.formulaStart + 1);
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

/** The text that the rest of the program sees. */
export const shownFormula = (element: FormulaElement): string =>
  element.kind === 'dataTable' ? `TABLE(${element.ref})` : fromFileFormula(element.text).replace(/^=/, '');
