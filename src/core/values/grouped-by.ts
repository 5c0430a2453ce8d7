/** Groups values by key, in the order of first occurrence; a value whose key is null belongs to no group. */
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
