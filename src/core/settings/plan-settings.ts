/** Settings written into the workbook's own `Cấu hình` sheet, in the form in which they are read: they travel with the file. */
import { fromText, toText } from '../values/decimal';
import type { Content, Edit, SheetEdits } from '../model/edit';
import { plainKey } from '../values/fold-text';
import { blankGrid, isBlank, textAt, valueAt, type Book, type Grid } from '../model/grid';
import { findSideSheets } from '../read/find-score-sheets';
import { readSettings } from './read-settings';

/** A band as it is typed. */
export interface BandView {
  readonly label: string;
  readonly from: string;
  readonly inclusive: boolean;
}

/** What is to be changed; what is left out stays. */
export interface SettingsChange {
  readonly scale?: readonly BandView[];
  readonly places?: number | null;
  readonly ties?: 'dense' | 'competition';
  readonly rankBy?: 'exact' | 'rounded';
  readonly notApplicable?: string;
  readonly notYetScored?: string;
  readonly zero?: string;
  readonly results?: 'formulas' | 'values';
}

export const SETTINGS_SHEET = 'Cấu hình';

/** How each setting is written, and how a row that states it is known. */
const LINES: readonly {
  readonly label: string;
  readonly of: (change: SettingsChange) => string | undefined;
  readonly pattern: RegExp;
}[] = [
  {
    label: 'Số chữ số thập phân',
    of: ({ places }) => (places === undefined ? undefined : places === null ? '' : String(places)),
    pattern: /^(so chu so thap phan|so (chu so )?le|lam tron)/,
  },
  {
    label: 'Xếp hạng khi bằng điểm',
    of: ({ ties }) => ties && (ties === 'dense' ? '1, 2, 2, 3' : '1, 2, 2, 4'),
    pattern: /^(xep hang khi bang|cach xep hang|dong hang|khi bang diem)/,
  },
  {
    label: 'Xếp hạng theo',
    of: ({ rankBy }) => rankBy && (rankBy === 'exact' ? 'Chỉ số chưa làm tròn' : 'Chỉ số đã làm tròn'),
    pattern: /^xep hang theo/,
  },
  {
    label: 'Ký hiệu không áp dụng',
    of: ({ notApplicable }) => notApplicable,
    pattern: /^ky hieu (khong ap dung|khong danh gia|kdg)/,
  },
  { label: 'Ký hiệu chưa chấm', of: ({ notYetScored }) => notYetScored, pattern: /^ky hieu chua cham/ },
  {
    label: 'Ký hiệu không điểm',
    of: ({ zero }) => zero,
    pattern: /^ky hieu (khong diem|diem khong|0 diem|diem 0|bang 0)/,
  },
  {
    label: 'Ghi kết quả',
    of: ({ results }) => results && (results === 'formulas' ? 'Công thức' : 'Giá trị'),
    pattern: /^(cach )?ghi ket qua/,
  },
];

export function planSettings(book: Book, change: SettingsChange): SheetEdits[] {
  const present = findSideSheets(book).settings;
  const grid = present ?? blankGrid(SETTINGS_SHEET);
  const edits: Edit[] = [];
  const put = (row: number, column: number, text: string): void => {
    if (textAt(grid, row, column) !== text)
      edits.push({ kind: 'cell', at: { row, column }, content: contentOf(text), format: null });
  };
  let free = grid.rowCount === 0 ? 0 : grid.rowCount + 1;
  for (const { label, of, pattern } of LINES) {
    const value = of(change);
    if (value === undefined) continue;
    const line = findLine(grid, pattern);
    if (line) put(line.row, line.valueColumn, value);
    else if (value !== '') {
      put(free, 0, label);
      put(free++, 1, value);
    }
  }
  if (change.scale) writeScale(grid, change.scale, free, put);
  return edits.length === 0 ? [] : [{ sheet: grid.sheet, isNew: present === null, edits }];
}

function findLine(grid: Grid, pattern: RegExp): { row: number; valueColumn: number } | null {
  for (let row = 0; row < Math.min(grid.rowCount, 500); row++) {
    const filled = filledColumns(grid, row);
    const [label] = filled;
    if (label !== undefined && pattern.test(plainKey(textAt(grid, row, label))))
      return { row, valueColumn: filled[1] ?? label + 1 };
  }
  return null;
}

/** Over the bands that stand there if they are as many, else the old ones are emptied and the new ones stand below everything. */
function writeScale(
  grid: Grid,
  scale: readonly BandView[],
  free: number,
  put: (row: number, column: number, text: string) => void,
): void {
  const old = scaleRows(grid);
  const [heading] = old;
  const fits = heading !== undefined && old.length - 1 === Math.max(1, scale.length) && scale.length > 0;
  if (!fits) for (const row of old) for (const column of filledColumns(grid, row)) put(row, column, '');
  const first = fits ? heading : free;
  put(first, 0, 'Thang xếp loại');
  if (scale.length === 0) put(first, 1, 'Không xếp loại');
  scale.forEach(({ label, from, inclusive }, at) => {
    put(first + 1 + at, 0, label);
    put(first + 1 + at, 1, inclusive ? from.replace(',', '.') : `trên ${from}`);
  });
}

/** The heading of the scale and its bands. */
function scaleRows(grid: Grid): number[] {
  const readsAsScale = (first: number, count: number): number =>
    readSettings(slice(grid, first, count)).scale?.length ?? -1;
  for (let row = 0; row < Math.min(grid.rowCount, 500); row++) {
    const bands = readsAsScale(row, grid.rowCount - row);
    if (bands < 0 || readsAsScale(row + 1, grid.rowCount - row - 1) === bands) continue;
    return Array.from({ length: bands + 1 }, (_, at) => row + at);
  }
  return [];
}

export const slice = (grid: Grid, first: number, count: number): Grid => ({
  ...blankGrid(grid.sheet),
  rowCount: count,
  columnCount: grid.columnCount,
  values: grid.values.slice(first, first + count),
});

export const filledColumns = (grid: Grid, row: number): number[] =>
  Array.from({ length: grid.columnCount }, (_, column) => column).filter(
    (column) => !isBlank(valueAt(grid, row, column)),
  );

export function contentOf(text: string): Content {
  const number = fromText(text);
  return text !== '' && number !== null && toText(number) === text
    ? { kind: 'number', value: text }
    : { kind: 'text', text };
}
