/**
 * Answers «Which one is meant?» with one thing, several indistinguishable ones or none, and pairs things of two lists.
 */
import { groupsOf } from '../values/group';

/** How a name was recognised: exactly, in another spelling, or approximately (for example shortened). */
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

/** The thing if exactly one is meant, else null. */
export const onlyOne = <T>(found: Answer<T>): T | null => (found.kind === 'one' ? found.one : null);

/** Everything that could be meant. */
export const allMatches = <T>(found: Answer<T>): readonly T[] =>
  found.kind === 'one' ? [found.one] : found.kind === 'several' ? found.several : [];

/** A way to match things of two lists: they have the same key and, if `agree` is given, agree. */
export interface Way<A, B = A> {
  readonly keyOf: (thing: A | B) => string;
  readonly agree?: (one: A, other: B) => boolean;
}

/** Pairs with the same key that agree, if neither side agrees with another thing: ambiguous matches are left out. */
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
