function isList(value: unknown): value is object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The fields of a configuration that fit a line; those of a field within stand as `field.name`, lists of objects are
 * left to `listsOf`.
 */
export function plainFields(fields: object): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    if (isList(value)) return [];
    if (!isGroup(value)) return [[name, asText(value)]];
    return plainFields(value).map(([inner, text]) => [`${name}.${inner}`, text]);
  });
}

/** The lists of a configuration, such as a network's layers. */
export function listsOf(fields: object): { name: string; items: object[] }[] {
  return Object.entries(fields).flatMap(([name, items]) =>
    isList(items) ? [{ name, items }] : [],
  );
}
