/**
 * Matches the items of two trees (two years, or a table and its criteria set): by name if codes moved, by code if names
 * agree; unclear items are not matched.
 */
import { onlyPairs, type Way } from './answer';
import {
  SHORTEST_NAME,
  bareLettersOf,
  beginsAlike,
  codeKey,
  isBare,
  lettersOf,
  nameKey,
  wordsAgree,
  wordsOf,
} from './keys';

/** An item of a table, or a line of a criteria set. */
export interface TreeEntry {
  readonly code: string;
  readonly name: string;
  /** Position of the parent entry, −1 for none. */
  readonly parent: number;
  readonly children: readonly number[];
}

export interface ItemPairs {
  /** Position of the earlier item, by position of the current item; null if no match is certain. */
  readonly earlier: readonly (number | null)[];
  /** Earlier items that match no current item. */
  readonly gone: readonly number[];
}

/** The earlier item that matches a current one; null if no match is certain. */
export const itemBefore = <T>(
  items: readonly T[],
  { earlier }: ItemPairs,
  now: { readonly position: number },
): T | null => items[earlier[now.position] ?? -1] ?? null;

/** An entry with the keys that identify it. */
interface Known {
  readonly position: number;
  readonly parent: number;
  readonly children: readonly number[];
  readonly code: string;
  readonly name: string;
  readonly words: string;
}

const bothOf = (code: string, name: string): string => (code === '' || name === '' ? '' : `${code}|${name}`);

const SIBLINGS: readonly Way<Known>[] = [
  { keyOf: ({ code, name }) => bothOf(code, name) },
  { keyOf: ({ code, words }) => bothOf(code, words) },
  { keyOf: ({ name }) => name },
  { keyOf: ({ words }) => words },
  { keyOf: ({ words }) => lettersOf(words) },
  { keyOf: ({ words }) => bareLettersOf(words), agree: (a, b) => isBare(a.words) || isBare(b.words) },
  { keyOf: ({ code }) => code, agree: (a, b) => wordsAgree(a.words, b.words) },
  { keyOf: () => 'any', agree: (a, b) => beginsAlike(a.words, b.words) },
];
const MOVED: readonly Way<Known>[] = [
  { keyOf: ({ code, words }) => bothOf(code, words) },
  { keyOf: ({ words }) => (words.length < SHORTEST_NAME ? '' : words) },
];
/** A set is of the same year, so the remaining entries may match by their code alone or by a short name. */
const SET_WAYS: readonly Way<Known>[] = [
  ...MOVED,
  { keyOf: ({ code }) => code, agree: (a, b) => wordsAgree(a.words, b.words) },
  { keyOf: ({ code }) => code },
  { keyOf: ({ words }) => words },
];

/**
 * Two years: pairs areas with areas, then the children of each pair; the remaining items moved elsewhere and match only
 * by their whole name.
 */
export function matchItems(now: readonly TreeEntry[], before: readonly TreeEntry[]): ItemPairs {
  const trees = treePairing(now, before);
  trees.pair(isTop, SIBLINGS);
  trees.pair((entry) => !isTop(entry), MOVED);
  return trees.pairs();
}

/** A table and its set, either of which may omit areas or the items below its criteria. */
export function matchToSet(items: readonly TreeEntry[], lines: readonly TreeEntry[]): ItemPairs {
  const trees = treePairing(items, lines);
  trees.pair(isTop, SIBLINGS);
  trees.pair(() => true, SET_WAYS);
  return trees.pairs();
}

/**
 * For each tree and entry, a number that is the same for the same entry of every tree. The trees are of one year, so no
 * entry has moved. An entry that the earlier trees lack gets a new number.
 */
export function sharedEntries(trees: readonly (readonly TreeEntry[])[]): Numbers {
  const [first] = trees;
  const seen = first && numbered.get(first);
  if (seen?.trees.length === trees.length && seen.trees.every((tree, position) => tree === trees[position]))
    return seen.numbers;
  const numbers = numberEntries(trees);
  if (first) numbered.set(first, { trees, numbers });
  return numbers;
}

type Numbers = readonly (readonly number[])[];

/**
 * Cached: a province ranks its sheets again for every set of losses that would lift a unit, and the trees stay the
 * same.
 */
const numbered = new WeakMap<
  readonly TreeEntry[],
  { readonly trees: readonly (readonly TreeEntry[])[]; readonly numbers: Numbers }
>();

function numberEntries(trees: readonly (readonly TreeEntry[])[]): number[][] {
  const shared: (TreeEntry & { readonly children: number[] })[] = [];
  return trees.map((tree) => {
    const beside = treePairing(tree, shared);
    beside.pair(isTop, SIBLINGS);
    const numbers: number[] = [];
    for (const [position, found] of beside.pairs().earlier.entries()) {
      const { code, name, parent: above } = tree[position] as TreeEntry;
      const parent = numbers[above] ?? -1;
      const number = found ?? shared.push({ code, name, parent, children: [] }) - 1;
      if (found === null) shared[parent]?.children.push(number);
      numbers.push(number);
    }
    return numbers;
  });
}

const isTop = ({ parent }: Known): boolean => parent < 0;

interface Trees {
  readonly pair: (among: (entry: Known) => boolean, ways: readonly Way<Known>[]) => void;
  readonly pairs: () => ItemPairs;
}

function treePairing(now: readonly TreeEntry[], before: readonly TreeEntry[]): Trees {
  const [here, there] = [knownBy(now), knownBy(before)];
  const earlier = now.map((): number | null => null);
  const taken = new Set<number>();
  /** Pairs entries and, with every pair, the children of both. */
  const pairAll = (some: readonly Known[], others: readonly Known[], ways: readonly Way<Known>[]): void => {
    // In an unchanged list names need not be unique: entries in the same position are the same.
    if (ways === SIBLINGS && isUnchanged(some, others)) some.forEach((a, position) => pairOne(a, others[position]));
    for (const way of ways) {
      const free = some.filter(({ position }) => earlier[position] === null);
      const left = others.filter(({ position }) => !taken.has(position));
      if (free.length === 0 || left.length === 0) return;
      for (const [a, b] of onlyPairs(free, left, way)) pairOne(a, b);
    }
  };
  const pairOne = (a: Known, b: Known | undefined): void => {
    if (!b || earlier[a.position] !== null || taken.has(b.position)) return;
    earlier[a.position] = b.position;
    taken.add(b.position);
    pairAll(childrenOf(here, a), childrenOf(there, b), SIBLINGS);
  };
  return {
    pair: (among, ways) => pairAll(here.filter(among), there.filter(among), ways),
    pairs: () => ({
      earlier,
      gone: there.flatMap(({ position }) => (taken.has(position) ? [] : [position])),
    }),
  };
}

const knownBy = (entries: readonly TreeEntry[]): Known[] =>
  entries.map(({ code, name, parent, children }, position) => ({
    position,
    parent,
    children,
    code: codeKey(code),
    name: nameKey(name),
    words: wordsOf(name),
  }));

const childrenOf = (entries: readonly Known[], { children }: Known): Known[] =>
  children.flatMap((child) => entries[child] ?? []);

const isUnchanged = (some: readonly Known[], others: readonly Known[]): boolean =>
  some.length === others.length &&
  some.every(({ code, words }, position) => code === others[position]?.code && words === others[position].words);
