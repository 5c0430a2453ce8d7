/** The workbook of the simulated Excel, as plain data that a test can inspect and compare. */
import { addressOfKey, cellKey, toA1, type Area2D, type CellKey } from '../../../src/core/values/address';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { codeOfMark } from '../../../src/hosts/marks/fill-code';
import { writeMarkNames } from '../../../src/hosts/marks/mark-names';
import { DEFAULT_FORMAT, isPlain, withFormat, type SimFormat } from './formats';

export type SimValue = string | number | boolean;

export interface SimCell {
  /** "" is blank; errors are stored as their texts. */
  readonly value: SimValue;
  /** With "=". */
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly format: SimFormat;
}
export const DEFAULT_WIDTH = 48;
export const BLANK: SimCell = { value: '', formula: null, numberFormat: 'General', format: DEFAULT_FORMAT };

/** Without content and of default look. */
export const isBlank = ({ value, formula, numberFormat, format }: SimCell): boolean =>
  value === '' && formula === null && numberFormat === BLANK.numberFormat && isPlain(format);

export interface SimName {
  name: string;
  formula: string;
  visible: boolean;
}
export interface SimNote {
  content: string;
  author: string;
}

export interface SimCheck {
  readonly rule: { readonly [kind: string]: { readonly [member: string]: string | number | boolean } };
  readonly errorAlert: {
    readonly showAlert: boolean;
    readonly message: string;
    readonly title: string;
    readonly style: string;
  };
  readonly prompt: { readonly showPrompt: boolean; readonly message: string; readonly title: string };
  readonly ignoreBlanks: boolean;
}

export interface SimChart {
  name: string;
  readonly type: string;
  title: string;
  /** Assigned properties, by path: `series.0.values` → B2:B8. */
  readonly told: Map<string, string | number | boolean>;
  series: number;
}

export interface SimPage {
  orientation: string;
  paperSize: string;
  zoom: Readonly<Record<string, number>>;
  centerFooter: string;
  titleRows: string | null;
  /** Rows with a manual page break before them. */
  breaks: readonly number[];
}

export interface SimSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  readonly cells: Map<CellKey, SimCell>;
  merges: Area2D[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly widths: Map<number, number>;
  readonly names: SimName[];
  readonly notes: Map<CellKey, SimNote>;
  /** Threaded comments, by cell. */
  readonly comments: Map<CellKey, SimNote>;
  protected: boolean;
  /** What may be changed on a protected sheet beside the contents of unlocked cells. */
  permits: { readonly formats: boolean; readonly widths: boolean; readonly notes: boolean };
  /** Whether a filter hides rows. */
  filtered: boolean;
  /**
   * Heights of rows that were set by hand; Excel fits all other rows to their content, and the API does not tell which
   * is which.
   */
  readonly heights: Map<number, number>;
  /** Level of folded rows; 0 is left out. */
  readonly levels: Map<number, number>;
  frozen: { rows: number; columns: number };
  filter: Area2D | null;
  /** Data validation, by cell. */
  readonly checks: Map<CellKey, SimCheck>;
  page: SimPage;
  readonly charts: SimChart[];
  /** Conditional formats of the officer; clearing the formats of their cells removes them. */
  readonly rules: Area2D[];
}

export interface SimBook {
  readonly sheets: SimSheet[];
  readonly names: SimName[];
  readOnly: boolean;
  structureProtected: boolean;
  active: string;
  selected: string;
  /** Last state of the pane set through Office.addin: Visible or Background. */
  pane?: string;
}

export const DEFAULT_HEIGHT = 15;
const DEFAULT_PAGE: SimPage = {
  orientation: 'Portrait',
  paperSize: 'Letter',
  zoom: { scale: 100 },
  centerFooter: '',
  titleRows: null,
  breaks: [],
};

export const emptySheet = (name: string, id: string): SimSheet => ({
  id,
  name,
  visibility: 'Visible',
  cells: new Map(),
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  widths: new Map(),
  names: [],
  notes: new Map(),
  comments: new Map(),
  protected: false,
  permits: { formats: false, widths: false, notes: false },
  filtered: false,
  heights: new Map(),
  levels: new Map(),
  frozen: { rows: 0, columns: 0 },
  filter: null,
  checks: new Map(),
  page: { ...DEFAULT_PAGE },
  charts: [],
  rules: [],
});

/** The simulated sheet for a grid; its marks are painted and recorded over cells without fill. */
export function sheetOfGrid(grid: Grid, id: string): SimSheet {
  const sheet = emptySheet(grid.sheet, id);
  grid.values.forEach((row, y) =>
    row?.forEach((value, x) => {
      const key = cellKey(y, x);
      const formula = grid.formulas.get(key);
      if (value === null && formula === undefined) return;
      const numberFormat = grid.dates.has(key) ? 'dd/mm/yyyy' : grid.percents.has(key) ? '0.00%' : 'General';
      const plain = value === null ? '' : typeof value === 'object' ? value.error : value;
      sheet.cells.set(key, {
        ...BLANK,
        value: plain,
        formula: formula === undefined ? null : `=${formula}`,
        numberFormat,
      });
    }),
  );
  for (const [key, text] of grid.notes)
    sheet.notes.set(key, { content: text, author: text.startsWith('Chỉ số CCHC:') ? 'Chỉ số CCHC' : 'Cán bộ' });
  for (const row of grid.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of grid.hiddenColumns) sheet.hiddenColumns.add(column);
  sheet.merges = [...grid.merges];
  if (grid.protection) {
    const { formats, widths, notes, cells } = grid.protection;
    Object.assign(sheet, { protected: true, permits: { formats, widths, notes } });
    for (const [key, locked] of cells) {
      const cell = sheet.cells.get(key) ?? BLANK;
      sheet.cells.set(key, { ...cell, format: withFormat(cell.format, { protection: { locked } }) });
    }
  }
  const records = new Map([...grid.marks].map(([key, kind]) => [key, { kind, before: 'NONE' }]));
  for (const { name, text } of writeMarkNames(records, grid.sheet))
    sheet.names.push({ name, formula: `=${text}`, visible: false });
  for (const [key, kind] of grid.marks) {
    const cell = sheet.cells.get(key) ?? BLANK;
    sheet.cells.set(key, {
      ...cell,
      format: withFormat(cell.format, { fill: { color: `#${codeOfMark(kind).slice(2)}`, pattern: 'Solid' } }),
    });
  }
  return sheet;
}

/** The whole workbook in a form that can be compared between two moments; blank cells of default look are left out. */
export const stateOf = (book: SimBook): unknown => ({
  readOnly: book.readOnly,
  names: book.names,
  sheets: book.sheets.map((sheet) => ({
    name: sheet.name,
    cells: Object.fromEntries(
      [...sheet.cells]
        .filter(([, cell]) => !isBlank(cell))
        .sort(([a], [b]) => a - b)
        .map(([key, cell]) => [
          toA1(addressOfKey(key)),
          {
            ...cell,
            format: isPlain(cell.format) ? 'plain' : cell.format,
          },
        ]),
    ),
    merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    widths: [...sheet.widths].filter(([, width]) => width !== DEFAULT_WIDTH).sort(),
    names: [...sheet.names].sort((a, b) => (a.name < b.name ? -1 : 1)).map((name) => ({ ...name })),
    notes: [...sheet.notes].sort(([a], [b]) => a - b).map(([key, { content }]) => [toA1(addressOfKey(key)), content]),
    comments: [...sheet.comments]
      .sort(([a], [b]) => a - b)
      .map(([key, { content }]) => [toA1(addressOfKey(key)), content]),
    protected: sheet.protected,
    filtered: sheet.filtered,
    hidden: [[...sheet.hiddenRows].sort((a, b) => a - b), [...sheet.hiddenColumns].sort((a, b) => a - b)],
    heights: byKey(sheet.heights),
    levels: byKey(sheet.levels),
    frozen: { ...sheet.frozen },
    filter: sheet.filter,
    checks: byKey(sheet.checks).map(([key, check]) => [toA1(addressOfKey(key)), check]),
    page: { ...sheet.page },
    charts: sheet.charts
      .map(({ told, ...chart }) => ({ ...chart, told: Object.fromEntries(told) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    rules: [...sheet.rules],
  })),
});

/**
 * Row heights as Excel fits them: to the largest letters, and to texts that wrap in the width of their column; merged
 * cells do not count.
 */
export function fittedHeights(sheet: SimSheet): Map<number, number> {
  const merged = new Set(
    sheet.merges.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: (bottom - top + 1) * (right - left + 1) }, (_, n) =>
        cellKey(top + Math.floor(n / (right - left + 1)), left + (n % (right - left + 1))),
      ),
    ),
  );
  const heights = new Map<number, number>();
  for (const [key, { value, format }] of sheet.cells) {
    if (merged.has(key)) continue;
    const { row, column } = addressOfKey(key);
    const { size } = format['font'] as { readonly size: number };
    const lines =
      format['wrapText'] === true
        ? Math.max(1, Math.ceil((String(value).length * size) / 2 / (sheet.widths.get(column) ?? DEFAULT_WIDTH)))
        : 1;
    heights.set(row, Math.min(409, Math.max(heights.get(row) ?? DEFAULT_HEIGHT, lines * Math.ceil(size * 1.36))));
  }
  return heights;
}

const byKey = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

export const cellAt = (sheet: SimSheet, row: number, column: number): SimCell =>
  sheet.cells.get(cellKey(row, column)) ?? BLANK;
