import { beforeAll, describe, expect, it } from 'vitest';
import { defaultRecipe } from './default-recipe.ts';
import { styleGan2Bundle } from './fixtures/stylegan2-bundle.ts';
import { planePoint } from './latent-plane.ts';
import { createGenerationService } from './local-generation-service.ts';

const bundle = await styleGan2Bundle();
const recipe = { ...defaultRecipe(bundle.manifest, null, 0), psi: 0.8 };
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  await service.load(bundle);
});

const latentsOf = async (seed: number) => (await service.makeLatents({ ...recipe, seed })).data;

describe('a position on the latent plane', () => {
  it('draws what mixing the w of its four neighbours bilinearly draws', async () => {
    const [a, b, c, d] = await Promise.all([205, 206, 305, 306].map(latentsOf));
    const [fx, fy] = [0.3, 0.6];
    // As the visualizer does it: along x in both rows, then along y.
    const mixed = Float32Array.from(a, (_, at) => {
      const top = a[at] * (1 - fx) + b[at] * fx;
      const bottom = c[at] * (1 - fx) + d[at] * fx;
      return top * (1 - fy) + bottom * fy;
    });
    const { numWs, wDim } = bundle.manifest.config;
    const expected = await service.makeMaskOfLatents(recipe, { numWs, wDim, data: mixed });
    const drawn = await service.makeRawMask({ ...recipe, ...planePoint({ x: 5.3, y: 2.6 }) });
    const differences = expected.data.map((level, at) => Math.abs(level - drawn.data[at]));
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    const seedAlone = await service.makeRawMask({ ...recipe, seed: 305 });
    expect(drawn.data).not.toEqual(seedAlone.data);
  });

  it('draws the seed itself, to the bit, where it is whole', async () => {
    const seedAlone = await service.makeRawMask({ ...recipe, seed: 205 });
    const drawn = await service.makeRawMask({ ...recipe, ...planePoint({ x: 5, y: 2 }) });
    expect(drawn).toEqual(seedAlone);
  });
});
