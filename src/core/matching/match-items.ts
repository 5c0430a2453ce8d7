/** Which item and unit of one year are which of another: by name where codes moved, by code where names agree enough; never guessed. */
import { foldText, unitKey } from '../values/fold-text';
import { CODE_BEFORE_NAME, codeKey } from './match-causes';
import type { Item, UnitScores } from '../model/score-sheet';

export interface ItemPairs {
  /** Index of the earlier item, by index of the item now; null where nobody can tell. */
  readonly earlier: readonly (number | null)[];
  /** Earlier items that none of now continues. */
  readonly gone: readonly number[];
}

/** A shortened or moved name counts when it is at least this long. */
export const SHORTEST_NAME = 12;
/** Twice the words in common of the words of both: what two wordings of one criterion under one code have at least. */
const ALIKE = 0.7;

interface Side {
  readonly items: readonly Item[];
  /** By item: code, and words of the name. */
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

/** Down the tree: areas with areas, then the children of each pair; what is left moved elsewhere and is known by its whole name alone. */
export function matchItems(now: readonly Item[], before: readonly Item[]): ItemPairs {
  const [here, there] = [sideOf(now), sideOf(before)];
  const earlier = new Array<number | null>(now.length).fill(null);
  const taken = new Set<number>();
  const pair = (a: number, b: number): void => {
    earlier[a] = b;
    taken.add(b);
    pairAll(now[a]?.children ?? [], before[b]?.children ?? [], SIBLINGS);
  };
  const pairAll = (some: readonly number[], others: readonly number[], ways: readonly Way[]): void => {
    for (const way of ways) {
      const free = some.filter((index) => earlier[index] === null);
      const left = others.filter((index) => !taken.has(index));
      if (free.length === 0 || left.length === 0) return;
      for (const [a, b] of way(here, free, there, left)) if (earlier[a] === null && !taken.has(b)) pair(a, b);
    }
  };
  const under = (items: readonly Item[], isRoot: boolean): number[] =>
    items.flatMap(({ index, parent }) => (parent < 0 === isRoot ? [index] : []));
  pairAll(under(now, true), under(before, true), SIBLINGS);
  pairAll(under(now, false), under(before, false), MOVED);
  return { earlier, gone: before.flatMap(({ index }) => (taken.has(index) ? [] : [index])) };
}

/**
 * By unit of now, the earlier unit of the same name (and khối, where a name stands twice); null where none is, or several are.
 * Where either year has one unit only, it may go without a name.
 */
export function matchUnits(now: readonly UnitScores[], before: readonly UnitScores[]): (number | null)[] {
  const [only] = before;
  if (now.length === 1 && before.length === 1 && only && (now[0]?.name.trim() === '' || only.name.trim() === ''))
    return [only.index];
  const find = unitFinder(before);
  const matched = now.map((unit) => find(unit));
  // Two of now that would both be the same unit of then: nobody can tell which.
  const uses = new Map<number | null, number>();
  for (const each of matched) uses.set(each, (uses.get(each) ?? 0) + 1);
  return matched.map((each) => (uses.get(each) === 1 ? each : null));
}

function unitFinder(units: readonly UnitScores[]): (unit: UnitScores) => number | null {
  const byName = new Map<string, UnitScores[]>();
  for (const unit of units) {
    const key = unitKey(unit.name);
    const known = byName.get(key);
    if (known) known.push(unit);
    else byName.set(key, [unit]);
  }
  byName.delete('');
  return ({ name, group }) => {
    const alike = byName.get(unitKey(name)) ?? [];
    const own = alike.length > 1 ? alike.filter((each) => foldText(each.group ?? '') === foldText(group ?? '')) : alike;
    return own.length === 1 ? (own[0]?.index ?? null) : null;
  };
}

type Way = (
  here: Side,
  free: readonly number[],
  there: Side,
  left: readonly number[],
) => Iterable<readonly [number, number]>;

const byCodeAndName = (side: Side, index: number): string => {
  const [code = '', name = ''] = [side.codes[index], side.names[index]];
  return code === '' || name === '' ? '' : `${code}|${name}`;
};
const byName = (side: Side, index: number): string => side.names[index] ?? '';
const byLongName = (side: Side, index: number): string =>
  byName(side, index).length < SHORTEST_NAME ? '' : byName(side, index);
const byCode = (side: Side, index: number): string => side.codes[index] ?? '';

/** A list that stayed as it was needs no unique names: what stands in the same place is the same. */
const unchanged: Way = (here, free, there, left) => {
  const isSame =
    free.length === left.length &&
    free.every(
      (a, at) => here.codes[a] === there.codes[left[at] ?? -1] && here.names[a] === there.names[left[at] ?? -1],
    );
  return isSame ? free.map((a, at) => [a, left[at] ?? -1] as const) : [];
};

/** Pairs whose key stands once on either side. */
const unique = (
  keyOf: (side: Side, index: number) => string,
  agree: (a: string, b: string) => boolean = () => true,
): Way =>
  function* (here, free, there, left) {
    const ours = onceEach(here, free, keyOf);
    const theirs = onceEach(there, left, keyOf);
    for (const [key, a] of ours) {
      const b = theirs.get(key);
      if (b !== undefined && agree(byName(here, a), byName(there, b))) yield [a, b];
    }
  };

/** «Công tác chỉ đạo» for «Công tác chỉ đạo, điều hành CCHC», where only one could be meant. */
const shortened: Way = function* (here, free, there, left) {
  const isCut = (a: number, b: number): boolean => beginsAlike(byName(here, a), byName(there, b));
  for (const a of free) {
    const [b, another] = left.filter((each) => isCut(a, each));
    if (b !== undefined && another === undefined && !free.some((other) => other !== a && isCut(other, b))) yield [a, b];
  }
};

const SIBLINGS: readonly Way[] = [
  unchanged,
  unique(byCodeAndName),
  unique(byName),
  unique(byCode, wordsAgree),
  shortened,
];
const MOVED: readonly Way[] = [unique(byCodeAndName), unique(byLongName)];

function onceEach(
  side: Side,
  indices: readonly number[],
  keyOf: (side: Side, index: number) => string,
): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>(['']);
  for (const index of indices) {
    const key = keyOf(side, index);
    if (found.has(key)) repeated.add(key);
    found.set(key, index);
  }
  for (const key of repeated) found.delete(key);
  return found;
}

/** Whether two names are one criterion worded twice; either may be missing. */
export const namesAgree = (a: string, b: string): boolean => wordsAgree(wordsOf(a), wordsOf(b));

/** Whether two names under one code, as `wordsOf` has them, are the same criterion worded twice; a side without a name leaves it to the code. */
export function wordsAgree(a: string, b: string): boolean {
  if (a === '' || b === '' || beginsAlike(a, b)) return true;
  const words = new Set(a.split(' '));
  const others = new Set(b.split(' '));
  let common = 0;
  for (const word of words) if (others.has(word)) common++;
  return (2 * common) / (words.size + others.size) >= ALIKE;
}

const beginsAlike = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= SHORTEST_NAME && (a.startsWith(b) || b.startsWith(a));

const sideOf = (items: readonly Item[]): Side => ({
  items,
  codes: items.map(({ code }) => codeKey(code)),
  names: items.map(({ name }) => wordsOf(name)),
});

/** What one report spells out and the next abbreviates. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  (
    [
      ['cchc', 'cải cách hành chính'],
      ['tthc', 'thủ tục hành chính'],
      ['vbqppl', 'văn bản quy phạm pháp luật'],
      ['qppl', 'quy phạm pháp luật'],
      ['cntt', 'công nghệ thông tin'],
      ['ubnd', 'ủy ban nhân dân'],
      ['hằng', 'hàng'],
    ] as const
  ).map(([short, long]) => [foldText(short), foldText(long)]),
);

/** The words that count: without punctuation, code before the name and short forms. */
export const wordsOf = (name: string): string =>
  foldText(
    name
      .normalize('NFC')
      .trim()
      .replace(CODE_BEFORE_NAME, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '),
  )
    .split(' ')
    .map((word) => SHORT_FORMS.get(word) ?? word)
    .join(' ');
