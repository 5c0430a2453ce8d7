/**
 * The charts below the units of «Kết quả», with a bar for every unit, the highest index at the top; each chart fits on
 * one printed page. Hidden cells sort the units for the charts.
 */
import { textContent, type Plain } from '../../fill/cell-writer';
import type { Content } from '../../model/content';
import type { DrawnChart, DrawnColumn } from '../../model/sheet-drawing';
import { quote, refTo, refToArea } from '../../values/formula-text';
import { GROUP, NAME, RESULT_AT, isAreaColumn, type BarColumns, type ResultColumns } from './result-columns';
import { formula } from './result-rows';

/** With more units there is no chart, because its bars would be of no use. */
export const MOST_BARS = 150;

/** From the best rating to the worst; distinguishable side by side, also with red-green colour blindness. */
const RATING_COLOURS = ['1B7837', '4393C3', 'E6B800', 'E08214', 'B2182B', '762A83', '7F7F7F'];
const AREA_COLOUR = '4472C4';

/** Minimum number of rows of a chart. */
const LEAST_ROWS = 16;
const MARGIN = 6;
const FULL = 100;

interface ResultRows {
  readonly header: number;
  readonly first: number;
  readonly last: number;
  /** Row with the areas' percents for the second chart; null if there is no such row. */
  readonly areas: number | null;
  /** Last row of the table. */
  readonly end: number;
}

interface ResultCharts {
  readonly charts: readonly DrawnChart[];
  /** Number of rows below the table that the charts cover, including one free row above the charts. */
  readonly space: number;
  /** Rows that start a new page. */
  readonly breaks: readonly number[];
}

export function resultCharts(columns: ResultColumns, rows: ResultRows, isAbove100: boolean, page: Page): ResultCharts {
  const { first, last, areas, end } = rows;
  const units = columns.bars !== null && last > first ? last - first + 1 : 0;
  const parts = units === 0 ? 0 : Math.ceil(units / Math.max(1, page.rows - MARGIN));
  const each = Math.ceil(units / Math.max(1, parts));
  const hasAreas = columns.areas.length > 0 && areas !== null;
  // Two charts are side by side if there are enough columns.
  const beside = columns.areas.length > 0 ? 2 : 1;
  const pages = Math.max(1, Math.ceil((parts + (hasAreas ? 1 : 0)) / beside));
  const usual = Math.max(LEAST_ROWS, each + MARGIN);
  // The chart is slightly lower if it then fits on the page of its table.
  const height = pages === 1 && page.left > each + MARGIN ? Math.min(usual, page.left - 1) : usual;
  const tops = Array.from({ length: pages }, (_, n) => end + 2 + n * height);
  const overOf = (n: number, rowCount: number): Over => {
    const top = tops[Math.floor(n / beside)] ?? end + 2;
    const [isAlone, isRight] = [beside === 1 || units === 0, n % beside === 1];
    const left = isRight ? columns.points(0) : 0;
    return { top, bottom: top + rowCount - 1, left, right: isAlone || isRight ? columns.link : columns.points(0) - 1 };
  };
  const charts = Array.from({ length: parts }, (_, n): DrawnChart => {
    const from = first + n * each;
    const span = { from, to: Math.min(last, from + each - 1), first, isAll: parts === 1 };
    return unitChart(columns, span, isAbove100, overOf(n, height));
  });
  if (hasAreas) {
    const areaRows = Math.min(height, Math.max(LEAST_ROWS, 2 * columns.areas.length + MARGIN));
    charts.push(areaChart(columns, rows.header, areas, overOf(parts, areaRows)));
  }
  const space = charts.reduce((most, { over }) => Math.max(most, over.bottom - end), 0);
  const breaks = charts.length === 0 || page.left >= space ? [] : tops;
  return { charts, space, breaks };
}

type Over = DrawnChart['over'];

interface Span {
  readonly from: number;
  readonly to: number;
  /** Row of the highest bar. */
  readonly first: number;
  readonly isAll: boolean;
}

function unitChart(
  columns: ResultColumns,
  { from, to, first, isAll }: Span,
  isAbove100: boolean,
  over: Over,
): DrawnChart {
  const bars = columns.bars?.name ?? NAME;
  const [highest, lowest] = [from - first + 1, to - first + 1].map(String);
  return {
    title: `Chỉ số CCHC của các đơn vị (%)${isAll ? '' : `: từ thứ ${highest} đến thứ ${lowest}`}`,
    kind: 'bars',
    categories: { top: from, left: bars, bottom: to, right: bars },
    series: columns.helpers.map(({ rating, column }, position) => ({
      name: rating ?? 'Chỉ số CCHC (%)',
      values: { top: from, left: column, bottom: to, right: column },
      colour: RATING_COLOURS[position % RATING_COLOURS.length] ?? AREA_COLOUR,
    })),
    overlaid: true,
    most: isAbove100 ? null : FULL,
    over,
  };
}

function areaChart(columns: ResultColumns, header: number, areas: number, over: Over): DrawnChart {
  const row = { top: areas, left: columns.percent(0), bottom: areas, right: columns.percent(columns.areas.length - 1) };
  return {
    title: 'Tỷ lệ đạt theo lĩnh vực (%)',
    kind: 'bars',
    categories: { ...row, top: header, bottom: header },
    series: [{ name: 'Tỷ lệ đạt (%)', values: row, colour: AREA_COLOUR }],
    overlaid: false,
    most: FULL,
    over,
  };
}

/** The values that the cells of a unit show. */
interface ShownLine {
  readonly name: string;
  readonly index: Plain;
  readonly rating: Plain;
}

/** The hidden cells of the chart with their columns, one list for each row; units without an index come last. */
export function barContents(
  shown: readonly ShownLine[],
  { helpers, bars }: ResultColumns,
  first: number,
  live: boolean,
): [number, Content][][] {
  if (!bars) return shown.map(() => []);
  const order = byIndex(shown);
  const places = new Map(order.map((line, place) => [line, place + 1]));
  const lines = new Map(shown.map((line, position) => [line, position + 1]));
  const content = (text: string, plain: Plain): Content => (live ? formula(text, plain) : plain);
  return order.map((barred, position) => {
    const { place, line, ofBar } = barFormulas(bars, first, shown.length, first + position);
    const rowUnit = shown[position] ?? barred;
    return [
      [bars.place, content(place, countContent(places.get(rowUnit)))],
      [bars.line, content(line, countContent(lines.get(barred)))],
      [bars.name, content(ofBar(NAME), textContent(barred.name))],
      ...helpers.map(({ column, rating }): [number, Content] => {
        const value = ofBar(RESULT_AT.index);
        const known = `ISNUMBER(${value})`;
        const rated = rating === null ? known : `AND(${known},${ofBar(RESULT_AT.rating)}=${quote(rating)})`;
        const isOwn = isNumber(barred) && (rating === null || isRated(barred, rating));
        return [column, content(`IF(${rated},${value},"")`, isOwn ? barred.index : textContent(''))];
      }),
    ];
  });
}

function barFormulas(
  bars: BarColumns,
  first: number,
  count: number,
  row: number,
): { readonly place: string; readonly line: string; readonly ofBar: (column: number) => string } {
  const cell = (column: number): string => refTo({ row, column });
  const down = (column: number): string =>
    refToArea({ top: first, left: column, bottom: first + count - 1, right: column }, 'both');
  const until = (column: number): string => `${refTo({ row: first, column }, 'row')}:${cell(column)}`;
  const [index, all, above] = [cell(RESULT_AT.index), down(RESULT_AT.index), until(RESULT_AT.index)];
  return {
    place:
      `IF(ISNUMBER(${index}),COUNTIF(${all},">"&${index})+COUNTIF(${above},${index}),` +
      `COUNT(${all})+ROWS(${above})-COUNT(${above}))`,
    line: `MATCH(ROWS(${above}),${down(bars.place)},0)`,
    ofBar: (column) => `INDEX(${down(column)},${cell(bars.line)})`,
  };
}

const countContent = (value = 0): Plain => ({ kind: 'number', value: String(value) });
const isNumber = ({ index }: ShownLine): boolean => index.kind === 'number';
const isRated = ({ rating }: ShownLine, wanted: string): boolean =>
  rating.kind === 'text' && rating.text.toLowerCase() === wanted.toLowerCase();

function byIndex(shown: readonly ShownLine[]): ShownLine[] {
  const valueOf = ({ index }: ShownLine): number => (index.kind === 'number' ? Number(index.value) : 0);
  const known = shown.filter(isNumber).sort((a, b) => valueOf(b) - valueOf(a));
  return [...known, ...shown.filter((line) => !isNumber(line))];
}

interface Page {
  /** Number of rows for charts on a page, below the repeated header. */
  readonly rows: number;
  /**
   * Number of rows that the table leaves free on its first page. For a longer table, the estimate of its last page is
   * too uncertain.
   */
  readonly left: number;
}

/** In points: A4 landscape without margins, and the height of a row without text. */
const PAGE = { width: 784, height: 500, row: 15 };
/** Points per character of column width; width of a letter and height of a line as shares of the font size. */
const POINTS = 5.25;
const LETTER = 0.47;
const LINE = 1.31;

/**
 * Spreadsheets fit row heights to their text, so heights are estimated from the number of lines. `above` is the number
 * of rows over the header; `names` holds the unit and its khối for each row.
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

/**
 * Number of lines that a text takes in a cell of the given width in characters; words longer than the cell are broken
 * too.
 */
function linesOf(text: string, characters: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (used > 0 && used + 1 + length > characters) [lines, used] = [lines + 1, 0];
    used += length + (used > 0 ? 1 : 0);
    if (used > characters) [lines, used] = [lines + Math.ceil(used / characters) - 1, used % characters];
  }
  return lines;
}
