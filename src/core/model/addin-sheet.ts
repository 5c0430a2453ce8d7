/**
 * Shared rules of the add-in's own sheets: they are recognized by their header. Where an officer may also type, the
 * program writes formulas (`="…"`, or a reference that shows another cell), which distinguishes its text from the
 * officer's.
 */
import { quote, MAX_FORMULA, MAX_QUOTED } from '../values/formula-text';
import { plainKey, remembered, squeeze } from '../values/fold-text';
import type { Content } from './content';
import type { Book, Grid } from './workbook/grid';

/** The log of corrections; rows are only added, and the program does not read it. */
export const CORRECTION_LOG = 'Nhật ký sửa';
export const isCorrectionLog = (name: string): boolean => plainKey(name) === plainKey(CORRECTION_LOG);

/**
 * The source of each collected number, and which unit has sent which files: written when files are collected into the
 * table.
 */
export const SOURCE_RECORD = 'Nguồn số liệu';
export const SENDING_RECORD = 'Tình hình gửi số liệu';

const RECORDS = new Set([CORRECTION_LOG, SOURCE_RECORD, SENDING_RECORD].map(plainKey));
/** Whether the sheet is only a record of what was done, never a bảng tổng hợp. */
export const isRecord = (name: string): boolean => RECORDS.has(plainKey(name));

export interface AddinTable {
  readonly row: number;
  /** The first column of each label. */
  readonly columns: ReadonlyMap<string, number>;
}

/** Number of rows searched: an officer may insert letterhead lines above the add-in's. */
const HEADER_WITHIN = 15;

const labelIn = remembered((text) => squeeze(text).normalize('NFC'));

/** Returns the first row near the top that `isHeader` accepts. */
export function findAddinTable(
  grid: Grid,
  labels: readonly string[],
  isHeader: (columns: ReadonlyMap<string, number>) => boolean,
): AddinTable | null {
  const wanted = new Set(labels);
  for (let row = 0; row < Math.min(HEADER_WITHIN, grid.rowCount); row++) {
    const columns = new Map<string, number>();
    grid.values[row]?.forEach((cell, column) => {
      // Numbers are not labels, and most cells near the top of a national table are numbers.
      const label = typeof cell === 'string' ? labelIn(cell) : '';
      if (wanted.has(label) && !columns.has(label)) columns.set(label, column);
    });
    if (isHeader(columns)) return { row, columns };
  }
  return null;
}

export interface AddinSheet {
  readonly name: string;
  /** Null if the sheet does not exist. */
  readonly grid: Grid | null;
}

/**
 * The add-in's sheet from an earlier run, else the first unused name; if all names are used, the last one gets a
 * number.
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

/** `"…"&"…"`: a formula that results in the text; null if the text is too long for a formula. */
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

/** Text of the add-in in a cell that an officer may overwrite: as a formula if `live`. */
export function addinText(text: string, live: boolean): Content | null {
  if (text === '') return null;
  const formula = live ? literalOf(text) : null;
  return formula === null ? { kind: 'text', text } : { kind: 'formula', formula, cached: { kind: 'text', text } };
}

/** `IF('S'!G6="","",'S'!G6)`: shows another cell, or nothing if that cell is blank. */
export const showing = (cell: string): string => `IF(${cell}="","",${cell})`;

const LITERAL = /^"(?:[^"]|"")*"(?:&"(?:[^"]|"")*")*$/;
const SHOWING = /^IF\((.+)="","",\1\)$/;

/** Whether `literalOf` or `showing` wrote the formula. */
export const isAddinText = (formula: string): boolean => LITERAL.test(formula) || SHOWING.test(formula);

/** `HYPERLINK("#'Bảng tổng hợp'!E6",…)`: jumps to the cell; `shown` is formula text. */
export const linkTo = (cell: string, shown: string): string => `HYPERLINK(${quote(`#${cell}`)},${shown})`;
