/** The columns of the sheet «Kết quả»: results, areas, deductions, and hidden ones that a chart is drawn from. */
import { columnName } from '../../values/address';
import type { Assessment } from '../../model/assessment';
import { squeeze } from '../../values/fold-text';
import { textAt, type Grid } from '../../model/grid';
import type { OwnTable } from '../../model/own-sheet';
import { RESULT_SHEET_HEADER } from '../../model/result-sheet';
import { labelOf, type Item } from '../../model/score-sheet';
import type { DrawnColumn } from '../../model/sheet-drawing';
import type { LineRole } from '../../fill/result-places';

export const NAME = 1;
export const GROUP = 2;
export const RESULT_AT: Readonly<Record<LineRole, number>> = { total: 3, max: 4, index: 5, rating: 6, rank: 7 };
const FIRST_AREA = RESULT_SHEET_HEADER.length;

/** A table without areas that are summed up has an item for each: side by side nobody could read them. */
const MOST_AREAS = 20;

const LINK_LABEL = 'Số tiêu chí bị trừ';
const HELPER = 'Biểu đồ: ';
const ADDIN_LABEL = /\((?:điểm|tối đa|%)\)$/u;

export interface ResultColumns {
  /** Areas of all tables, those of one name in one column. */
  readonly areas: readonly string[];
  readonly labels: readonly string[];
  readonly points: (area: number) => number;
  readonly max: (area: number) => number;
  readonly percent: (area: number) => number;
  readonly link: number;
  /** Columns that show the index of units of one rating alone; of all where nothing is rated. */
  readonly helpers: readonly { readonly column: number; readonly rating: string | null }[];
}

export function resultColumns(sheets: readonly Assessment[], hasUnitChart: boolean): ResultColumns {
  const items = new Map<string, Item>();
  for (const { scoreSheet } of sheets)
    for (const [label, item] of areasOf(scoreSheet.items)) if (!items.has(label)) items.set(label, item);
  const isReadable = items.size <= MOST_AREAS && sheets.every(({ scoreSheet }) => scoreSheet.itemised);
  const areas = isReadable ? [...items.keys()] : [];
  const count = areas.length;
  const link = FIRST_AREA + 3 * count;
  const ratings = sheets[0]?.settings.scale.map(({ label }) => label) ?? [];
  const helpers = hasUnitChart
    ? (ratings.length > 0 ? [...new Set(ratings)] : [null]).map((rating, at) => ({ rating, column: link + 1 + at }))
    : [];
  return {
    areas,
    labels: [
      ...RESULT_SHEET_HEADER,
      ...areas.flatMap((label) => [`${label} (điểm)`, `${items.get(label)?.code || label} (tối đa)`]),
      ...areas.map((label) => `${label} (%)`),
      LINK_LABEL,
      ...helpers.map(({ rating }) => HELPER + (rating ?? RESULT_SHEET_HEADER[RESULT_AT.index] ?? '')),
    ],
    points: (area) => FIRST_AREA + 2 * area,
    max: (area) => FIRST_AREA + 2 * area + 1,
    percent: (area) => FIRST_AREA + 2 * count + area,
    link,
    helpers,
  };
}

/** Areas of one table by label; the second of one name gets a number. */
export function areasOf(items: readonly Item[]): Map<string, Item> {
  const areas = new Map<string, Item>();
  for (const item of items) {
    if (item.parent >= 0) continue;
    const label = squeeze(labelOf(item)) || `Lĩnh vực ${item.index + 1}`;
    areas.set(areas.has(label) ? `${label} [${areas.size + 1}]` : label, item);
  }
  return areas;
}

/** Where the wanted columns stand now, and which columns of the addin are wanted no more. */
export function columnsBefore(
  grid: Grid,
  table: OwnTable,
  labels: readonly string[],
): { readonly columns: readonly number[]; readonly dropped: readonly number[] } {
  const header = Array.from({ length: grid.columnCount }, (_, column) =>
    squeeze(textAt(grid, table.row, column)).normalize('NFC'),
  );
  const taken = new Set<number>();
  const columns = labels.map((label) => {
    const own = squeeze(label).normalize('NFC');
    const at = header.findIndex((text, column) => text === own && !taken.has(column));
    if (at >= 0) taken.add(at);
    return at;
  });
  const isAddinColumn = (text: string): boolean =>
    ADDIN_LABEL.test(text) || text.startsWith(HELPER) || text === LINK_LABEL;
  // To the right of our last column everything is the officer's.
  const last = header.reduce(
    (far, text, column) => (text === LINK_LABEL || text.startsWith(HELPER) ? column : far),
    -1,
  );
  const dropped = header.flatMap((text, column) =>
    column <= last && !taken.has(column) && isAddinColumn(text) ? [column] : [],
  );
  return { columns, dropped };
}

const WIDTHS = [5, 24, 14, 9, 8, 8, 12, 7];
/** As narrow as «100,00» and «30» allow: eight areas have twenty-four columns, and all of them print on one page. */
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

/** Headings of areas are long and stand in narrow columns. */
export const isAreaColumn = ({ link }: ResultColumns, column: number): boolean => column >= FIRST_AREA && column < link;

/** D9 in the row of a unit. */
export const cellAt = (row: number, column: number): string => `${columnName(column)}${row + 1}`;
