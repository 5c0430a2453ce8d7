/** The raw sheet as any host hands it over: what the cells hold, not what they mean. */
import { addressOfKey, cellKey, contains, type Area2D, type CellKey } from '../values/address';
import { fromOldFont, type OldFont } from '../values/old-fonts';
import { once } from '../values/once';

/** A cell in error: #REF!, #N/A … as Excel shows it. */
interface CellError {
  readonly error: string;
}

/** `null` is a blank cell. A date arrives as its serial number, with the cell listed in `Grid.dates`. */
export type CellValue = null | number | string | boolean | CellError;

/**
 * Marks that this program puts on cells as fills; each has its own colour in every host. A loss is «half» or «full» by
 * its weight; «deduction» is a smaller one, and any loss where the settings ask for one colour.
 */
export const MARK_KINDS = ['deduction', 'half', 'full', 'error', 'warning'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/**
 * What a protected sheet still lets be changed. A cell is locked unless it, else its row, else its column says
 * otherwise.
 */
export interface SheetProtection {
  /** Whether the cell, row or column is locked; those that say nothing are not listed. */
  readonly cells: ReadonlyMap<CellKey, boolean>;
  readonly rows: ReadonlyMap<number, boolean>;
  readonly columns: ReadonlyMap<number, boolean>;
  /** Fills, borders and number formats may be changed, of locked cells as well. */
  readonly formats: boolean;
  readonly widths: boolean;
  readonly notes: boolean;
}

export interface Grid {
  readonly sheet: string;
  /** Rows and columns counted from A1 to the last cell that holds anything. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** values[row][column]; a row may be missing or short, what is missing is blank. */
  readonly values: readonly (readonly CellValue[] | undefined)[];
  /** Formula text without "=", of every cell that has one. */
  readonly formulas: ReadonlyMap<CellKey, string>;
  /** Cell notes (legacy comments), whole text. */
  readonly notes: ReadonlyMap<CellKey, string>;
  /** Cells whose number format shows a date or a time. */
  readonly dates: ReadonlySet<CellKey>;
  /** Cells whose number format is a percentage, so that 0.8333 is shown as 83,33%. */
  readonly percents: ReadonlySet<CellKey>;
  readonly merges: readonly Area2D[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Marks of an earlier run that still stand: recorded as the addin's and still in its colour. */
  readonly marks: ReadonlyMap<CellKey, MarkKind>;
  /** Of a protected sheet only. */
  readonly protection?: SheetProtection;
  /** Cells whose text was typed for a font from before Unicode. */
  readonly oldFonts?: ReadonlyMap<CellKey, OldFont>;
  /** What such cells hold in the workbook, once `values` says it in Unicode. */
  readonly oldTexts?: ReadonlyMap<CellKey, string>;
}

/** The grid as it reads: text typed for a font from before Unicode is in Unicode. The workbook keeps its own. */
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

/** One worksheet of a workbook; the grid is read only when asked for, because a workbook may hold many large sheets. */
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
  /** What the host has to say of sheets that it could not open; the others are read without them. */
  readonly unopened?: readonly UnopenedSheet[];
  /** True where no sheet can be added. */
  readonly structureLocked?: boolean;
}

/** A sheet that holds nothing. */
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

/** The merged rectangle that holds the cell, or null. Linear in merges: build an index for loops. */
export const mergeAt = (grid: Grid, row: number, column: number): Area2D | null =>
  grid.merges.find((merge) => contains(merge, row, column)) ?? null;
