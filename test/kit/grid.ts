/** Text tables → Grid, so that a test shows its sheet as a reader sees it. */
import { cellKey, fromA1, keyOf, rangeFromA1, type Area2D, type CellKey } from '../../src/core/values/address';
import type { Book, CellValue, Grid, MarkKind } from '../../src/core/model/workbook/grid';
import { ALL_LOCKED } from '../../src/core/model/workbook/protection';

export interface GridExtras {
  readonly sheet?: string;
  readonly merges?: readonly string[];
  readonly notes?: Readonly<Record<string, string>>;
  /** A1 → formula without "="; the text in the table is then the cached value. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly dates?: readonly string[];
  readonly percents?: readonly string[];
  /** Row numbers as Excel shows them. */
  readonly hiddenRows?: readonly number[];
  /** Column letters. */
  readonly hiddenColumns?: readonly string[];
  readonly marks?: Readonly<Record<string, MarkKind>>;
  /** Unlocked cells of a protected sheet, as ranges: `[]` locks all. */
  readonly unlocked?: readonly string[];
  /** What else may be changed on a protected sheet. */
  readonly permits?: readonly ('formats' | 'widths' | 'notes')[];
}

/**
 * One line per row, cells separated by "|". Plain numbers (0.5, 10) become numbers, 'quoted' text stays text ('0.5'),
 * #REF! and the like become errors, an empty cell is blank. `\n` inside a cell is a line break.
 */
export function grid(table: string, extras: GridExtras = {}): Grid {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return gridOf(
    lines.map((line) => line.split('|').map((cell) => parseCell(cell.trim()))),
    extras,
  );
}

export function gridOf(values: readonly (readonly CellValue[])[], extras: GridExtras = {}): Grid {
  const at = (a1: string): CellKey => {
    const address = fromA1(a1);
    if (!address) throw new Error(`not an address: ${a1}`);
    return keyOf(address);
  };
  const area = (a1: string): Area2D => {
    const range = rangeFromA1(a1);
    if (!range) throw new Error(`not a range: ${a1}`);
    return range;
  };
  return {
    sheet: extras.sheet ?? 'Bảng tổng hợp',
    rowCount: values.length,
    columnCount: Math.max(0, ...values.map((row) => row.length)),
    values,
    formulas: new Map(Object.entries(extras.formulas ?? {}).map(([a1, formula]) => [at(a1), formula])),
    notes: new Map(Object.entries(extras.notes ?? {}).map(([a1, note]) => [at(a1), note])),
    dates: new Set((extras.dates ?? []).map(at)),
    percents: new Set((extras.percents ?? []).map(at)),
    merges: (extras.merges ?? []).map(area),
    hiddenRows: new Set((extras.hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set((extras.hiddenColumns ?? []).map((letters) => at(`${letters}1`) % cellKey(1, 0))),
    marks: new Map(Object.entries(extras.marks ?? {}).map(([a1, mark]) => [at(a1), mark])),
    ...(extras.unlocked ? { protection: protectionOf(extras.unlocked.map(area), extras.permits ?? []) } : {}),
  };
}

const protectionOf = (
  unlocked: readonly Area2D[],
  permits: NonNullable<GridExtras['permits']>,
): NonNullable<Grid['protection']> => ({
  ...ALL_LOCKED,
  ...Object.fromEntries(permits.map((each) => [each, true])),
  cells: new Map(
    unlocked.flatMap(({ top, left, bottom, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, y) => top + y).flatMap((row) =>
        Array.from({ length: right - left + 1 }, (_, x) => [cellKey(row, left + x), false] as const),
      ),
    ),
  ),
});

export const bookOf = (...grids: readonly Grid[]): Book => ({
  sheets: grids.map((each) => ({ name: each.sheet, visibility: 'visible', grid: () => each })),
});

function parseCell(text: string): CellValue {
  if (text === '') return null;
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll('\\n', '\n');
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^#(REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)$/.test(text)) return { error: text };
  return text.replaceAll('\\n', '\n');
}
