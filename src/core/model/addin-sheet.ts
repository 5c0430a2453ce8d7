/**
 * What the sheets of the add-in have in common: they are known by their header, and what the program writes where an
 * officer may type is a formula (`="…"`, or a reference that shows another cell), so that it is always known who wrote
 * what.
 */
import { quote, MAX_FORMULA, MAX_QUOTED } from '../values/formula-text';
import { plainKey, remembered, squeeze } from '../values/fold-text';
import type { Content } from './content';
import type { Book, Grid } from './grid';

/** The record of corrections; it only grows, and is read by people alone. */
export const CORRECTION_LOG = 'Nhật ký sửa';
export const isCorrectionLog = (name: string): boolean => plainKey(name) === plainKey(CORRECTION_LOG);

/** Where each collected number came from, and who has sent what: written when files are collected into the table. */
export const SOURCE_RECORD = 'Nguồn số liệu';
export const SENDING_RECORD = 'Tình hình gửi số liệu';

const RECORDS = new Set([CORRECTION_LOG, SOURCE_RECORD, SENDING_RECORD].map(plainKey));
/** A sheet that only tells what was done: never a bảng tổng hợp. */
export const isRecord = (name: string): boolean => RECORDS.has(plainKey(name));

export interface AddinTable {
  readonly row: number;
  /** By label, the first column that carries it. */
  readonly columns: ReadonlyMap<string, number>;
}

/** An officer may put lines of a letterhead above the addin's. */
const HEADER_WITHIN = 15;

const labelIn = remembered((text) => squeeze(text).normalize('NFC'));

/** The first row near the top whose labels are taken for our header. */
export function findAddinTable(
  grid: Grid,
  labels: readonly string[],
  isHeader: (columns: ReadonlyMap<string, number>) => boolean,
): AddinTable | null {
  const wanted = new Set(labels);
  for (let row = 0; row < Math.min(HEADER_WITHIN, grid.rowCount); row++) {
    const columns = new Map<string, number>();
    grid.values[row]?.forEach((cell, column) => {
      // Numbers are no labels, and most of what stands near the top of a national table.
      const label = typeof cell === 'string' ? labelIn(cell) : '';
      if (wanted.has(label) && !columns.has(label)) columns.set(label, column);
    });
    if (isHeader(columns)) return { row, columns };
  }
  return null;
}

export interface AddinSheet {
  readonly name: string;
  /** Null while the sheet is not there. */
  readonly grid: Grid | null;
}

/**
 * Our sheet of an earlier run, or the first name that nobody uses: the last name gets a number when even that is taken.
 */
export function findAddinSheet(book: Book, names: readonly string[], isOwn: (grid: Grid) => boolean): AddinSheet {
  const key = (name: string): string => name.normalize('NFC').toLowerCase();
  for (let position = 0; ; position++) {
    const name = names[position] ?? `${names[names.length - 1] ?? ''} (${position - names.length + 2})`;
    const entry = book.sheets.find((sheet) => key(sheet.name) === key(name));
    if (!entry) return { name, grid: null };
    const grid = entry.grid();
    if (isOwn(grid)) return { name: entry.name, grid };
  }
}

/** `"…"&"…"`: a formula that gives the text; null for a text that is too long for one. */
export function literalOf(text: string): string | null {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of text) {
    const more = character === '"' ? 2 : character.length;
    if (length + more > MAX_QUOTED) {
      parts.push(quote(part));
      part = '';
      length = 0;
    }
    part += character;
    length += more;
  }
  const formula = [...parts, quote(part)].join('&');
  return formula.length < MAX_FORMULA ? formula : null;
}

/** Words of the addin where an officer may type others: a formula that gives them, where formulas are wanted. */
export function addinText(text: string, live: boolean): Content | null {
  if (text === '') return null;
  const formula = live ? literalOf(text) : null;
  return formula === null ? { kind: 'text', text } : { kind: 'formula', formula, cached: { kind: 'text', text } };
}

/** `IF('S'!G6="","",'S'!G6)`: shows another cell, and nothing while that one is blank. */
export const showing = (cell: string): string => `IF(${cell}="","",${cell})`;

const LITERAL = /^"(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/;
const SHOWING = /^IF\((.+)="","",\1\)$/;

/** True for a formula that only `literalOf` and `showing` write. */
export const isAddinText = (formula: string): boolean => LITERAL.test(formula) || SHOWING.test(formula);

/** `HYPERLINK("#'Bảng tổng hợp'!E6",…)`: jumps to the cell; `shown` is formula text. */
export const linkTo = (cell: string, shown: string): string => `HYPERLINK(${quote(`#${cell}`)},${shown})`;
