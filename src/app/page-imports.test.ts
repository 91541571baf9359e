import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a file imports when it runs: not types, and not the workers, which have bundles of their own. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(
    /(?:^|\n)(?:import|export)\s+(?!type\b)([^;]*?from\s+)?'([^']+)'|\bimport\('([^']+)'\)/g,
  );
  return [...statements]
    .filter(([, names]) => !names || !/^\{(\s*type\s[^,}]+,?)+\s*\}/.test(names))
    .map(([, , from, lazily]) => from ?? lazily);
}

/** Every file that `start` brings along, with the one that asked for it first. */
function reachableFrom(start: string): Map<string, string> {
  const reached = new Map([[start, '']]);
  for (const file of reached.keys()) {
    for (const name of importsOf(file).filter((each) => each.startsWith('.'))) {
      const path = join(dirname(file), name);
      if (/\.tsx?$/.test(path) && existsSync(path) && !reached.has(path)) reached.set(path, file);
    }
  }
  return reached;
}

/** From a file back to the page. */
function chainTo(file: string, reached: ReadonlyMap<string, string>): string[] {
  const asker = reached.get(file);
  return [file.slice(ROOT.length + 1), ...(asker ? chainTo(asker, reached) : [])];
}

describe('the page', () => {
  const reached = reachableFrom(join(ROOT, 'src/app/main.tsx'));

  it('is followed to its ends', () => {
    const files = [...reached.keys()].map((file) => file.slice(ROOT.length + 1));
    expect(files).toContain('src/store/studio-store.ts');
    expect(files).toContain('src/nn/pix2pixhd/estimate-memory.ts');
    expect(files.length).toBeGreaterThan(200);
  });

  it.each([
    ['TensorFlow.js', 'src/nn/tf.ts'],
    ['the pickle interpreter', 'src/checkpoints/pickle/interpreter.ts'],
    ['the ZIP reader', 'src/checkpoints/zip-read.ts'],
  ])('does not bring %s along: that is for workers', (_, path) => {
    const file = join(ROOT, path);
    expect(existsSync(file)).toBe(true);
    expect(reached.has(file) ? chainTo(file, reached) : []).toEqual([]);
  });
});
