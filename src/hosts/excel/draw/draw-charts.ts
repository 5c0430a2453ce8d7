/** Draws native charts on a sheet of the add-in. A name prefix tells them apart; charts of the officer stay. */
import { toA1, toA1Range, type Area2D } from '../../../core/values/address';
import { chartName, isChartName } from '../../marks/chart-names';
import type { CanvasChart } from '../read/ask-charts';
import { FONT } from '../read/looks';
import type { Canvas } from './canvas';
import type { Uncovered } from './uncover';

/** Space between bars, percent of a bar. */
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

/** The very last that a write does: whatever fails before has lost no chart. */
export function removeCharts(
  sheet: Excel.Worksheet,
  { charts, chartNames }: Charts,
  present: readonly string[],
  uncovered: Uncovered | null,
): void {
  // Where nobody knows any more what an earlier chart showed, the one that is there shows it best.
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
    // Excel draws text and blanks of a formula as zero: where series share a line, their labels would show 0 beside the
    // real value.
    line.dataLabels.numberFormat = overlaid ? `${numberFormat};-${numberFormat};;` : numberFormat;
  });
  const { valueAxis, categoryAxis } = chart.axes;
  valueAxis.minimum = 0;
  if (most !== null) valueAxis.maximum = most;
  if (kind !== 'bars') return;
  // Lying bars are counted from below; the first unit is to stand on top, and the values still below.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = 'Maximum';
}
