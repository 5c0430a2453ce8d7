/**
 * Draws native charts on a sheet of the add-in. A name prefix identifies them; charts of the officer are left alone.
 */
import { toA1, toA1Range, type Area2D } from '../../../core/values/address';
import { chartName, isChartName } from '../../marks/chart-names';
import type { CanvasChart } from '../read/ask-charts';
import { FONT } from '../read/looks';
import type { Canvas } from './canvas';
import type { Uncovered } from './sheet-state';

/** Gap between bars in percent of a bar's width. */
const GAP = 50;

type Charts = Pick<Canvas, 'charts' | 'chartNames'>;

/** `present` are the names of the add-in's charts that exist. */
export function drawCharts(
  sheet: Excel.Worksheet,
  { charts, chartNames }: Charts,
  present: readonly string[],
  numberFormat: (chart: CanvasChart) => string,
): void {
  const isThere = (name: string): boolean => present.includes(name);
  const names =
    chartNames?.filter(isChartName) ??
    Array.from({ length: (charts?.length ?? 0) + present.length }, (_, n) => chartName(n + 1)).filter(
      (name) => !isThere(name),
    );
  charts?.forEach((drawn, n) => {
    const name = names[n];
    if (name !== undefined && !isThere(name)) drawChart(sheet, drawn, name, numberFormat(drawn));
  });
}

/** Runs as the last step of a write, so that no chart is lost if an earlier step fails. */
export function removeCharts(
  sheet: Excel.Worksheet,
  { charts, chartNames }: Charts,
  present: readonly string[],
  uncovered: Uncovered | null,
): void {
  // If the content of an earlier chart is unknown, the existing charts are kept instead.
  if (!charts && !chartNames?.filter(isChartName).every((name) => present.includes(name))) return;
  uncovered?.charts(sheet);
  for (const name of present) if (!chartNames?.includes(name)) sheet.charts.getItem(name).delete();
}

function drawChart(
  sheet: Excel.Worksheet,
  { title, kind, categories, series, overlaid, most, place }: CanvasChart,
  name: string,
  numberFormat: string,
): void {
  const [first, ...rest] = series;
  if (!first) return;
  const range = (area: Area2D): Excel.Range => sheet.getRange(toA1Range(area));
  const chart = sheet.charts.add(kind === 'bars' ? 'BarClustered' : 'ColumnClustered', range(first.values), 'Columns');
  chart.name = name;
  chart.format.font.name = FONT;
  chart.title.text = title;
  chart.title.format.font.bold = true;
  chart.title.format.font.size = 13;
  if ('bottom' in place)
    chart.setPosition(toA1({ row: place.top, column: place.left }), toA1({ row: place.bottom, column: place.right }));
  else Object.assign(chart, place);
  chart.plotVisibleOnly = false;
  chart.legend.visible = rest.length > 0;
  if (rest.length > 0) chart.legend.position = 'Bottom';
  const lines = [chart.series.getItemAt(0), ...rest.map((each) => chart.series.add(each.name))];
  lines.forEach((line, position) => {
    const drawn = series[position] ?? first;
    line.name = drawn.name;
    line.setValues(range(drawn.values));
    line.setXAxisValues(range(categories));
    line.format.fill.setSolidColor(`#${drawn.colour}`);
    line.gapWidth = GAP;
    if (overlaid) line.overlap = 100;
    line.hasDataLabels = true;
    line.dataLabels.position = 'OutsideEnd';
    // Excel draws text and blank results of a formula as zero. If series overlap, their labels would show 0 beside the
    // real value, so zeros are hidden.
    line.dataLabels.numberFormat = overlaid ? `${numberFormat};-${numberFormat};;` : numberFormat;
  });
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = 0;
  if (most !== null) valueAxis.maximum = most;
  if (kind !== 'bars') return;
  // Horizontal bars start at the bottom. Reversed, the first unit is at the top, and `Maximum` keeps the values at the
  // bottom.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = 'Maximum';
}
