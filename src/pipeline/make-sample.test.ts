import { describe, expect, it } from 'vitest';
import type { ByteImage } from '../imaging/image.ts';
import type { RenderRequest } from '../nn/pix2pixhd/generator-input.ts';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { makeSample, type SampleNetworks } from './make-sample.ts';
import type { SampleRecipe } from './recipe.ts';

/** Two squares of 2 × 2 on 8 × 4. */
const rawMask: ByteImage = {
  width: 8,
  height: 4,
  channels: 1,
  data: Uint8Array.from({ length: 32 }, (_, at) => {
    const [x, y] = [at % 8, Math.floor(at / 8)];
    return (y === 1 || y === 2) && [1, 2, 5, 6].includes(x) ? 255 : 0;
  }),
};
const recipe: SampleRecipe = {
  ...exampleRecipe,
  truth: { threshold: 128, fillHoles: true, split: 'components', smallestObject: 0 },
  size: { width: 8, height: 4, resampling: 'nearest' },
  style: { mode: 'cluster', cluster: 1, seed: 0, byInstance: { '2': 2 }, palette: null },
};

function fakeNetworks(changes: Partial<typeof exampleImageManifest.config> = {}) {
  const requests: RenderRequest[] = [];
  const manifest = {
    ...exampleImageManifest,
    config: { ...exampleImageManifest.config, ...changes },
  };
  const networks: SampleNetworks = {
    drawMask: async () => rawMask,
    image: {
      manifest,
      async render(request) {
        requests.push(request);
        return { width: 8, height: 4, channels: 1, data: new Uint8Array(32).fill(9) };
      },
    },
  };
  return { networks, requests };
}

describe('makeSample', () => {
  it('hands the image model classes, official instance ids and centres', async () => {
    const { networks, requests } = fakeNetworks();
    const sample = await makeSample(recipe, networks);
    const [{ labels, instances, features }] = requests;
    expect(new Set(labels.data)).toEqual(new Set([0, 1]));
    expect(new Set(instances?.data)).toEqual(new Set([0, 1001, 1002]));
    expect([...(features ?? [])]).toEqual([
      [0, [0.1]],
      [1001, [1.1]],
      [1002, [1.2]],
    ]);
    expect(sample.instances.map(({ id, area, cluster }) => [id, area, cluster])).toEqual([
      [1, 4, 1],
      [2, 4, 2],
    ]);
    expect(sample.image?.data[0]).toBe(9);
    expect(sample.mask.data).toEqual(rawMask.data);
  });

  it('hands a model without classes the mask itself', async () => {
    const { networks, requests } = fakeNetworks({ labelNc: 0 });
    await makeSample(recipe, networks);
    expect(requests[0].labels.data).toEqual(rawMask.data);
  });

  it('hands a model with features per class those of classes', async () => {
    const { networks, requests } = fakeNetworks({ labelFeat: true });
    await makeSample(recipe, networks);
    expect([...(requests[0].features?.keys() ?? [])]).toEqual([0, 1]);
  });

  it('makes masks only when there is no image model', async () => {
    const sample = await makeSample(recipe, { drawMask: async () => rawMask, image: null });
    expect(sample.image).toBeNull();
    expect(sample.instances.map(({ cluster }) => cluster)).toEqual([null, null]);
  });

  it('keeps the image from before the optics', async () => {
    const { networks } = fakeNetworks();
    const optics = { psfSigma: 0, photonsAtWhite: 0, readNoise: 0, offset: 11, seed: 0 };
    const sample = await makeSample({ ...recipe, optics }, networks);
    expect([sample.image?.data[0], sample.cells?.data[0]]).toEqual([20, 9]);
  });

  it('stops between the stages', async () => {
    const stop = new AbortController();
    const { networks, requests } = fakeNetworks();
    const drawMask = async () => {
      stop.abort();
      return rawMask;
    };
    await expect(makeSample(recipe, { ...networks, drawMask }, stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(requests).toHaveLength(0);
  });
});
