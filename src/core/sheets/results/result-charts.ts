/**
 * The charts of the sheet «Kết quả»: units by index in the colours of their ratings, and areas by their share of the
 * maximum.
 */
import type { DrawnChart } from '../../model/sheet-drawing';
import { NAME, type ResultColumns } from './result-columns';

/** Bars thinner than a line of text nobody can tell apart. */
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
}

export function resultCharts(
  columns: ResultColumns,
  { header, first, last, areas, end }: ResultRows,
  isAbove100: boolean,
): ResultCharts {
  const units = columns.helpers.length > 0 && last > first ? last - first + 1 : 0;
  const count = columns.areas.length;
  const top = end + 2;
  const height = Math.max(LEAST_ROWS, units + MARGIN);
  const charts: DrawnChart[] = [];
  if (units > 0) {
    charts.push({
      title: 'Chỉ số CCHC của các đơn vị (%)',
      kind: 'bars',
      categories: { top: first, left: NAME, bottom: last, right: NAME },
      series: columns.helpers.map(({ rating, column }, at) => ({
        name: rating ?? 'Chỉ số CCHC (%)',
        values: { top: first, left: column, bottom: last, right: column },
        colour: RATING_COLOURS[at % RATING_COLOURS.length] ?? AREA_COLOUR,
      })),
      overlaid: true,
      most: isAbove100 ? null : FULL,
      over: { top, left: 0, bottom: top + height - 1, right: count > 0 ? columns.points(0) - 1 : columns.link },
    });
  }
  if (count > 0 && areas !== null) {
    const row = { top: areas, left: columns.percent(0), bottom: areas, right: columns.percent(count - 1) };
    const bottom = top + Math.max(LEAST_ROWS, Math.min(height, 2 * count + MARGIN)) - 1;
    charts.push({
      title: 'Tỷ lệ đạt theo lĩnh vực (%)',
      kind: 'bars',
      categories: { ...row, top: header, bottom: header },
      series: [{ name: 'Tỷ lệ đạt (%)', values: row, colour: AREA_COLOUR }],
      overlaid: false,
      most: FULL,
      over:
        units > 0
          ? { top, left: columns.points(0), bottom, right: columns.link }
          : { top, left: 0, bottom, right: columns.link },
    });
  }
  return { charts, space: charts.reduce((most, { over }) => Math.max(most, over.bottom - end), 0) };
}
