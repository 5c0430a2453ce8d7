/**
 * Names of the add-in's charts, the same in Excel and in the file: they are drawn anew, and the officer's charts stay.
 */
const CHART_PREFIX = 'CCHC_CHART_';

export const chartName = (n: number): string => `${CHART_PREFIX}${n.toString()}`;

export const isChartName = (name: string): boolean => name.startsWith(CHART_PREFIX);
