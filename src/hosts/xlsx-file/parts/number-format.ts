/** Built-in number formats: their kind (date or time, percentage, or plain number) and their codes. */
import { DATE, PERCENT } from '../../marks/number-format';

/** Built-in formats, whose codes Excel never writes to the file; 27–36 and 50–58 are dates in East Asian editions. */
export function kindOfBuiltIn(id: number): number {
  if (id === 9 || id === 10) return PERCENT;
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? DATE
    : 0;
}

/** Built-in codes that edits may ask for, so that no format is added for them. */
export const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);

export const codeOfBuiltIn = (id: number): string | null =>
  [...BUILT_IN].find(([, known]) => known === id)?.[0] ?? null;
