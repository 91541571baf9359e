import { beforeAll, describe, expect, it } from 'vitest';
import type { Pix2PixHdManifest, StyleGan3Manifest } from '../checkpoints/bundle/manifest.ts';
import { estimateRenderBytes } from '../nn/pix2pixhd/estimate-memory.ts';
import { defaultRecipe, modelReference } from './default-recipe.ts';
import { estimateDrawBytes } from './estimate-memory.ts';
import { demoBundle } from './fixtures/demo-bundle.ts';
import { createGenerationService } from './local-generation-service.ts';
import { measureInstances } from './sample-measures.ts';

const mask = demoBundle('stylegan3-t-nuclei-64');
const image = demoBundle('pix2pixhd-nuclei');
const spots = demoBundle('pix2pixhd-spots');
const recipe = {
  ...defaultRecipe(mask.manifest as StyleGan3Manifest, image.manifest as Pix2PixHdManifest, 5),
  size: { width: 72, height: 64, resampling: 'bicubic' as const },
};
const service = createGenerationService();

beforeAll(async () => {
  await service.start('wasm');
  for (const bundle of [mask, image, spots]) await service.load(bundle);
});

describe('the generation service', () => {
  it('makes mask, labels and image of one size', async () => {
    const { rawMask, mask, labels, image, instances, timing } = await service.makeSample(recipe);
    expect([rawMask.width, rawMask.height, rawMask.channels]).toEqual([64, 64, 1]);
    for (const map of [mask, labels, image]) expect([map?.width, map?.height]).toEqual([72, 64]);
    expect(image?.channels).toBe(1);
    expect([...mask.data]).toEqual([...labels.data].map((id) => (id ? 255 : 0)));
    expect(instances.length).toBeGreaterThan(1);
    expect(instances.map(({ id }) => id)).toEqual(instances.map((_, at) => at + 1));
    expect(instances.every(({ cluster }) => cluster !== null && cluster < 10)).toBe(true);
    expect(timing.image).toBeGreaterThan(0);
    const brightness = (inside: boolean) => {
      const levels = [...(image?.data ?? [])].filter((_, at) => mask.data[at] > 0 === inside);
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    };
    expect(brightness(true)).toBeGreaterThan(3 * brightness(false));
  });

  it('gives the same pixels for the same recipe, and the mask of the grid', async () => {
    const [first, second] = [await service.makeSample(recipe), await service.makeSample(recipe)];
    expect({ ...second, timing: null }).toEqual({ ...first, timing: null });
    expect(await service.makeRawMask(recipe)).toEqual(first.rawMask);
  });

  it('changes the image, not the truth, with the style', async () => {
    const plain = await service.makeSample(recipe);
    const style = { ...recipe.style, seed: 77 };
    const other = await service.makeSample({ ...recipe, style });
    expect(other.labels).toEqual(plain.labels);
    expect(other.image).not.toEqual(plain.image);
  });

  it('renders with a model that reads the mask itself', async () => {
    const { name, provenance } = spots.manifest;
    const imageModel = { name, sha256: provenance.weightsSha256 };
    const sample = await service.makeSample({ ...recipe, imageModel });
    expect(sample.image?.width).toBe(72);
    expect(sample.instances[0].cluster).toBeNull();
  });

  it('renders spots with the spot model: light where points are, the same each time', async () => {
    const spotModel = modelReference(spots.manifest);
    const cluster = { x: 30, y: 40, count: 12, sigmaMajor: 10, sigmaMinor: 6, angleDegrees: 0 };
    const plan = {
      seed: 1,
      clusters: [cluster],
      scatters: [],
      radius: { from: 2, to: 2 },
      intensity: { from: 200, to: 200 },
      fallOff: 0,
      rendering: 'model' as const,
      spotModel,
      composite: { mode: 'sum' as const, opacity: 1 },
    };
    const before = await service.memory();
    const sample = await service.makeSample({ ...recipe, spots: plan });
    expect((await service.memory()).tensors).toBe(before.tensors);
    const { mask, light, list } = sample.spots ?? {};
    if (!mask || !light || !list) throw new Error('no spots');
    expect(list.length).toBe(12);
    const brightness = (marked: boolean) => {
      const levels = [...mask.data.keys()]
        .filter((at) => mask.data[at] > 0 === marked)
        .map((at) => light.data[at * light.channels]);
      return levels.reduce((sum, level) => sum + level, 0) / levels.length;
    };
    expect(brightness(true)).toBeGreaterThan(2 * brightness(false));
    const plain = await service.makeSample(recipe);
    expect(sample.cells).toEqual(plain.image);
    expect(plain).not.toHaveProperty('cells');
    const again = await service.makeSample({ ...recipe, spots: plan });
    expect({ ...again, timing: null }).toEqual({ ...sample, timing: null });
    const wrong = { ...plan, spotModel: modelReference(image.manifest) };
    await expect(service.makeSample({ ...recipe, spots: wrong })).rejects.toMatchObject({
      code: 'bad-recipe',
      details: { found: image.manifest.name },
    });
  });

  it('leaves nothing behind, after samples, cancelling and unloading', async () => {
    const before = await service.memory();
    await service.makeSample(recipe);
    const stop = new AbortController();
    const cancelled = service.makeSample(recipe, stop.signal);
    stop.abort();
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect((await service.memory()).tensors).toBe(before.tensors);
    await service.load(image);
    expect((await service.memory()).tensors).toBe(before.tensors);
    const own = createGenerationService();
    await own.load(image);
    expect((await service.memory()).tensors).toBeGreaterThan(before.tensors);
    await own.unload(image.manifest.provenance.weightsSha256);
    expect((await service.memory()).tensors).toBe(before.tensors);
  });

  it('measures what is in a sample without its image, from a mask of its own or a given one', async () => {
    const { rawMask, instances } = await service.makeSample(recipe);
    const measures = await service.measureSample(recipe, null);
    expect(measures).toEqual(measureInstances(instances, recipe.size));
    expect(measures.cells).toBeGreaterThan(1);
    expect(await service.measureSample(recipe, rawMask)).toEqual(measures);
  });

  it('says what the layers of both networks make, and leaves nothing behind', async () => {
    const before = await service.memory();
    const canvas = { width: 150, height: 96 };
    const masks = await service.inspectLayers(
      { ...recipe, canvas },
      { network: 'mask', channel: { layer: 'layer.input', channel: 1 } },
    );
    const { config } = mask.manifest as StyleGan3Manifest;
    expect(
      masks.layers.slice(1).map(({ name, width, channels }) => [name, width, channels]),
    ).toEqual(
      config.layers.map(({ name, outSize, outChannels }) => [
        `layer.${name}`,
        outSize,
        outChannels,
      ]),
    );
    expect(masks.picture?.width).toBe(masks.layers[0].width);
    const images = await service.inspectLayers(recipe, { network: 'image', channel: null });
    const last = images.layers.at(-1);
    expect([last?.width, last?.height, last?.channels]).toEqual([72, 64, 3]);
    expect(images.layers.length).toBeGreaterThan(20);
    await expect(
      service.inspectLayers({ ...recipe, imageModel: null }, { network: 'image', channel: null }),
    ).rejects.toMatchObject({ code: 'bad-recipe' });
    expect((await service.memory()).tensors).toBe(before.tensors);
  });

  it('refuses a model that is not there or of another kind', async () => {
    const absent = { name: 'gone', sha256: 'f'.repeat(64) };
    await expect(service.makeSample({ ...recipe, maskModel: absent })).rejects.toMatchObject({
      code: 'bad-recipe',
      details: { found: 'no such model' },
    });
    await expect(
      service.makeSample({ ...recipe, maskModel: recipe.imageModel ?? absent }),
    ).rejects.toMatchObject({ code: 'bad-recipe', details: { found: 'a pix2pixhd model' } });
  });

  it('draws a canvas, with the mask of the training size in its middle', async () => {
    const plain = await service.makeRawMask(recipe);
    const canvas = { width: 150, height: 96 };
    const size = { ...recipe.size, width: 200, height: 128 };
    const { rawMask, labels, image } = await service.makeSample({ ...recipe, canvas, size });
    expect([rawMask.width, rawMask.height]).toEqual([150, 96]);
    expect([labels.width, labels.height, image?.width, image?.height]).toEqual([
      200, 128, 200, 128,
    ]);
    let largest = 0;
    for (let y = 0; y < 64; y++) {
      for (let x = 0; x < 64; x++) {
        const inField = rawMask.data[(y + 16) * 150 + x + 43];
        largest = Math.max(largest, Math.abs(inField - plain.data[y * 64 + x]));
      }
    }
    // A level at the outermost pixels, whose neighbours the original does not have.
    expect(largest).toBeLessThanOrEqual(1);
  });

  it('draws in tiles what does not fit in one piece, to the same pixels', async () => {
    const whole = await service.makeRawMask(recipe);
    const { bytes } = await service.memory();
    const needed = estimateDrawBytes(mask.manifest as StyleGan3Manifest);
    const { sha256 } = recipe.maskModel;
    const loaded = createGenerationService();
    await loaded.load(mask);
    const weights = (await service.memory()).bytes - bytes;
    await loaded.unload(sha256);
    const inParts = async (part: number) => {
      const own = createGenerationService({ memoryLimit: bytes + weights + part * needed });
      await own.load(mask);
      try {
        return await own.makeRawMask(recipe);
      } finally {
        await own.unload(sha256);
      }
    };
    expect(await inParts(0.9)).toEqual(whole);
    await expect(inParts(0.1)).rejects.toMatchObject({ code: 'out-of-memory' });
  });

  it('refuses a size that does not fit before it starts', async () => {
    const size = { ...recipe.size, width: 16_384, height: 16_384 };
    await expect(service.makeSample({ ...recipe, size })).rejects.toMatchObject({
      code: 'out-of-memory',
      details: { expected: 'at most 3,686 MiB' },
    });
  });

  it('counts the other models, with the copies that WASM keeps of them', async () => {
    const { config } = image.manifest as Pix2PixHdManifest;
    const alone = estimateRenderBytes(config, 512, 512, 'wasm');
    const tight = createGenerationService({ memoryLimit: alone + 1000 });
    await tight.start('wasm');
    for (const bundle of [mask, image]) await tight.load(bundle);
    const size = { ...recipe.size, width: 512, height: 512 };
    await expect(tight.makeSample({ ...recipe, size })).rejects.toMatchObject({
      code: 'out-of-memory',
      details: { hint: 'Choose a smaller size or another backend.' },
    });
    await tight.makeSample(recipe);
    for (const { manifest } of [mask, image]) {
      await tight.unload(manifest.provenance.weightsSha256);
    }
  });
});
