/**
 * Watches what reading one file does: the memory it asks for and what it touches outside. Not for the product:
 * typed arrays are counted by standing in for their constructors.
 */

const TYPED_ARRAYS = [
  'Uint8Array',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

/** What one reading did. */
export interface Reading {
  /** Bytes of all typed arrays it made, whether or not they are still used. */
  allocated: number;
  /** What it changed outside of itself, in words; empty when all is well. */
  touched: string[];
  /** What it threw. */
  error: unknown;
}

type TypedArrayConstructor = new (...args: unknown[]) => { byteLength: number; buffer: object };

/** Names that a hostile file could set for every object or for the whole program. */
function surroundings(): string {
  const globals = Reflect.ownKeys(globalThis).map(String).sort().join();
  const prototypes = [Object, Array, Map, String, Function].map(({ prototype }) =>
    Reflect.ownKeys(prototype).map(String).join(),
  );
  return JSON.stringify([globals, prototypes, process.exitCode ?? null, Object.keys(process.env)]);
}

/** Runs `read` with counting constructors, and with `Function` and `eval` that tell when they are used. */
export function measureReading(read: () => void): Reading {
  const reading: Reading = { allocated: 0, touched: [], error: undefined };
  const scope = globalThis as unknown as Record<string, unknown>;
  const originals = new Map<string, unknown>();
  const before = surroundings();
  const replace = (name: string, value: unknown) => {
    originals.set(name, scope[name]);
    scope[name] = value;
  };
  for (const name of TYPED_ARRAYS) {
    replace(
      name,
      new Proxy(scope[name] as TypedArrayConstructor, {
        construct(target, args, newTarget) {
          const array = Reflect.construct(target, args, newTarget);
          // A view of memory that is there already costs nothing.
          if (array.buffer !== args[0]) reading.allocated += array.byteLength;
          return array;
        },
      }),
    );
  }
  const trap = (name: string) =>
    new Proxy(scope[name] as () => unknown, {
      apply: () => reading.touched.push(`called ${name}`),
      construct: () => ({ built: reading.touched.push(`constructed ${name}`) }),
    });
  replace('Function', trap('Function'));
  replace('eval', trap('eval'));
  try {
    read();
  } catch (error) {
    reading.error = error;
  } finally {
    for (const [name, value] of originals) scope[name] = value;
  }
  if (surroundings() !== before) reading.touched.push('changed globals or prototypes');
  return reading;
}
