/**
 * Names of the add-in's charts, the same in Excel and in the file. They identify the charts to draw again; the
 * officer's charts are left alone.
 */
const CHART_PREFIX = 'CCHC_CHART_';

export const chartName = (n: number): string => `${CHART_PREFIX}${n.toString()}`;

export const isChartName = (name: string): boolean => name.startsWith(CHART_PREFIX);
