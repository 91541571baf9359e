import { beforeAll, describe, expect, it } from 'vitest';
import { defaultRecipe } from './default-recipe.ts';
import { styleGan2Bundle } from './fixtures/stylegan2-bundle.ts';
import { createGenerationService } from './local-generation-service.ts';

const bundle = await styleGan2Bundle();
const recipe = defaultRecipe(bundle.manifest, null, 7);
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  await service.load(bundle);
});

describe('a StyleGAN2 mask model', () => {
  it('is drawn with its stored noise and its first class where nothing is said', () => {
    expect(recipe).toMatchObject({ noiseMode: 'const', classIndex: 0, size: { width: 32 } });
  });

  it('makes a sample, the same one again', async () => {
    const [first, second] = [await service.makeSample(recipe), await service.makeSample(recipe)];
    expect([first.rawMask.width, first.rawMask.channels]).toEqual([32, 1]);
    expect({ ...second, timing: null }).toEqual({ ...first, timing: null });
  });

  it('draws another mask in each noise mode, each one again', async () => {
    const modes = ['const', 'random', 'none', 'random'] as const;
    const masks: number[][] = [];
    for (const noiseMode of modes) {
      masks.push([...(await service.makeRawMask({ ...recipe, noiseMode })).data]);
    }
    expect(masks[3]).toEqual(masks[1]);
    expect(new Set(masks.map((mask) => mask.join())).size).toBe(3);
  });

  it('refuses a class it does not have', async () => {
    await expect(service.makeRawMask({ ...recipe, classIndex: 3 })).rejects.toMatchObject({
      code: 'bad-recipe',
    });
  });

  it('is no image model', async () => {
    const asImage = { ...recipe, imageModel: recipe.maskModel };
    await expect(service.makeSample(asImage)).rejects.toMatchObject({
      code: 'bad-recipe',
      details: { found: 'a stylegan2 model' },
    });
  });
});
