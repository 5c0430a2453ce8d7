/** What a number format shows: a date or time, a percentage, or a plain number. */
export const DATE = 1;
export const PERCENT = 2;

/** Built-in formats that Excel never writes out; 27–36 and 50–58 are dates in East Asian editions. */
export function kindOfBuiltIn(id: number): number {
  if (id === 9 || id === 10) return PERCENT;
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) ? DATE : 0;
}

/** d/m/yyyy and [h]:mm are dates; 0.0"d", [Red]0 and \d are not. */
export function kindOfFormat(code: string): number {
  // [h], [mm] and [s] count elapsed time; other brackets are colours, conditions and languages.
  const bare = code
    .replace(/"[^"]*("|$)|\\.|[_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*(\]|$)/g, '');
  const date = /[dmyhs]/i.test(bare.replace(/general/gi, '')) ? DATE : 0;
  return date | (bare.includes('%') ? PERCENT : 0);
}

/** Built-in codes that edits may ask for, so that no format is added for them. */
export const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0], ['0', 1], ['0.00', 2], ['#,##0', 3], ['#,##0.00', 4], ['0%', 9], ['0.00%', 10], ['@', 49],
]);
