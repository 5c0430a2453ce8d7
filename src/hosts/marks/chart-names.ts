/** Charts that we draw are known by their names, in Excel and in the file: they are drawn anew while the officer's own stay. */
export const CHART_PREFIX = 'CCHC_CHART_';

export const chartName = (n: number): string => `${CHART_PREFIX}${n.toString()}`;

export const isChartName = (name: string): boolean => name.startsWith(CHART_PREFIX);
