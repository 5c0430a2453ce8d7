/** Caches a result per object, for several callers, as long as the object lives. */
export function once<K extends object, T extends object>(find: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, T>();
  return (of) => {
    const seen = known.get(of);
    if (seen) return seen;
    const fresh = find(of);
    known.set(of, fresh);
    return fresh;
  };
}
