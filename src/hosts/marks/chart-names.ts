/** Charts that we draw are known by their names, in Excel and in the file: they are drawn anew while the officer's own stay. */
export const chartName = (n: number): string => `Chỉ số CCHC ${n.toString()}`;

export const isChartName = (name: string): boolean => /^Chỉ số CCHC \d+$/.test(name.normalize('NFC'));
