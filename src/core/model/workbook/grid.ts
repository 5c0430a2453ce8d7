/** The raw sheet as every host delivers it: the contents of the cells, not their meaning. */
import { addressOfKey, cellKey, contains, type Area2D, type CellKey } from '../../values/address';
import { fromOldFont, type OldFont } from '../../values/old-fonts';
import { once } from '../../values/once';

/** An error value: #REF!, #N/A … as Excel shows it. */
interface CellError {
  readonly error: string;
}

/** `null` is a blank cell. A date arrives as its serial number, with the cell listed in `Grid.dates`. */
export type CellValue = null | number | string | boolean | CellError;

/**
 * Marks that this program puts on cells as fills; each has its own colour in every host. A loss is «half» or «full» by
 * its weight; «deduction» is a smaller loss, or any loss if the settings choose a single colour.
 */
export const MARK_KINDS = ['deduction', 'half', 'full', 'error', 'warning'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/**
 * What can still be changed on a protected sheet. A cell is locked unless its own entry, else its row's, else its
 * column's is false.
 */
export interface SheetProtection {
  /** Whether the cell, row or column is locked; listed only if it has a setting of its own. */
  readonly cells: ReadonlyMap<CellKey, boolean>;
  readonly rows: ReadonlyMap<number, boolean>;
  readonly columns: ReadonlyMap<number, boolean>;
  /** Whether fills, borders and number formats may be changed, including those of locked cells. */
  readonly formats: boolean;
  readonly widths: boolean;
  readonly notes: boolean;
}

export interface Grid {
  readonly sheet: string;
  /** Rows and columns from A1 to the last non-blank cell. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** values[row][column]; a row may be missing or short: missing cells are blank. */
  readonly values: readonly (readonly CellValue[] | undefined)[];
  /** Formula text without "=", for every cell that has a formula. */
  readonly formulas: ReadonlyMap<CellKey, string>;
  /** Full text of cell notes and threaded comments. */
  readonly notes: ReadonlyMap<CellKey, string>;
  /** Cells whose number format shows a date or a time. */
  readonly dates: ReadonlySet<CellKey>;
  /** Cells whose number format is a percentage, so that 0.8333 is shown as 83,33%. */
  readonly percents: ReadonlySet<CellKey>;
  readonly merges: readonly Area2D[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Marks of an earlier run that are still valid: recorded as the add-in's and still in its colour. */
  readonly marks: ReadonlyMap<CellKey, MarkKind>;
  /** Set for a protected sheet only. */
  readonly protection?: SheetProtection;
  /** Cells whose text was typed in a pre-Unicode font. */
  readonly oldFonts?: ReadonlyMap<CellKey, OldFont>;
  /** The original texts of such cells, once `values` holds them in Unicode. */
  readonly oldTexts?: ReadonlyMap<CellKey, string>;
}

/** The grid with texts of pre-Unicode fonts converted to Unicode. The workbook itself is not changed. */
export const inUnicode = once((grid: Grid): Grid => {
  const { oldFonts, ...rest } = grid;
  if (!oldFonts || oldFonts.size === 0) return grid;
  const values = grid.values.map((row) => row && [...row]);
  const oldTexts = new Map<CellKey, string>();
  for (const [key, font] of oldFonts) {
    const { row, column } = addressOfKey(key);
    const line = values[row];
    const text = line?.[column];
    if (!line || typeof text !== 'string') continue;
    const read = fromOldFont(text, font);
    if (read === text) continue;
    line[column] = read;
    oldTexts.set(key, text);
  }
  return { ...rest, values, oldTexts };
});

/** A workbook whose sheets are read in Unicode. */
export const bookInUnicode = (book: Book): Book => ({
  ...book,
  sheets: book.sheets.map((entry) => ({ ...entry, grid: () => inUnicode(entry.grid()) })),
});

/** One worksheet of a workbook; the grid is read on demand, because a workbook may hold many large sheets. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  grid(): Grid;
}

export interface UnopenedSheet {
  readonly sheet: string;
  /** As in a diagnostic. */
  readonly code: string;
  readonly alias: string;
  readonly message: string;
}

export interface Book {
  readonly sheets: readonly SheetEntry[];
  /** Sheets that the host could not open, with the reason; the others are read without them. */
  readonly unopened?: readonly UnopenedSheet[];
  /** True if no sheet can be added. */
  readonly structureLocked?: boolean;
}

/** A blank sheet. */
export const blankGrid = (sheet: string): Grid => ({
  sheet,
  rowCount: 0,
  columnCount: 0,
  values: [],
  formulas: new Map(),
  notes: new Map(),
  dates: new Set(),
  percents: new Set(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  marks: new Map(),
});

export const valueAt = (grid: Grid, row: number, column: number): CellValue => grid.values[row]?.[column] ?? null;

/** The cell as text, "" when blank; numbers in their shortest form with a dot. */
export function textAt(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

export const isBlank = (value: CellValue): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

export const hasFormula = (grid: Grid, row: number, column: number): boolean => grid.formulas.has(cellKey(row, column));

/** The merged rectangle that contains the cell, or null. Linear in the number of merges: build a lookup for loops. */
export const mergeAt = (grid: Grid, row: number, column: number): Area2D | null =>
  grid.merges.find((merge) => contains(merge, row, column)) ?? null;
