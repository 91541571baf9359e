import { beforeAll, describe, expect, it } from 'vitest';
import { rgbClassesModel } from '../checkpoints/fixtures/rgb-classes-model.ts';
import { toGrey } from '../imaging/to-grey.ts';
import { defaultRecipe } from './default-recipe.ts';
import { createGenerationService } from './local-generation-service.ts';

const { manifest, files } = await rgbClassesModel(1000);
const shards = manifest.weightsManifest[0].paths.map(
  (path) => (files.get(path) as Uint8Array).slice().buffer as ArrayBuffer,
);
const recipe = {
  ...defaultRecipe(manifest, null, 3),
  classIndex: 999,
  truth: { threshold: 'otsu', fillHoles: false, split: 'components', smallestObject: 0 } as const,
};
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  await service.load({ manifest, shards });
});

describe('a mask model that draws RGB and has a thousand classes', () => {
  it('gives RGB for the grid and takes the truth from their grey', async () => {
    const { rawMask, mask, labels } = await service.makeSample(recipe);
    expect([rawMask.width, rawMask.height, rawMask.channels]).toEqual([32, 32, 3]);
    const [red, green] = [0, 1].map((c) => rawMask.data.filter((_, at) => at % 3 === c));
    expect(red).not.toEqual(green);
    expect([mask.channels, mask.width]).toEqual([1, 32]);
    const grey = toGrey(rawMask).data;
    const levels = (inside: boolean) => grey.filter((_, at) => labels.data[at] > 0 === inside);
    expect(Math.min(...levels(true))).toBeGreaterThan(Math.max(...levels(false)));
  });

  it('draws another mask for another class', async () => {
    const [last, first] = [
      await service.makeRawMask(recipe),
      await service.makeRawMask({ ...recipe, classIndex: 0 }),
    ];
    expect(last.data).not.toEqual(first.data);
    await expect(service.makeRawMask({ ...recipe, classIndex: 1000 })).rejects.toMatchObject({
      code: 'bad-recipe',
    });
  });
});
