/** Finds the unit that a name refers to, and the units that two lists have in common. */
import { foldText } from '../values/fold-text';
import { groupsOf } from '../values/group';
import type { UnitScores } from '../model/score-sheet';
import { NONE, allMatches, answer, onlyPairs, type Answer, type Likeness, type Way } from './answer';
import { isCutShort, unitKey, unitRest, unitSpelling } from './unit-keys';

interface Level {
  readonly by: Likeness;
  readonly keyOf: (name: string) => string;
  readonly agree: (name: string, other: string) => boolean;
}

const LEVELS: readonly Level[] = [
  { by: 'exact', keyOf: unitKey, agree: () => true },
  { by: 'normalised', keyOf: unitSpelling, agree: () => true },
  { by: 'near', keyOf: unitRest, agree: isCutShort },
];

/**
 * Looks for the exact name, else another spelling, else a shortened name: two spellings that are both in the list are
 * two units.
 */
export function unitFinder<T>(things: readonly T[], nameOf: (thing: T) => string): (name: string) => Answer<T> {
  const groups: Map<string, T[]>[] = [];
  const known = new Map<string, Answer<T>>();
  const find = (name: string): Answer<T> => {
    for (const [position, { by, keyOf, agree }] of LEVELS.entries()) {
      const key = keyOf(name);
      const group = (groups[position] ??= groupsOf(things, (each) => keyOf(nameOf(each)))).get(key) ?? [];
      const found = key === '' ? [] : group.filter((each) => agree(name, nameOf(each)));
      if (found.length > 0) return answer(found, by);
    }
    return NONE;
  };
  return (name) => {
    const seen = known.get(name) ?? find(name);
    known.set(name, seen);
    return seen;
  };
}

/** Everything that is meant if all have the same name; empty if the answer includes units with different names. */
export function matchesOfOneSpelling<T>(found: Answer<T>, nameOf: (thing: T) => string): readonly T[] {
  const all = allMatches(found);
  return new Set(all.map((each) => unitKey(nameOf(each)))).size > 1 ? [] : all;
}

/** Finds units of a sheet by name; a single unit does not have to be named. */
export function ownerFinder(units: readonly UnitScores[]): (name: string) => Answer<UnitScores> {
  const find = unitFinder(units, ({ name }) => name);
  const [only] = units;
  return (name) =>
    only && units.length === 1 && (name.trim() === '' || only.name === '') ? answer([only], 'exact') : find(name);
}

/** Maps the key of each name that the others lack to the key of the one other name that only differs in spelling. */
export function otherSpellings(names: Iterable<string>, others: Iterable<string>): Map<string, string> {
  const here = byUnitKey(names);
  const there = byUnitKey(others);
  const unknown = [...here].filter(([key]) => !there.has(key));
  const free = [...there].filter(([key]) => !here.has(key));
  if (unknown.length === 0 || free.length === 0) return new Map();
  const pairs = pairNames(unknown, free, ([, name]) => name);
  return new Map([...pairs].map(([[key], [other]]) => [key, other]));
}

const byUnitKey = (names: Iterable<string>): Map<string, string> =>
  new Map(Array.from(names, (name) => [unitKey(name), name]));

/**
 * Pairs names of two lists, each at most once and the surest likeness first, so that two things of one list never match
 * the same thing of the other.
 */
function pairNames<A, B>(
  some: readonly A[],
  others: readonly B[],
  nameOf: (thing: A | B) => string,
  isSame: (one: A, other: B) => boolean = () => true,
): Map<A, B> {
  const pairs = new Map<A, B>();
  const free = new Set(some);
  const left = new Set(others);
  for (const { keyOf, agree } of LEVELS) {
    const way: Way<A, B> = {
      keyOf: (each) => keyOf(nameOf(each)),
      agree: (one, other) => agree(nameOf(one), nameOf(other)) && isSame(one, other),
    };
    for (const [one, other] of onlyPairs(free, left, way)) {
      pairs.set(one, other);
      free.delete(one);
      left.delete(other);
    }
    // A name that several things have is not looked up in another spelling.
    for (const things of [free, left] as const) dropRepeated<A | B>(things, way.keyOf);
    if (free.size === 0 || left.size === 0) break;
  }
  return pairs;
}

function dropRepeated<T>(things: Set<T>, keyOf: (thing: T) => string): void {
  for (const group of groupsOf(things, keyOf).values())
    if (group.length > 1) for (const each of group) things.delete(each);
}

/**
 * For each unit of this year, the earlier unit of the same name (and khối, if a name occurs twice); null if there is
 * none or several. If both years have a single unit, either may lack a name.
 */
export function matchUnits(now: readonly UnitScores[], before: readonly UnitScores[]): (UnitScores | null)[] {
  const [only] = before;
  if (now.length === 1 && before.length === 1 && only && (now[0]?.name.trim() === '' || only.name.trim() === ''))
    return [only];
  const pairs = pairNames(now, before, ({ name }) => name);
  const twice = pairNames(
    now.filter((unit) => !pairs.has(unit)),
    before,
    ({ name }) => name,
    isSameGroup,
  );
  const taken = new Set(pairs.values());
  return now.map((unit) => {
    const again = twice.get(unit);
    return pairs.get(unit) ?? (again && !taken.has(again) ? again : null);
  });
}

const isSameGroup = (one: UnitScores, other: UnitScores): boolean =>
  foldText(one.group ?? '') === foldText(other.group ?? '');
