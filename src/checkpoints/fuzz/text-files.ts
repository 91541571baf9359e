import fc from 'fast-check';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(null, -1, 0.5, 1e308, 2 ** 53, '', '../x', [], {}, true),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
);

/** Puts `value` at the place that the numbers lead to. */
function replaceAt(json: Json, way: number[], value: Json): Json {
  if (way.length === 0 || typeof json !== 'object' || json === null) return value;
  const keys = Object.keys(json);
  if (keys.length === 0) return value;
  const key = keys[way[0] % keys.length];
  const copy = structuredClone(json) as Record<string, Json>;
  copy[key] = replaceAt(copy[key], way.slice(1), value);
  return copy;
}

/** A real `model.json` with odd values in it. */
export function changedManifest(manifest: unknown): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.array(fc.nat({ max: 500 }), { maxLength: 5 }), oddValue);
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const changed = changes.reduce<Json>(
      (json, [way, value]) => replaceAt(json, way, value),
      manifest as Json,
    );
    return new TextEncoder().encode(JSON.stringify(changed));
  });
}

const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('netG', 'ngf', 'label_nc', 'feat_num', 'no_instance', '__proto__'),
      fc.oneof(
        fc.constantFrom('True', 'None', 'inf', '[1, 2', '[]', '1e999', '-3', '0.5'),
        fc.string(),
      ),
    )
    .map(([name, value]) => `${name}: ${value}`),
  fc
    .constantFrom('[default: ', ': : :', ' '.repeat(50), 'a'.repeat(50))
    .map((text) => text.repeat(300)),
  fc.string(),
);

/** An `opt.txt` of odd lines, some of them long. */
export const optionsFile: fc.Arbitrary<Uint8Array> = fc
  .array(line, { maxLength: 12 })
  .map((lines) => new TextEncoder().encode(lines.join('\n')));
