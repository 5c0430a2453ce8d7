/** Charts of the add-in. Their position is read with everything else, their content right before they are deleted. */
import { rangeFromA1, type Area2D } from '../../../core/values/address';
import type { DrawnChart } from '../../../core/model/sheet-drawing';
import { supports } from '../session';

/** Points. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CanvasChart extends Omit<DrawnChart, 'over'> {
  readonly place: Area2D | Box;
}

export interface ChartBefore {
  readonly name: string;
  readonly type: string;
  readonly series: number;
  readonly box: Box;
}

const KINDS: Readonly<Record<string, DrawnChart['kind'] | undefined>> = {
  BarClustered: 'bars',
  ColumnClustered: 'columns',
};
/** ExcelApi 1.15 reports the source of a series, 1.16 its colour. */
const TELLS = '1.16';

/** In the order of the add-in's chart numbers, because Excel lists a restored chart last. */
export function askCharts({ charts }: Excel.Worksheet): () => ChartBefore[] {
  charts.load(
    ['name', 'chartType', 'left', 'top', 'width', 'height', 'series/items/name']
      .map((path) => `items/${path}`)
      .join(','),
  );
  return () =>
    charts.items
      .map(({ name, chartType, left, top, width, height, series }) => ({
        name,
        type: chartType,
        series: series.items.length,
        box: { left, top, width, height },
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/**
 * Null for a chart of another kind, or when this Excel does not report its content. Call it before new charts get their
 * names.
 */
export function askChart(
  sheet: Excel.Worksheet,
  { name, type, series, box }: ChartBefore,
): (() => CanvasChart | null) | null {
  const kind = KINDS[type];
  if (!kind || !supports(TELLS)) return null;
  const chart = sheet.charts.getItem(name);
  chart.title.load('text');
  chart.axes.valueAxis.load('maximum');
  const lines = Array.from({ length: series }, (_, position) => {
    const line = chart.series.getItemAt(position);
    line.load('name,overlap');
    return {
      line,
      values: line.getDimensionDataSourceString('Values'),
      categories: line.getDimensionDataSourceString('Categories'),
      colour: line.format.fill.getSolidColor(),
    };
  });
  return () => {
    const drawn = lines.map(({ line, values, categories, colour }) => ({
      name: line.name,
      values: areaOf(values.value),
      categories: areaOf(categories.value),
      colour: colour.value.slice(1),
    }));
    const categories = drawn[0]?.categories;
    const isKnown = (one: (typeof drawn)[number]): one is (typeof drawn)[number] & { values: Area2D } =>
      one.values !== null && /^[0-9A-F]{6}$/i.test(one.colour);
    if (!categories || !drawn.every(isKnown)) return null;
    // Excel does not report whether the maximum of an axis is automatic, so the current maximum is kept.
    return {
      title: chart.title.text,
      kind,
      categories,
      series: drawn,
      overlaid: lines[0]?.line.overlap === 100,
      most: Number(chart.axes.valueAxis.maximum),
      place: box,
    };
  };
}

/** 'Kết quả'!$A$3:$A$6 */
const areaOf = (source: string): Area2D | null =>
  rangeFromA1(source.slice(source.lastIndexOf('!') + 1).replaceAll('$', ''));
