/** Which sheet and which unit a line of «Điểm bị trừ» is of; a unit whose name was corrected is known by the cells of its scores. */
import { toA1, type Address } from '../values/address';
import type { DeductionLine } from '../model/deduction';
import { foldText, plainKey, unitKey } from '../values/fold-text';
import { unitLabel, type ScoreSheet } from '../model/score-sheet';

export const unitsByName = (sheet: ScoreSheet): string[] => sheet.units.map((unit) => unitKey(unitLabel(sheet, unit)));

export const cellText = (source: { readonly sheet: string; readonly cell: string } | null | undefined): string =>
  source ? `${foldText(source.sheet)}!${source.cell}` : '';

/** Each line in one sheet at most: the one that has its unit; where several have, or none, the one that its score stands in. */
export function linesBySheet(
  sheets: readonly ScoreSheet[],
  lines: readonly DeductionLine[],
): (readonly DeductionLine[])[] {
  if (sheets.length < 2) return sheets.map(() => lines);
  const byUnit = new Map<string, number[]>();
  sheets.forEach((sheet, at) => {
    for (const key of new Set(unitsByName(sheet))) byUnit.set(key, [...(byUnit.get(key) ?? []), at]);
  });
  const byName = new Map(sheets.map(({ sheet }, at) => [foldText(sheet), at] as const));
  const stated = lines.map(({ source }) => byName.get(foldText(source?.sheet ?? '')));
  const named = new Set(stated);
  const parts = sheets.map((): DeductionLine[] => []);
  lines.forEach((line, index) => {
    const having = byUnit.get(unitKey(line.unit)) ?? [];
    const own = stated[index];
    // A link does not follow a sheet that is renamed: it is the one that no line names.
    const at =
      own !== undefined && (having.length === 0 || having.includes(own))
        ? own
        : (having.find((each) => !named.has(each)) ?? having[0]);
    if (at !== undefined) parts[at]?.push(line);
  });
  return parts;
}

/** The unit of a line as `unitsByName` has it. */
export function unitOfLine(
  sheet: ScoreSheet,
  losses: readonly { readonly unit: number; readonly at: Address }[],
  lines: readonly DeductionLine[],
): (line: DeductionLine | undefined) => string {
  const units = unitsByName(sheet);
  const here = new Set(units);
  const renamed = new Map<string, string>();
  const unknown = lines.filter(({ unit }) => !here.has(unitKey(unit)));
  if (unknown.length > 0) {
    const byCell = new Map(
      losses.map(({ unit, at }) => [cellText({ sheet: sheet.sheet, cell: toA1(at) }), units[unit] ?? ''] as const),
    );
    const pointed = new Map<string, Set<string>>();
    for (const { unit, source } of unknown) {
      const now = source?.isLive === true ? byCell.get(cellText(source)) : undefined;
      if (now !== undefined) pointed.set(unitKey(unit), (pointed.get(unitKey(unit)) ?? new Set()).add(now));
    }
    for (const [was, [now, another]] of pointed)
      if (now !== undefined && another === undefined && isNearName(was, now)) renamed.set(was, now);
  }
  return (line) => {
    const key = unitKey(line?.unit ?? '');
    return renamed.get(key) ?? key;
  };
}

const KIND = /^(?:xa|phuong|thi tran|dac khu|huyen|thi xa|quan|thanh pho) (?=\S)/;

/** The same without marks, the kind of place and words in brackets, or but for one letter; «số 1» is never «số 2». */
function isNearName(was: string, now: string): boolean {
  const [a, b] = [was, now].map((name) =>
    plainKey(name.replace(/\(.*?\)/g, ''))
      .replace(KIND, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ) as [string, string];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const isOneOff =
    long.slice(same + 1) === short.slice(same) ||
    (short.length === long.length && long.slice(same + 1) === short.slice(same + 1));
  return short.length > 3 && isOneOff && a.replace(/\D/g, '') === b.replace(/\D/g, '');
}
