/** Values by a key of theirs, in the order of their coming (`Map.groupBy`, which Node 20 lacks). */
export function groupBy<Value, Key>(
  values: Iterable<Value>,
  keyOfValue: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOfValue(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
