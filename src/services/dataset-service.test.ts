import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { exportDataset } from '../dataset/export-dataset.ts';
import { concatenate } from '../dataset/fixtures/concatenate.ts';
import { tinySample } from '../dataset/fixtures/tiny-sample.ts';
import { plainSource } from '../dataset/sample-source.ts';
import { CytoForgeError } from '../errors.ts';
import { exampleRecipe } from '../pipeline/fixtures/example-recipe.ts';
import { createDatasetService } from './dataset-service.ts';

const edits = { width: 4, height: 3, labels: 'AAAA', nuclei: null };

/** A set of 20 samples, of which the fourth is edited. */
async function writtenSet(): Promise<Uint8Array> {
  const recipes = Array.from({ length: 20 }, (_, seed) => ({
    ...exampleRecipe,
    seed,
    edits: seed === 3 ? edits : null,
  }));
  return concatenate(
    exportDataset({
      appVersion: '0.1.0',
      bundles: [],
      source: plainSource(recipes),
      makeSample: async ({ seed }) => tinySample(seed),
    }),
  );
}

/** A service over bytes: the blob is only a handle here. */
function over(bytes: Uint8Array) {
  return createDatasetService((_, name) => bytesSource(name, bytes));
}
const file = new Blob([]);

describe('createDatasetService', () => {
  it('tells what an archive is', async () => {
    const look = (files: Record<string, Uint8Array>) => over(zipSync(files)).look(file, 'x.zip');
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(await over(await writtenSet()).look(file, 'x.zip')).toBe('dataset');
    expect(await look({ 'dataset.json': text({ labels: [] }) })).toBe('other');
    expect(await look({ 'a/model.json': text({}) })).toBe('model');
    expect(await over(new Uint8Array(9)).look(file, 'x.zip')).toBe('other');
  });

  it('opens a set: recipes, edits, pictures and pixels', async () => {
    const service = over(await writtenSet());
    const opened = await service.open(file, 'x.zip');
    expect(opened).toMatchObject({ count: 20, rejected: 0, appVersion: '0.1.0' });
    expect(opened.edited.map(({ seed }) => seed)).toEqual([3]);
    const items = await service.sheet(1);
    expect(items.map(({ index }) => index)).toEqual([16, 17, 18, 19]);
    expect(items[2].recipe).toEqual({ ...exampleRecipe, seed: 18 });
    const sample = await service.sample(18);
    expect(sample?.labels).toEqual(tinySample(18).labels);
    expect(sample?.image).toEqual(tinySample(18).image);
    expect(await service.sample(20)).toBeNull();
    await service.close();
    expect(await service.sheet(0)).toEqual([]);
  });

  it('refuses a manifest that is none, and one that unpacks to more than it can hold', async () => {
    const broken = new TextEncoder().encode('{"format": "cytoforge-dataset"');
    await expect(over(zipSync({ 'dataset.json': broken })).open(file, 'x')).rejects.toMatchObject({
      code: 'bad-recipe',
    });
    const bomb = zipSync({ 'dataset.json': new Uint8Array(80 << 20) });
    await expect(over(bomb).open(file, 'x.zip')).rejects.toMatchObject({ code: 'refused-archive' });
  });

  it('measures a real set, and says when there is none', async () => {
    const service = over(await writtenSet());
    const seen: number[] = [];
    const measured = await service.measure([{ file, path: 'x.zip' }], 'x', (done) => {
      seen.push(done);
    });
    expect(measured).toMatchObject({ layout: 'cytoforge', skipped: 0 });
    expect(measured.summary).toMatchObject({ samples: 20, objects: 40 });
    expect(measured.summary.features.area.mean).toBe(3);
    expect(seen.at(-1)).toBe(20);
    const nothing = over(zipSync({ 'readme.txt': new Uint8Array(3) }));
    await expect(
      nothing.measure([{ file, path: 'x.zip' }], 'x', () => undefined),
    ).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('reads a damaged set, or says what is wrong with it', async () => {
    const whole = await writtenSet();
    const damage = fc.record({
      cut: fc.nat(whole.length),
      at: fc.array(fc.nat(whole.length - 1), { maxLength: 4 }),
      level: fc.nat(255),
      isCut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ cut, at, level, isCut }) => {
        const bytes = isCut ? whole.slice(0, cut) : whole.slice();
        for (const place of at) if (place < bytes.length) bytes[place] = level;
        const service = over(bytes);
        expect(['dataset', 'model', 'other']).toContain(await service.look(file, 'x.zip'));
        try {
          await service.open(file, 'x.zip');
          await service.sheet(0);
          await service.measure([{ file, path: 'x.zip' }], 'x', () => undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(CytoForgeError);
        }
      }),
      { numRuns: 60 },
    );
  });
});
