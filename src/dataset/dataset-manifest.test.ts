import { describe, expect, it } from 'vitest';
import { parseDatasetManifest } from './dataset-manifest.ts';

const good = {
  format: 'cytoforge-dataset',
  version: 1,
  appVersion: '0.1.0',
  bundles: [],
  samples: [
    {
      index: 3,
      files: { mask: 'masks/000003.png', labels: 'labels/000003.png', image: null },
      recipe: { seed: 3 },
    },
  ],
};
const asIs = (recipe: unknown) => recipe;

describe('parseDatasetManifest', () => {
  it('gives back a good manifest, each recipe read by the caller', () => {
    const manifest = parseDatasetManifest(good, (recipe, where) => ({ recipe, where }));
    expect(manifest.samples[0].recipe).toEqual({
      recipe: { seed: 3 },
      where: 'dataset.json, sample 3',
    });
    expect(manifest.samples[0].files).toEqual(good.samples[0].files);
  });

  const escaping = structuredClone(good);
  escaping.samples[0].files.mask = '../../etc/passwd';
  it.each([
    [{ ...good, format: 'coco' }, 'field format', '"coco"'],
    [{ ...good, version: 2 }, 'field version', '2'],
    [{ ...good, samples: 'many' }, 'field samples', '"many"'],
    [escaping, 'field samples.0.files.mask', '"../../etc/passwd"'],
    [null, 'dataset.json', 'null'],
  ])('refuses a bad one and names the field', (value, where, found) => {
    expect(() => parseDatasetManifest(value, asIs)).toThrowError(
      expect.objectContaining({
        code: 'bad-recipe',
        details: expect.objectContaining({ where: expect.stringContaining(where), found }),
      }),
    );
  });
});
