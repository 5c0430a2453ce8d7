/** Finds the item that a code and a name refer to. */
import { isScoredItem, type Item } from '../model/score-sheet';
import { groupsOf } from '../values/group';
import { NONE, answer, type Answer, type Likeness } from './answer';
import { SHORTEST_NAME, bareLettersOf, beginsAlike, codeKey, isBare, lettersOf, nameKey, wordsOf } from './keys';

interface Cited {
  readonly code: string;
  readonly name: string;
}

export interface ItemMatch {
  readonly item: Answer<Item>;
  /** True if the name matches the item but the cited code does not. */
  readonly miscited: boolean;
}

/**
 * Looks up code and name together, since the cited code may be wrong; then the name; then the code. Of items with the
 * same name, the scored one is meant.
 */
export function itemFinder(items: readonly Item[]): (cited: Cited) => ItemMatch {
  const byCode = codeFinder(items);
  const byName = nameFinder(items);
  return ({ code, name }) => {
    const coded = byCode(code);
    const named = byName(name);
    const both = named.found.filter((item) => coded.includes(item));
    if (both.length > 0) return { item: scoredOf(both, named.by), miscited: false };
    if (named.found.length > 0)
      return {
        item: scoredOf(named.found, named.by),
        miscited: codeKey(code) !== '' && named.found.every((item) => item.code !== ''),
      };
    return { item: scoredOf(coded, 'exact'), miscited: false };
  };
}

/** Finds items by one word that may be a code, a name or the beginning of a name. */
export function wordFinder(items: readonly Item[]): (word: string) => readonly Item[] {
  const byCode = codeFinder(items);
  const byName = nameFinder(items, SHORTEST_BEGINNING);
  return (word) => {
    const coded = byCode(word);
    return coded.length > 0 ? coded : byName(word).found;
  };
}

/** An officer who points at an item types fewer letters of its name than a report does. */
const SHORTEST_BEGINNING = 8;

function codeFinder(items: readonly Item[]): (code: string) => readonly Item[] {
  const groups = groupsOf(items, ({ code }) => codeKey(code));
  let paths: ReadonlyMap<string, readonly Item[]> | null = null;
  return (code) => {
    const sameCode = groups.get(codeKey(code));
    if (sameCode) return sameCode;
    paths ??= groupsOf(items, (item) => pathCode(items, item));
    const meant = paths.get(arabicCode(code)) ?? [];
    return meant.length === 1 ? meant : [];
  };
}

/** «1.2.1» for «2.1» or «1.2.1» in the area «I»: how a list beside the table may cite it, also as «I.2.1». */
function pathCode(items: readonly Item[], item: Item): string {
  let area = item;
  while (items[area.parent]) area = items[area.parent] as Item;
  const first = arabicCode(area.code);
  const code = arabicCode(item.code);
  return item === area || code === '' || code.startsWith(`${first}.`) ? code : `${first}.${code}`;
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** «II.1.3» → «2.1.3». */
const arabicCode = (code: string): string =>
  codeKey(code).replace(/^[ivx]+(?=\.|$)/, (roman) => {
    const number = ROMAN.indexOf(roman) + 1;
    return number > 0 ? String(number) : roman;
  });

interface NamedItems {
  readonly found: readonly Item[];
  readonly by: Likeness;
}

interface Level {
  readonly by: Likeness;
  readonly keyOf: (name: string) => string;
  readonly agree?: (name: string, other: string) => boolean;
}

const LEVELS: readonly Level[] = [
  { by: 'exact', keyOf: nameKey },
  { by: 'normalised', keyOf: wordsOf },
  { by: 'normalised', keyOf: (name) => lettersOf(wordsOf(name)) },
];
const BARE: Level = {
  by: 'near',
  keyOf: (name) => bareLettersOf(wordsOf(name)),
  agree: (name, other) => isBare(wordsOf(name)) || isBare(wordsOf(other)),
};

/**
 * `shortest`: the length from which a name may be the beginning of an item's name; without it, either name may be a
 * shortened form of the other, from the usual length.
 */
function nameFinder(items: readonly Item[], shortest: number | null = null): (name: string) => NamedItems {
  const groups: Map<string, Item[]>[] = [];
  const known = new Map<string, NamedItems>();
  const level = (name: string, { keyOf, agree }: Level, position: number): Item[] => {
    const key = keyOf(name);
    const group = key === '' ? [] : ((groups[position] ??= groupsOf(items, (item) => keyOf(item.name))).get(key) ?? []);
    return agree ? group.filter((item) => agree(name, item.name)) : group;
  };
  const isBeginning = (name: string, fullName: string): boolean =>
    shortest === null ? beginsAlike(name, fullName) : name.length >= shortest && fullName.startsWith(name);
  const find = (name: string): NamedItems => {
    for (const [position, each] of LEVELS.entries()) {
      const found = level(name, each, position);
      if (found.length > 0) return { found, by: each.by };
    }
    const key = nameKey(name);
    const begun =
      key.length < (shortest ?? SHORTEST_NAME) ? [] : items.filter((item) => isBeginning(key, nameKey(item.name)));
    return { found: begun.length > 0 ? begun : level(name, BARE, LEVELS.length), by: 'near' };
  };
  return (name) => {
    const seen = known.get(name) ?? find(name);
    known.set(name, seen);
    return seen;
  };
}

/** A criterion and its only part may have the same name: points are lost at the scored item. */
function scoredOf(found: readonly Item[], by: Likeness): Answer<Item> {
  const scored = found.filter(isScoredItem);
  const best = scored.length > 0 ? scored : found;
  return best.length === 0 ? NONE : answer(best, by);
}
