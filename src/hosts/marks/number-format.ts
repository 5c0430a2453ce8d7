/** What a number format's code shows: a date or time, a percentage, or a plain number. */
export const DATE = 1;
export const PERCENT = 2;

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
