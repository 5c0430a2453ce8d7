/**
 * Reads code and name of one row from two cells or from one (families A and B). Excel keeps 1.10 as the number 1.1 and
 * turns 1.2 into a date; the codes before show what was meant (FIELD.md §4).
 */
import { cellKey } from '../../values/address';
import { squeeze } from '../../values/fold-text';
import { textOfPartRow } from '../../model/beside/part-labels';
import { isBlank, textAt, valueAt, type Grid } from '../../model/workbook/grid';
import { parseCode, splitCodeAndName, type Code } from './codes';
import { dateOf } from '../../values/date-of';
import { ZERO, decimal, fromNumber, type Decimal } from '../../values/decimal';
import { patternOf } from '../../values/pattern';
import { parseNumber } from '../numbers/parse-number';
import { headerKey } from '../words/header-words';
import { roleOfLine, type LineRole } from '../words/result-words';

export interface RowColumns {
  readonly code: number | null;
  readonly name: number;
  /** Columns of maxima and of scores, which distinguish an item from a remark. */
  readonly max: readonly number[];
  readonly scores: readonly number[];
  /** A row identified as the total by its sums. */
  readonly totalRow?: number;
}

interface RowTexts {
  readonly code: string;
  readonly name: string;
}

export function rowTexts(grid: Grid, row: number, { code, name }: RowColumns): RowTexts {
  return { code: code === null ? '' : squeeze(textAt(grid, row, code)), name: squeeze(textAt(grid, row, name)) };
}

export const hasAny = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => !isBlank(valueAt(grid, row, column)));

const LONGEST_NUMBER = 40;
const ONE = decimal('1');

/** Null unless the cell holds a number, which may be typed as text. */
function numberAt(grid: Grid, row: number, column: number): Decimal | null {
  const value = valueAt(grid, row, column);
  if (typeof value === 'number') return fromNumber(value);
  return typeof value === 'string' && value.length <= LONGEST_NUMBER ? (parseNumber(value)?.value ?? null) : null;
}

export const hasNumber = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => numberAt(grid, row, column) !== null);

/** The roles whose labels open names of criteria too: «Tăng cường kỷ luật», «Xếp hạng chuyển đổi số». */
const LOOSE: readonly (LineRole | null)[] = ['rank', 'rating', 'change'];
/** «Xếp hạng toàn tỉnh», «Hạng năm 2025», «Tăng, giảm»: a result of the unit, and nothing else. */
const PLAIN_RESULT = patternOf([
  String.raw`^((ket qua )?(xep|thu|phan|vi|muc)? ?(hang|loai|thu|nhom|xep loai)( (chung|toan|tinh|huyen|xa|khoi|cum`,
  String.raw`|nhom|cchc|nam|\d+|ket qua|cai cach hanh chinh|chi so|trong|cua|theo|cac|don vi|thu|cuoi cung))*`,
  String.raw`|tang( (diem|hang|bac|them))?|tang( ?[/,-])? ?giam.*|so (voi|sanh).*|chenh lech.*)$`,
]);
/** Places are counted among this many units or more; no criterion that is named like a rank is worth as much. */
const MANY_UNITS = decimal('20');

/**
 * Whether the row is a criterion although its label may be that of a result: it states a maximum and points up to it,
 * «II | Tăng cường kỷ luật | 12 | 11,5», and its points are no ranks.
 */
export function isNamedLikeResult(
  grid: Grid,
  row: number,
  { max, scores }: RowColumns,
  { code, label }: { readonly code: Code | null; readonly label: string },
): boolean {
  const role = roleOfLine(label);
  if (!LOOSE.includes(role)) return false;
  const numbersIn = (columns: readonly number[]): Decimal[] =>
    columns.flatMap((column) => numberAt(grid, row, column) ?? []);
  const [maxima, points] = [numbersIn(max), numbersIn(scores)];
  const most = maxima.reduce((one, other) => (one > other ? one : other), ZERO);
  if (points.length === 0 || most <= ZERO || points.some((each) => each < ZERO || each > most)) return false;
  const [areWhole, hasFirst] = [points.every((each) => each % ONE === 0), points.includes(ONE)];
  if (PLAIN_RESULT.test(headerKey(label))) return code !== null && !(areWhole && hasFirst);
  if (role !== 'rank' || !areWhole) return true;
  return most < MANY_UNITS && !(hasFirst && most === ONE * points.length);
}

/**
 * Whether the row states a part of the loss above it, «Lý do | Gửi chậm» or «a) | Nguyên nhân: gửi chậm»; «1.3 | Giải
 * trình» is an item.
 */
export function statesPart(grid: Grid, row: number, columns: RowColumns): boolean {
  if (hasAny(grid, row, columns.max) || hasAny(grid, row, columns.scores)) return false;
  const { code, name } = rowTexts(grid, row, columns);
  const kind = parseCode(code)?.kind ?? 'letter';
  const behind = (grid.values[row] ?? []).findIndex((cell, column) => column > columns.name && !isBlank(cell));
  return kind === 'letter' && textOfPartRow([code, name, squeeze(textAt(grid, row, behind))]) !== null;
}

export interface RowHeading {
  readonly code: Code | null;
  readonly name: string;
  readonly stated: string;
  readonly repaired: boolean;
  /** Code and name share a cell although the table has a column for each. */
  readonly shared: boolean;
}

export function readHeading(
  grid: Grid,
  row: number,
  columns: RowColumns,
  texts: RowTexts,
  previous: readonly number[] | null,
): RowHeading {
  const value = columns.code === null ? null : valueAt(grid, row, columns.code);
  if (typeof value === 'number' && columns.code !== null) {
    const isDate = grid.dates.has(cellKey(row, columns.code));
    const stated = parseCode(texts.code);
    const repaired = isDate ? repairDate(value, previous) : stated && repairNumber(stated, previous);
    const date = isDate ? dateOf(value) : null;
    const shown = date ? `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}` : texts.code;
    return { code: repaired ?? stated, name: texts.name, stated: shown, repaired: repaired !== null, shared: false };
  }
  const code = parseCode(texts.code);
  if (code) return { code, name: texts.name, stated: texts.code, repaired: false, shared: false };
  // A heading merged across the row has its whole text in the code cell; a form without a code column has both in the
  // name cell.
  const heading = texts.name === '' ? texts.code : texts.name;
  const split = texts.code === '' || texts.name === '' ? splitCodeAndName(heading) : null;
  if (split)
    return {
      code: split.code,
      name: split.name,
      stated: split.code.text,
      repaired: false,
      shared: columns.code !== null,
    };
  return { code: null, name: heading, stated: texts.name === '' ? '' : texts.code, repaired: false, shared: false };
}

/**
 * Codes that may follow `previous` in the tree: its first child, its next sibling, the next sibling of each ancestor.
 */
function successors(previous: readonly number[]): ReadonlySet<string> {
  const next = [[...previous, 1]];
  for (let depth = previous.length; depth >= 1; depth--) {
    next.push([...previous.slice(0, depth - 1), (previous[depth - 1] ?? 0) + 1]);
  }
  return new Set(next.map((each) => each.join('.')));
}

/** 1.10 if Excel kept the number 1.1 after 1.9; null if the stated code fits as well. */
export function repairNumber(stated: Code, previous: readonly number[] | null): Code | null {
  if (!previous || stated.kind !== 'arabic' || stated.parts.length !== 2) return null;
  const [leading = 0, part = 0] = stated.parts;
  const lengthened = [leading, part * 10];
  const following = successors(previous);
  return following.has(lengthened.join('.')) && !following.has(stated.text) ? arabic(lengthened) : null;
}

/**
 * Day, month and year of the serial in the order that follows `previous`: 1.2 became 1 February, 1.2.3 a day of 2003,
 * 1.13 January 2013.
 */
export function repairDate(serial: number, previous: readonly number[] | null): Code | null {
  const date = dateOf(serial);
  if (!date) return null;
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear() % 100];
  const following = previous ? successors(previous) : new Set<string>();
  const orders = [
    [day, month],
    [month, day],
    [day, month, year],
    [month, day, year],
    [month, year],
  ];
  return arabic(orders.find((each) => following.has(each.join('.'))) ?? [day, month]);
}

const arabic = (parts: readonly number[]): Code => ({ text: parts.join('.'), kind: 'arabic', parts });
