import { beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { npyOfNumbers } from '../checkpoints/write-npy.ts';
import { defaultRecipe } from './default-recipe.ts';
import { styleGan2Bundle } from './fixtures/stylegan2-bundle.ts';
import { type Latents, latentsNpy, latentsNpz } from './latents.ts';
import { createGenerationService } from './local-generation-service.ts';
import { readLatents } from './read-latents.ts';

const bundle = await styleGan2Bundle();
const { config } = bundle.manifest;
const { numWs, wDim } = config;
const recipe = { ...defaultRecipe(bundle.manifest, null, 7), psi: 0.8 };
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  await service.load(bundle);
});

describe('recipes of several seeds', () => {
  it('draw a blend of one seed as that seed, to the bit', async () => {
    const blend = [{ seed: 7, weight: 1 }];
    const plain = await service.makeRawMask(recipe);
    expect(await service.makeRawMask({ ...recipe, seed: 3, blend })).toEqual(plain);
  });

  it('draw a blend and a mix, each the same again and each another mask', async () => {
    const blend = [3, 4].map((seed) => ({ seed, weight: 0.5 }));
    const mix = { seed: 1000, layers: [0, 1, 2] };
    const recipes = [recipe, { ...recipe, blend }, { ...recipe, mix }, { ...recipe, blend, mix }];
    const masks = await Promise.all(recipes.map((each) => service.makeRawMask(each)));
    const again = await Promise.all(recipes.map((each) => service.makeRawMask(each)));
    expect(again).toEqual(masks);
    expect(new Set(masks.map(({ data }) => data.join())).size).toBe(4);
  });

  it('are refused for a w that the model does not have', async () => {
    const mix = { seed: 1, layers: [numWs] };
    const refused = { code: 'bad-recipe', details: { where: 'recipe, field mix.layers' } };
    await expect(service.makeRawMask({ ...recipe, mix })).rejects.toMatchObject(refused);
    await expect(service.makeLatents({ ...recipe, mix })).rejects.toMatchObject(refused);
  });
});

describe('w as files', () => {
  const latentsOf = (seeds: number[]) =>
    Promise.all(seeds.map((seed) => service.makeLatents({ ...recipe, seed })));

  it('come back from .npz and .npy to the bit, and draw what their recipes draw', async () => {
    const seeds = [7, 4_294_967_295];
    const latents = await latentsOf(seeds);
    const npz = readLatents(bytesSource('ws.npz', await latentsNpz(latents, seeds)), config);
    expect(npz).toEqual({ latents, seeds });
    const npy = readLatents(bytesSource('ws.npy', latentsNpy(latents)), config);
    expect(npy).toEqual({ latents, seeds: null });
    const mask = await service.makeRawMask(recipe);
    expect(await service.makeMaskOfLatents(recipe, npz.latents[0])).toEqual(mask);
  });

  it('may be those of one sample, in any numbers', async () => {
    const [{ data }] = await latentsOf([7]);
    const bytes = npyOfNumbers([numWs, wDim], Float64Array.from(data));
    expect(readLatents(bytesSource('w.npy', bytes), config).latents[0].data).toEqual(data);
  });

  const filled = (shape: number[], value = 0): Uint8Array =>
    npyOfNumbers(shape, new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(value));
  it.each([
    ['another number of w', filled([2, numWs + 1, wDim]), `shape [2,${numWs + 1},${wDim}]`],
    ['no sample', filled([0, numWs, wDim]), `shape [0,${numWs},${wDim}]`],
    ['one axis', filled([numWs * wDim]), `shape [${numWs * wDim}]`],
    ['a value that is no number', filled([1, numWs, wDim], Number.NaN), 'NaN at 0'],
  ])('are refused with %s', (_, bytes, found) => {
    const read = () => readLatents(bytesSource('ws.npy', bytes), config);
    expect(read).toThrow(
      expect.objectContaining({ code: 'bad-option', details: expect.objectContaining({ found }) }),
    );
  });

  it('are refused when the archive has no w', async () => {
    const latents: Latents[] = await latentsOf([1]);
    const text = new TextDecoder('latin1').decode(await latentsNpz(latents, [1]));
    const renamed = Uint8Array.from(text.replaceAll('w.npy', 'x.npy'), (c) => c.charCodeAt(0));
    expect(() => readLatents(bytesSource('ws.npz', renamed), config)).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
  });
});
