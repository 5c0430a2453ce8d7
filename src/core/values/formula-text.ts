/** Pieces of formula text: references, lists, long sums. English names, commas, no "=". */
import { columnName, type Address, type Area2D } from './address';
import { fromNumber, toText } from './decimal';

/** Excel takes no longer formula, no more arguments, and no longer text inside one. */
export const MAX_FORMULA = 8192;
const MAX_ARGUMENTS = 255;
export const MAX_QUOTED = 255;

/** Which part of a reference carries "$". */
export type Anchor = '' | 'row' | 'column' | 'both';

export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** "" for the formula's own sheet, else `'Bảng tổng hợp'!`. */
export const prefixOf = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'!`;

export function refTo({ row, column }: Address, anchor: Anchor = ''): string {
  const name = columnName(column);
  if (anchor === '') return `${name}${row + 1}`;
  return `${anchor === 'row' ? '' : '$'}${name}${anchor === 'column' ? '' : '$'}${row + 1}`;
}

export function refToArea(area: Area2D, anchor: Anchor = ''): string {
  const first = refTo({ row: area.top, column: area.left }, anchor);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${refTo({ row: area.bottom, column: area.right }, anchor)}`;
}

/** Neighbouring cells as runs, in the order given: E7, E8, E10 → E7:E8, E10. */
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

/** `SUM(a,b,…)`; past 255 arguments, sums of sums. "0" of nothing. */
export function sumOf(terms: readonly string[]): string {
  if (terms.length === 0) return '0';
  if (terms.length <= MAX_ARGUMENTS) return `SUM(${terms.join(',')})`;
  return sumOf(chunks(terms).map(sumOf));
}

/** `COUNTA(a,b,…)` or COUNT; past 255 arguments several are added. */
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

/** For comparing: blanks, "$", letter case and the file's function prefixes make no difference outside quotes. */
export function normaliseFormula(formula: string): string {
  return formula
    .split(OUTSIDE_QUOTES)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part
            .replace(/[\s$]/g, '')
            .toUpperCase()
            .replace(/_XLFN\.|_XLWS\./g, ''),
    )
    .join('');
}

/** True when both say the same: Excel takes away quotes that a sheet's name does not need. */
export const isSameFormula = (a: string, b: string): boolean => a === b || withoutQuotes(a) === withoutQuotes(b);

const withoutQuotes = (formula: string): string => {
  const parts = formula.split(OUTSIDE_QUOTES);
  return parts
    .map((part, at) =>
      at % 2 === 0 || (part.startsWith("'") && parts[at + 1]?.startsWith('!') === true)
        ? normaliseFormula(part.startsWith("'") ? part.slice(1, -1) : part)
        : part,
    )
    .join('');
};

/** A double as a formula spells it; a cell's value, not points. */
export const plainNumber = (value: number): string => {
  const exact = fromNumber(value);
  return exact === null ? String(value) : toText(exact);
};

/** Numbers beyond it are damage, not points (decimal.why.md). */
const LARGEST_NUMBER = 900_719;

/** True once a number that cannot be a score has been typed over. */
export const isTypedOver = (cell: string, value: number): string =>
  Math.abs(value) < LARGEST_NUMBER ? `${cell}<>${plainNumber(value)}` : `ABS(N(${cell}))<${LARGEST_NUMBER}`;
