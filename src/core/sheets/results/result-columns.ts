/**
 * The columns of the sheet «Kết quả» (results, areas, deductions, and hidden columns for ranks and the chart), and the
 * existing sheet: the row of each unit, and results that the officer typed over.
 */
import { isAddinFormula } from '../../fill/formula-owner';
import type { RankColumns } from '../../fill/plan-ranks';
import type { LineRole } from '../../fill/result-cells';
import { otherSpellings } from '../../matching/find-units';
import { unitKey } from '../../matching/unit-keys';
import type { Assessment } from '../../model/assessment';
import { textAt, type Grid, valueAt } from '../../model/workbook/grid';
import { type AddinTable, isAddinText } from '../../model/addin-sheet';
import { RESULT_SHEET_HEADER, UNDETERMINED, resultTable } from '../../model/result-sheet';
import { labelOf, type Item } from '../../model/score-sheet';
import type { DrawnColumn } from '../../model/sheet-drawing';
import { columnName, cellKey } from '../../values/address';
import { squeeze } from '../../values/fold-text';
import { isFilled, rowsWithNotes } from '../draw-carried';
import type { Before } from '../draw-frame';

export const NAME = 1;
export const GROUP = 2;
export const RESULT_AT: Readonly<Record<LineRole, number>> = { total: 3, max: 4, index: 5, rating: 6, rank: 7 };
const FIRST_AREA = RESULT_SHEET_HEADER.length;

/** A table without summed areas has one area for each item; with more of them side by side, the sheet is unreadable. */
const MOST_AREAS = 20;

const LINK_LABEL = 'Số tiêu chí bị trừ';
const HELPER = 'Biểu đồ: ';
const RANKING = 'Để xếp hạng: ';
const isHidden = (label: string): boolean => [HELPER, RANKING].some((start) => label.startsWith(start));
const ADDIN_LABEL = /\((?:điểm|tối đa|%)\)$/u;

export interface ResultColumns {
  /** Areas of all tables; areas of the same name share a column. */
  readonly areas: readonly string[];
  readonly labels: readonly string[];
  readonly points: (area: number) => number;
  readonly max: (area: number) => number;
  readonly percent: (area: number) => number;
  readonly link: number;
  /**
   * Columns that each show, sorted by index, the index of the units with one rating, or of all units if there is no
   * rating scale.
   */
  readonly helpers: readonly { readonly column: number; readonly rating: string | null }[];
  /** Columns for the chart of units, whose bars are sorted by index; null if there is no such chart. */
  readonly bars: BarColumns | null;
  /** Columns for computing ranks; null if ranks are values. */
  readonly ranking: RankColumns | null;
}

export interface BarColumns {
  /** Column with the position of the unit's bar, counted from the top. */
  readonly place: number;
  /**
   * For the bar at the position of this row: the row of its unit, counted from below the header, and (`name`) the
   * unit's name.
   */
  readonly line: number;
  readonly name: number;
}

interface Wanted {
  readonly unitChart: boolean;
  readonly ranking: { readonly levels: boolean; readonly groups: boolean } | null;
}

export function resultColumns(sheets: readonly Assessment[], wanted: Wanted): ResultColumns {
  const items = new Map<string, Item>();
  for (const { scoreSheet } of sheets)
    for (const [label, item] of areasOf(scoreSheet.items)) if (!items.has(label)) items.set(label, item);
  const isReadable = items.size <= MOST_AREAS && sheets.every(({ scoreSheet }) => scoreSheet.itemised);
  const areas = isReadable ? [...items.keys()] : [];
  const count = areas.length;
  const link = FIRST_AREA + 3 * count;
  const ratings = sheets[0]?.settings.scale.map(({ label }) => label) ?? [];
  const helpers = wanted.unitChart
    ? (ratings.length > 0 ? [...new Set(ratings)] : [null]).map((rating, position) => ({
        rating,
        column: link + 1 + position,
      }))
    : [];
  const more: string[] = [];
  const addColumn = (label: string): number => link + helpers.length + more.push(label);
  const ranking = wanted.ranking && {
    index: addColumn(`${RANKING}chỉ số`),
    level: wanted.ranking.levels ? addColumn(`${RANKING}mỗi chỉ số một lần`) : null,
    group: wanted.ranking.groups ? addColumn(`${RANKING}nhóm`) : null,
  };
  const bars = wanted.unitChart
    ? { place: addColumn(`${HELPER}thứ tự`), line: addColumn(`${HELPER}dòng`), name: addColumn(`${HELPER}đơn vị`) }
    : null;
  return {
    areas,
    labels: [
      ...RESULT_SHEET_HEADER,
      ...areas.flatMap((label) => [`${label} (điểm)`, `${items.get(label)?.code || label} (tối đa)`]),
      ...areas.map((label) => `${label} (%)`),
      LINK_LABEL,
      ...helpers.map(({ rating }) => HELPER + (rating ?? RESULT_SHEET_HEADER[RESULT_AT.index] ?? '')),
      ...more,
    ],
    points: (area) => FIRST_AREA + 2 * area,
    max: (area) => FIRST_AREA + 2 * area + 1,
    percent: (area) => FIRST_AREA + 2 * count + area,
    link,
    helpers,
    ranking,
    bars,
  };
}

/** Areas of one table by label; a second area of the same name gets a number. */
export function areasOf(items: readonly Item[]): Map<string, Item> {
  const areas = new Map<string, Item>();
  for (const item of items) {
    if (item.parent >= 0) continue;
    const label = squeeze(labelOf(item)) || `Lĩnh vực ${item.position + 1}`;
    areas.set(areas.has(label) ? `${label} [${areas.size + 1}]` : label, item);
  }
  return areas;
}

/** The existing positions of the wanted columns, and the columns of the add-in that are no longer needed. */
function columnsBefore(
  grid: Grid,
  table: AddinTable,
  labels: readonly string[],
): { readonly columns: readonly number[]; readonly dropped: readonly number[] } {
  const header = Array.from({ length: grid.columnCount }, (_, column) =>
    squeeze(textAt(grid, table.row, column)).normalize('NFC'),
  );
  const taken = new Set<number>();
  const columns = labels.map((label) => {
    const wanted = squeeze(label).normalize('NFC');
    const position = header.findIndex((text, column) => text === wanted && !taken.has(column));
    if (position >= 0) taken.add(position);
    return position;
  });
  const isAddinColumn = (text: string): boolean => ADDIN_LABEL.test(text) || isHidden(text) || text === LINK_LABEL;
  // All columns to the right of the add-in's last column belong to the officer.
  const last = header.reduce((far, text, column) => (text === LINK_LABEL || isHidden(text) ? column : far), -1);
  const dropped = header.flatMap((text, column) =>
    column <= last && !taken.has(column) && isAddinColumn(text) ? [column] : [],
  );
  return { columns, dropped };
}

const WIDTHS = [5, 24, 14, 9, 8, 8, 12, 7];
/** As narrow as «100,00» and «30» allow, so that the twenty-four columns of eight areas print on one page. */
const AREA_WIDTH = { points: 7.5, max: 5.5, percent: 7.5 };
const LINK_WIDTH = 8;

export const drawnColumns = ({ areas, labels, link }: ResultColumns, hasGroups: boolean): DrawnColumn[] =>
  labels.map((_, column) => ({
    width: widthAt(column, areas.length, link),
    hidden: column > link || (column === GROUP && !hasGroups),
  }));

function widthAt(column: number, areas: number, link: number): number {
  if (column < FIRST_AREA) return WIDTHS[column] ?? LINK_WIDTH;
  if (column >= link) return LINK_WIDTH;
  if (column >= FIRST_AREA + 2 * areas) return AREA_WIDTH.percent;
  return (column - FIRST_AREA) % 2 === 0 ? AREA_WIDTH.points : AREA_WIDTH.max;
}

/** Whether the column belongs to an area: such columns are narrow and have long headings. */
export const isAreaColumn = ({ link }: ResultColumns, column: number): boolean => column >= FIRST_AREA && column < link;

/** The address of the cell, for example D9. */
export const cellAt = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

export const AVERAGE = 'Bình quân các đơn vị';

export interface ResultBefore extends Before {
  /** The unit's row; several rows of the same name are handed out in order, each once. */
  readonly rowOf: (unit: string) => number | null;
  readonly averageRow: number | null;
  /** True if the cell holds the officer's own result. */
  readonly isTypedOver: (row: number, role: LineRole) => boolean;
  /** Rows of the add-in that no unit uses and that contain nothing of the officer's. */
  readonly stale: () => ReadonlySet<number>;
}

export function resultBefore(
  grid: Grid,
  labels: readonly string[],
  units: readonly string[],
  live: boolean,
): ResultBefore | null {
  const table = resultTable(grid);
  if (!table) return null;
  const { columns, dropped } = columnsBefore(grid, table, labels);
  const rows = new Map<string, number[]>();
  const names: string[] = [];
  let averageRow: number | null = null;
  for (let row = table.row + 1; row < grid.rowCount; row++) {
    const name = textAt(grid, row, columns[NAME] ?? -1).trim();
    const isNumbered = typeof valueAt(grid, row, columns[0] ?? -1) === 'number';
    if (name === AVERAGE && !isNumbered) averageRow = row;
    else if (isNumbered && hasResult(grid, row, columns)) {
      rows.set(unitKey(name), [...(rows.get(unitKey(name)) ?? []), row]);
      names.push(name);
    }
  }
  const spelled = otherSpellings(units, names);
  const isTypedOver: ResultBefore['isTypedOver'] = (row, role) => {
    const column = columns[RESULT_AT[role]] ?? -1;
    const formula = grid.formulas.get(cellKey(row, column));
    if (!live || column < 0 || !isFilled(grid, row, column)) return false;
    return formula === undefined ? valueAt(grid, row, column) !== UNDETERMINED : !isOwnResult(formula, role);
  };
  return {
    grid,
    headerRow: table.row,
    columns,
    dropped,
    averageRow,
    isTypedOver,
    rowOf: (unit) => rows.get(spelled.get(unitKey(unit)) ?? unitKey(unit))?.shift() ?? null,
    stale: () => staleRows(grid, [...columns, ...dropped], rows, averageRow),
  };
}

const hasResult = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  Object.values(RESULT_AT).some((position) => isFilled(grid, row, columns[position] ?? -1));

/**
 * A reference to the table, a constant that this program wrote as a formula, or a formula that this program writes for
 * the role.
 */
const CELL_OR_NUMBER = /^(?:(?:'(?:[^']|'')*'|[^'!()"]+)!\$?[A-Z]{1,3}\$?\d+|-?\d+(?:\.\d+)?)$/i;
const isOwnResult = (formula: string, role: LineRole): boolean =>
  CELL_OR_NUMBER.test(formula) || isAddinText(formula) || isAddinFormula(formula, role);

function staleRows(
  grid: Grid,
  addinColumns: readonly number[],
  rows: ReadonlyMap<string, readonly number[]>,
  averageRow: number | null,
): Set<number> {
  const addins = new Set(addinColumns);
  const noted = rowsWithNotes(grid);
  const isEmptied = (row: number): boolean =>
    !noted.has(row) &&
    (grid.values[row] ?? []).every((_, column) => addins.has(column) || !isFilled(grid, row, column));
  return new Set([...[...rows.values()].flat(), ...(averageRow === null ? [] : [averageRow])].filter(isEmptied));
}
