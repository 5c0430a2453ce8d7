/**
 * Layout of the sheet `Cấu hình`, one setting per row, its label first: finds the settings and collects the edits that
 * change them.
 */
import { cellKey } from '../values/address';
import { fromText, toText } from '../values/decimal';
import { plainKey } from '../values/fold-text';
import type { Content } from '../model/content';
import type { Edit, SheetEdits } from '../model/workbook/edit';
import { blankGrid, isBlank, textAt, valueAt, type Book, type Grid } from '../model/workbook/grid';
import { findSideSheets } from '../read/find-score-sheets';
import { dateOf } from '../values/date-of';

/** A setting: its label as the add-in writes it, and the pattern that recognises a label written by an officer. */
export interface Entry {
  readonly label: string;
  /** Matches the label without marks and case (`plainKey`). */
  readonly pattern: RegExp;
  /**
   * True if rows below that begin right of the label belong to it, whatever they contain, unless they state another
   * setting.
   */
  readonly hasRows?: boolean;
}

/** A row that states a setting. */
export interface Stated<E extends Entry = Entry> {
  readonly entry: E;
  readonly row: number;
  readonly labelColumn: number;
  readonly valueColumn: number;
  /** Texts beside the label, from the left: the value, then further values or a note. */
  readonly valueTexts: readonly string[];
  /** Texts alone in the rows below, which continue the value. */
  readonly below: readonly string[];
  /** Last row of the value. */
  readonly lastRow: number;
  /** First row below that states another setting, or the first row after the sheet. */
  readonly nextRow: number;
}

const SHEET = 'Cấu hình';
const MOST_ROWS = 500;
const ORDINAL = /^\d{1,3}\.?$/;

/** Every row that states one of the settings, from the top. A setting may be in several rows. */
export function statedIn<E extends Entry>(grid: Grid, entries: readonly E[]): readonly Stated<E>[] {
  const found: (Omit<Stated<E>, 'nextRow'> & { below: string[] })[] = [];
  let open: (typeof found)[number] | null = null;
  for (let row = 0; row < Math.min(grid.rowCount, MOST_ROWS); row++) {
    const [label, ...beside] = cellsOf(grid, row);
    // A text alone below a value continues it, even if it begins like a label: «Căn cứ Quyết định …».
    const entry = label && entries.find(({ pattern }) => pattern.test(plainKey(label.text)));
    const isFree: boolean = beside.length === 0 || (open?.entry.hasRows === true && (!entry || entry === open.entry));
    if (open && label && isFree && label.column > open.labelColumn) {
      open.below.push(label.text);
      open = Object.assign(open, { lastRow: row });
      continue;
    }
    open = null;
    if (!label || !entry) continue;
    const valueColumn = beside[0]?.column ?? label.column + 1;
    const texts = beside.map(({ text }) => text);
    open = { entry, row, labelColumn: label.column, valueColumn, valueTexts: texts, below: [], lastRow: row };
    found.push(open);
  }
  return found.map((each, position) => ({ ...each, nextRow: found[position + 1]?.row ?? grid.rowCount }));
}

/**
 * Filled cells of a row from the left, without a leading ordinal number. Dates are day/month/year, line breaks are
 * kept.
 */
export function cellsOf(grid: Grid, row: number): { readonly column: number; readonly text: string }[] {
  const cells = (grid.values[row] ?? []).flatMap((value, column) =>
    isBlank(value) ? [] : [{ column, text: shown(grid, row, column) }],
  );
  const isNumbered = ORDINAL.test(cells[0]?.text ?? '') && /\p{L}/u.test(cells[1]?.text ?? '');
  return isNumbered ? cells.slice(1) : cells;
}

function shown(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  const date = typeof value === 'number' && grid.dates.has(cellKey(row, column)) ? dateOf(value) : null;
  return date
    ? `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
    : textAt(grid, row, column).replace(/\r\n?/g, '\n').trim();
}

/** Collects the edits of the sheet; edits that change nothing are left out. */
export interface SettingsWriter {
  readonly grid: Grid;
  put(row: number, column: number, text: string): void;
  /** Empties the cells of rows `first` to `last`; in the first row only those right of `rightOf`. */
  clear(first: number, last: number, rightOf?: number): void;
  /** Adds a row below everything else and returns its number. */
  add(label: string, value: string): number;
  edits(): SheetEdits[];
}

export function writeSettingsOf(book: Book): SettingsWriter {
  const present = findSideSheets(book).settings;
  const grid = present ?? blankGrid(SHEET);
  const edits: Edit[] = [];
  let free = grid.rowCount === 0 ? 0 : grid.rowCount + 1;
  const put = (row: number, column: number, text: string): void => {
    if (textAt(grid, row, column) !== text)
      edits.push({ kind: 'cell', at: { row, column }, content: contentOf(text), format: null });
  };
  return {
    grid,
    put,
    clear: (first, last, rightOf = -1) => {
      for (let row = first; row <= last; row++)
        for (const column of (grid.values[row] ?? []).keys())
          if (!isBlank(valueAt(grid, row, column)) && (row > first || column > rightOf)) put(row, column, '');
    },
    add: (label, value) => {
      put(free, 0, label);
      put(free, 1, value);
      return free++;
    },
    edits: () => (edits.length === 0 ? [] : [{ sheet: grid.sheet, isNew: present === null, edits }]),
  };
}

function contentOf(text: string): Content {
  const number = fromText(text);
  return text !== '' && number !== null && toText(number) === text
    ? { kind: 'number', value: text }
    : { kind: 'text', text };
}
