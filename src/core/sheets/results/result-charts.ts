/** The charts below the units of «Kết quả»: each whole on a printed page, with a bar for every unit. */
import type { DrawnChart, DrawnColumn } from '../../model/sheet-drawing';
import { GROUP, NAME, isAreaColumn, type ResultColumns } from './result-columns';

/** More units nobody looks for among bars. */
export const MOST_BARS = 150;

/** From the best rating to the worst; readable side by side, also for those who do not tell red from green. */
const RATING_COLOURS = ['1B7837', '4393C3', 'E6B800', 'E08214', 'B2182B', '762A83', '7F7F7F'];
const AREA_COLOUR = '4472C4';

/** Rows that a chart takes at least. */
const LEAST_ROWS = 16;
const MARGIN = 6;
const FULL = 100;

interface ResultRows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  /** Row of the areas' percentages that the second chart shows. */
  readonly areas: number | null;
  /** Last row of the table. */
  readonly end: number;
}

interface ResultCharts {
  readonly charts: readonly DrawnChart[];
  /** Rows below the table that they cover, with one left free above. */
  readonly space: number;
  /** Rows that begin a page. */
  readonly breaks: readonly number[];
}

export function resultCharts(columns: ResultColumns, rows: ResultRows, isAbove100: boolean, page: Page): ResultCharts {
  const { first, last, areas, end } = rows;
  const units = columns.helpers.length > 0 && last > first ? last - first + 1 : 0;
  const count = columns.areas.length;
  const pages = Math.max(1, Math.ceil(units / Math.max(1, page.rows - MARGIN)));
  const each = Math.ceil(units / pages);
  const usual = Math.max(LEAST_ROWS, each + MARGIN);
  // A little lower where it then stands on the page of its table.
  const height = pages === 1 && page.left > each + MARGIN ? Math.min(usual, page.left - 1) : usual;
  const tops = Array.from({ length: pages }, (_, n) => end + 2 + n * height);
  const charts =
    units === 0
      ? []
      : tops.map((top, n) => {
          const from = first + n * each;
          return unitChart(columns, { from, to: Math.min(last, from + each - 1) }, isAbove100, {
            top,
            bottom: top + height - 1,
          });
        });
  if (count > 0 && areas !== null) charts.push(areaChart(columns, rows, { areas, height, isBeside: units > 0 }));
  const space = charts.reduce((most, { over }) => Math.max(most, over.bottom - end), 0);
  const breaks = charts.length === 0 || page.left >= space ? [] : tops;
  return { charts, space, breaks };
}

function unitChart(
  columns: ResultColumns,
  { from, to }: { readonly from: number; readonly to: number },
  isAbove100: boolean,
  over: { readonly top: number; readonly bottom: number },
): DrawnChart {
  return {
    title: 'Chỉ số CCHC của các đơn vị (%)',
    kind: 'bars',
    categories: { top: from, left: NAME, bottom: to, right: NAME },
    series: columns.helpers.map(({ rating, column }, position) => ({
      name: rating ?? 'Chỉ số CCHC (%)',
      values: { top: from, left: column, bottom: to, right: column },
      colour: RATING_COLOURS[position % RATING_COLOURS.length] ?? AREA_COLOUR,
    })),
    overlaid: true,
    most: isAbove100 ? null : FULL,
    over: { ...over, left: 0, right: columns.areas.length > 0 ? columns.points(0) - 1 : columns.link },
  };
}

function areaChart(
  columns: ResultColumns,
  { header, end }: ResultRows,
  { areas, height, isBeside }: { readonly areas: number; readonly height: number; readonly isBeside: boolean },
): DrawnChart {
  const count = columns.areas.length;
  const row = { top: areas, left: columns.percent(0), bottom: areas, right: columns.percent(count - 1) };
  const top = end + 2;
  const bottom = top + Math.min(height, Math.max(LEAST_ROWS, 2 * count + MARGIN)) - 1;
  return {
    title: 'Tỷ lệ đạt theo lĩnh vực (%)',
    kind: 'bars',
    categories: { ...row, top: header, bottom: header },
    series: [{ name: 'Tỷ lệ đạt (%)', values: row, colour: AREA_COLOUR }],
    overlaid: false,
    most: FULL,
    over: { top, left: isBeside ? columns.points(0) : 0, bottom, right: columns.link },
  };
}

interface Page {
  /** Rows that the charts of a page may take below the repeated header. */
  readonly rows: number;
  /** Such rows that the table leaves on its first page; where later ones end is too much of a guess. */
  readonly left: number;
}

/** Points: A4 across without its margins, and a row without text. */
const PAGE = { width: 784, height: 500, row: 15 };
/** Points that a character of a column's width has, and of the font's size what a letter and a line take. */
const POINTS = 5.25;
const LETTER = 0.47;
const LINE = 1.31;

/**
 * Spreadsheets fit rows to their texts, so heights are estimated from how often a text breaks. `above` are the rows
 * over the header, `names` the unit and its khối line by line.
 */
export function pageOf(
  columns: ResultColumns,
  drawn: readonly DrawnColumn[],
  above: number,
  names: readonly (readonly [string, string])[],
): Page {
  const linesIn = (text: string, column: number, size: number): number => {
    const { width, hidden } = drawn[column] ?? { width: 0, hidden: true };
    return hidden ? 1 : linesOf(text, (width * POINTS) / (size * LETTER));
  };
  const wide = drawn.reduce((all, { width, hidden }) => (hidden ? all : all + width * POINTS + 3.75), 0);
  const heads = columns.labels.map((label, column) => {
    const size = isAreaColumn(columns, column) ? 9 : 12;
    return linesIn(label, column, size) * size * LINE;
  });
  const room = PAGE.height * Math.max(1, wide / PAGE.width) - Math.max(...heads);
  const lines = names.reduce(
    (all, [name, group]) => all + Math.max(linesIn(name, NAME, 12), linesIn(group, GROUP, 12)),
    above,
  );
  return { rows: Math.floor(room / PAGE.row), left: Math.floor((room - lines * 12 * LINE) / PAGE.row) };
}

/** Lines that a text takes in a cell of so many characters, where words longer than that are broken too. */
function linesOf(text: string, characters: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > characters) [lines, used] = [lines + 1, 0];
    used += length + (used > 0 ? 1 : 0);
    if (used > characters) [lines, used] = [lines + Math.ceil(used / characters) - 1, used % characters];
  }
  return lines;
}
