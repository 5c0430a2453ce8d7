/**
 * «Which one is meant?»: one thing, several that nobody can tell apart, or none; and which of two lists belong to each
 * other.
 */
import { groupsOf } from '../values/group';

/** How a name was recognised: as it stands, in another spelling of the same, or by what is left of it. */
export type Likeness = 'exact' | 'normalised' | 'near';

export type Answer<T> =
  | { readonly kind: 'one'; readonly one: T; readonly by: Likeness }
  | { readonly kind: 'several'; readonly several: readonly T[]; readonly by: Likeness }
  | { readonly kind: 'none' };

export const NONE = { kind: 'none' } as const;

export function answer<T>(found: readonly T[], by: Likeness): Answer<T> {
  const [one, another] = found;
  if (one === undefined) return NONE;
  return another === undefined ? { kind: 'one', one, by } : { kind: 'several', several: found, by };
}

/** The thing where one is meant, else null. */
export const onlyOne = <T>(found: Answer<T>): T | null => (found.kind === 'one' ? found.one : null);

/** Everything that could be meant. */
export const allMeant = <T>(found: Answer<T>): readonly T[] =>
  found.kind === 'one' ? [found.one] : found.kind === 'several' ? found.several : [];

/** One way to know things of one list in another: those of one key that agree. */
export interface Way<A, B = A> {
  readonly keyOf: (thing: A | B) => string;
  readonly agree?: (one: A, other: B) => boolean;
}

/** Pairs of one key that agree, where neither side agrees with another: two that could both be meant are no pair. */
export function onlyPairs<A, B>(some: Iterable<A>, others: Iterable<B>, { keyOf, agree }: Way<A, B>): [A, B][] {
  const byKey = groupsOf(others, keyOf);
  return [...groupsOf(some, keyOf)].flatMap(([key, alike]) => {
    const there = byKey.get(key) ?? [];
    return alike.flatMap((one): [A, B][] => {
      const [other, another] = agree ? there.filter((each) => agree(one, each)) : there;
      if (other === undefined || another !== undefined) return [];
      const isOnly = alike.every((each) => each === one || (agree && !agree(each, other)));
      return isOnly ? [[one, other]] : [];
    });
  });
}
