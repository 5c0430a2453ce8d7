/** Which unit a name means, and which units of two lists are the same. */
import { foldText } from '../values/fold-text';
import { groupsOf } from '../values/group';
import type { UnitScores } from '../model/score-sheet';
import { NONE, allMeant, answer, onlyPairs, type Answer, type Likeness, type Way } from './answer';
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
 * By the name as it stands, else in another spelling, else by one that is cut short: two spellings that both stand here
 * are two units.
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

/** Everything that is meant, of one spelling only: of several units in another spelling none is. */
export function meantAs<T>(found: Answer<T>, nameOf: (thing: T) => string): readonly T[] {
  const all = allMeant(found);
  return new Set(all.map((each) => unitKey(nameOf(each)))).size > 1 ? [] : all;
}

/** Which units of a sheet are meant; a unit alone need not be named. */
export function ownerFinder(units: readonly UnitScores[]): (name: string) => Answer<UnitScores> {
  const find = unitFinder(units, ({ name }) => name);
  const [only] = units;
  return (name) =>
    only && units.length === 1 && (name.trim() === '' || only.name === '') ? answer([only], 'exact') : find(name);
}

/** By key of a name that the others do not have, the key of the one other name that is merely spelled otherwise. */
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
 * Names of one list beside those of another: each at most once, surer likenesses first, so that two that stand here are
 * never one there.
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
    // A name that several bear is not looked for in another spelling.
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
 * By unit of now, the earlier unit of the same name (and khối, where a name stands twice); null where none is, or
 * several are.
 * Where either year has one unit only, it may go without a name.
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
