/** Values under their key, in the order in which each key first came; without a key a value belongs to no group. */
export function groupedBy<Value>(values: Iterable<Value>, keyOf: (value: Value) => string | null): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
