/** Parses text into a Decimal, in every form that officers use (FIELD.md §5). */
import { fromText, negate, type Decimal } from '../../values/decimal';
import type { Repair } from '../../model/score-sheet';

export interface ParsedNumber {
  readonly value: Decimal;
  /** 94 in "75,42/94", 20 in "9/20". */
  readonly of: Decimal | null;
  readonly percent: boolean;
  readonly repairs: readonly Repair[];
}

const MINUS = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const BLANKS = /[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g;
/** A footnote mark directly after a number: 4¹, 0*, 4(1), 4(**), 4[1]. */
const FOOTNOTE = /(?<=[\d%])\s*(?:[\u00b9\u00b2\u00b3\u2070-\u2079]+|\*+|\((?:\d{1,2}|\*{1,3})\)|\[\d{1,2}\])$/;
const UNIT_WORD = /\s*(?:điểm|đ|d|diem)\.?$/iu;

/** Returns null if the text is not a number in any accepted form. */
export function parseNumber(text: string): ParsedNumber | null {
  let rest = text.normalize('NFC').replace(MINUS, '-').replace(BLANKS, ' ').trim();
  const repairs: Repair[] = ['text'];
  const strip = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '');
    const changed = shorter !== rest;
    rest = shorter;
    return changed;
  };
  strip(UNIT_WORD);
  if (strip(FOOTNOTE)) repairs.push('footnote');
  strip(UNIT_WORD);
  const percent = strip(/\s*%$/);
  const [first = '', second, third] = rest.split('/');
  if (third !== undefined) return null;
  const value = parsePlain(first.replace(UNIT_WORD, ''));
  if (value === null) return null;
  if (second === undefined) return { value, of: null, percent, repairs };
  const of = parsePlain(second);
  return of === null || of <= 0 ? null : { value, of, percent, repairs: [...repairs, 'fraction-max'] };
}

/** One number: 0,5 · 0.5 · - 0.25 · 1.234,5 · 1,234.5 · 97,685. A single separator is always the decimal separator. */
function parsePlain(text: string): Decimal | null {
  const match = /^([+-]?) ?([\d., ]*\d|\d)$/.exec(text.trim());
  if (!match) return null;
  const [, sign = '', digits = ''] = match;
  const plain = toPlainDigits(digits);
  const value = plain === null ? null : fromText(plain);
  return value !== null && sign === '-' ? negate(value) : value;
}

function toPlainDigits(digits: string): string | null {
  const lastDot = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  const point = Math.max(lastDot, lastComma);
  if (point < 0) return ungroup(digits, ' ');
  const mark = digits.charAt(point);
  const whole = digits.slice(0, point);
  const fraction = digits.slice(point + 1);
  if (whole.includes(mark)) return ungroup(digits, mark);
  if (!/^\d+$/.test(fraction)) return null;
  const other = mark === '.' ? ',' : '.';
  const ungrouped = whole.includes(other) ? ungroup(whole, other) : ungroup(whole, ' ');
  return ungrouped === null ? null : `${ungrouped}.${fraction}`;
}

/** 1.234.567 → 1234567; returns null unless every group after the first has three digits. */
function ungroup(digits: string, mark: string): string | null {
  if (/^\d*$/.test(digits)) return digits;
  const groups = digits.split(mark);
  const [first = '', ...others] = groups;
  return /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group)) ? groups.join('') : null;
}
