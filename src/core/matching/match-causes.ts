/** Which item of which unit a line of a `Nguyên nhân` sheet speaks of: by code and name together, since the cited code may be wrong. */
import type { CauseLine } from '../model/deduction';
import { foldText, unitKey } from '../values/fold-text';
import type { ScoreSheet } from '../model/score-sheet';

export interface MatchedCause {
  readonly line: CauseLine;
  /** Index of the item that is meant; null when neither name nor code is in the sheet. */
  readonly item: number | null;
  /** True when the name means `item` and the cited code is another one. */
  readonly miscited: boolean;
}

const WRAPPING = /^\s*(?:tiêu chí thành phần|tiêu chí|lĩnh vực|tctp|tc|lv|mục)\s*(?=\d|[ivx]+\b)/u;
export const CODE_BEFORE_NAME = /^(?:\d+\.)*\d+[.)]?\s+/;
/** A shortened name counts when it is at least this long. */
const SHORTEST_PREFIX = 12;

/** A code without its wrapping: «Tiêu chí 1.8.», «1.8)» and «1.8» are the same code. */
export const codeKey = (code: string): string =>
  foldText(
    code
      .normalize('NFC')
      .toLowerCase()
      .replace(WRAPPING, '')
      .replace(/[\s.):]+$/, ''),
  );

/** A name without the code that some write before it. */
export const nameKey = (name: string): string => foldText(name.replace(/[\s.;:,]+$/, '')).replace(CODE_BEFORE_NAME, '');

const known = new WeakMap<
  readonly CauseLine[],
  { sheet: ScoreSheet; matches: ReadonlyMap<number, readonly MatchedCause[]> }
>();

/** Lines by unit; lines of units that are not in this sheet are left out. */
export function matchCauses(
  sheet: ScoreSheet,
  causes: readonly CauseLine[],
): ReadonlyMap<number, readonly MatchedCause[]> {
  const seen = known.get(causes);
  if (seen?.sheet === sheet) return seen.matches;
  const matches = matchAll(sheet, causes);
  known.set(causes, { sheet, matches });
  return matches;
}

function matchAll(sheet: ScoreSheet, causes: readonly CauseLine[]): Map<number, MatchedCause[]> {
  const units = groupBy(sheet.units, ({ name }) => unitKey(name));
  const findItem = itemFinder(sheet);
  const matches = new Map<number, MatchedCause[]>();
  for (const line of causes) {
    const match = { line, ...findItem(line) };
    for (const unit of unitsOf(sheet, units, line)) push(matches, unit, match);
  }
  return matches;
}

/** Lines that none of the sheets has a unit for. */
export function strayCauses(sheets: readonly ScoreSheet[], causes: readonly CauseLine[]): CauseLine[] {
  const known = sheets.map((sheet) => ({ sheet, units: groupBy(sheet.units, ({ name }) => unitKey(name)) }));
  return causes.filter((line) => known.every(({ sheet, units }) => unitsOf(sheet, units, line).length === 0));
}

function unitsOf(sheet: ScoreSheet, units: ReadonlyMap<string, readonly number[]>, line: CauseLine): readonly number[] {
  const key = unitKey(line.unit);
  const isAlone = sheet.units.length === 1 && (key === '' || sheet.units[0]?.name === '');
  return isAlone ? [0] : key === '' ? [] : (units.get(key) ?? []);
}

/** Which item is meant by a code and a name; `miscited`: the name means it and the code is another one. */
export function itemFinder({
  items,
}: ScoreSheet): (line: Pick<CauseLine, 'code' | 'name'>) => { item: number | null; miscited: boolean } {
  const byCode = groupBy(items, ({ code }) => codeKey(code));
  const byName = groupBy(items, ({ name }) => nameKey(name));
  const names = [...byName.keys()].filter((name) => name.length >= SHORTEST_PREFIX);
  const shortened = new Map<string, readonly number[]>();
  const named = (name: string): readonly number[] => {
    if (name === '') return [];
    const exact = byName.get(name) ?? shortened.get(name);
    if (exact) return exact;
    const alike =
      name.length < SHORTEST_PREFIX ? [] : names.filter((each) => each.startsWith(name) || name.startsWith(each));
    const found = alike.flatMap((each) => byName.get(each) ?? []);
    shortened.set(name, found);
    return found;
  };
  const preferScored = (indices: readonly number[]): number | null =>
    indices.find((index) => items[index]?.children.length === 0) ?? indices[0] ?? null;
  return ({ code, name }) => {
    const key = codeKey(code);
    const coded = key === '' ? [] : (byCode.get(key) ?? []);
    const meant = named(nameKey(name));
    const both = meant.filter((index) => coded.includes(index));
    if (both.length > 0) return { item: preferScored(both), miscited: false };
    if (meant.length > 0)
      return { item: preferScored(meant), miscited: key !== '' && meant.every((index) => items[index]?.code !== '') };
    return { item: preferScored(coded), miscited: false };
  };
}

function groupBy<T extends { readonly index: number }>(
  things: readonly T[],
  key: (thing: T) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const thing of things) push(groups, key(thing), thing.index);
  groups.delete('');
  return groups;
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
