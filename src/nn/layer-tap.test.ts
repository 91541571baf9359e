import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { openStyleGan2Snapshot, openStyleGan3Snapshot } from '../checkpoints/stylegan-snapshot.ts';
import { RandomState } from '../random/random-state.ts';
import { releaseBackend, useBackend } from './backend/use-backend.ts';
import { tapLayers } from './layer-tap.ts';
import { madeUpWeights, TINY_CONFIG } from './pix2pixhd/fixtures/tiny-model.ts';
import { loadPix2PixHd } from './pix2pixhd/load-pix2pixhd.ts';
import { renderImage } from './pix2pixhd/render-image.ts';
import type { DrawRequest } from './stylegan/draw-masks.ts';
import { inspectMaskLayers } from './stylegan/inspect-mask-layers.ts';
import { latentTensor } from './stylegan/latents.ts';
import type { MaskNetwork } from './stylegan/mask-network.ts';
import { loadStyleGan2 } from './stylegan2/load-stylegan2.ts';
import { loadStyleGan3 } from './stylegan3/load-stylegan3.ts';
import * as tf from './tf.ts';

function fixture(name: string): ReturnType<typeof bytesSource> {
  const file = fileURLToPath(new URL(`../checkpoints/fixtures/${name}.pkl`, import.meta.url));
  return bytesSource(name, readFileSync(file));
}

const request = ({ config }: MaskNetwork): DrawRequest => ({
  z: new RandomState(3).randn(config.zDim),
  classIndex: 1,
  psi: 0.7,
  cutoff: null,
  transform: { translateX: 0.1, translateY: 0, rotateDegrees: 10 },
  noise: { mode: 'const' },
});

const loaders = {
  StyleGAN3() {
    const { config, weights } = openStyleGan3Snapshot(fixture('02_sg3_t32_cond'));
    return loadStyleGan3(config, weights);
  },
  StyleGAN2() {
    const { config, weights } = openStyleGan2Snapshot(fixture('02_sg2_g32_cond'));
    return loadStyleGan2(config, weights);
  },
};

const tensorCount = () => tf.memory().numTensors;

/** Every map of a run, kept whole and worked out in double precision. */
function plainMaps(model: MaskNetwork) {
  const maps = new Map<string, { shape: number[]; values: Float32Array }>();
  const ws = latentTensor(model, request(model));
  const image = model.draw(ws, request(model), (name, tensor) => {
    if (tensor.rank !== 4) return;
    maps.set(name, { shape: tensor.shape, values: tensor.dataSync() as Float32Array });
  });
  tf.dispose([ws, image]);
  return maps;
}

function plainNumbers(values: Float32Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    mean,
    std: Math.sqrt(square / values.length),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

beforeAll(async () => {
  await useBackend('wasm');
});
afterAll(releaseBackend);

describe.each(['StyleGAN3', 'StyleGAN2'] as const)('the layers of %s', (kind) => {
  it('have the numbers of a plain computation, and leave nothing behind', async () => {
    const before = tensorCount();
    const model = loaders[kind]();
    const plain = plainMaps(model);
    const loaded = tensorCount();
    const { layers, picture } = await inspectMaskLayers(model, request(model), null);
    expect(tensorCount()).toBe(loaded);
    expect(picture).toBeNull();
    expect(layers.map(({ name }) => name)).toEqual([...plain.keys()]);
    expect(layers.length).toBeGreaterThan(5);
    for (const { name, height, width, channels, ...numbers } of layers) {
      const { shape, values } = plain.get(name)!;
      expect([1, height, width, channels]).toEqual(shape);
      const expected = plainNumbers(values);
      for (const key of ['mean', 'std', 'min', 'max'] as const) {
        expect(Math.abs(numbers[key] - expected[key])).toBeLessThan(1e-4 * (1 + expected.std));
      }
    }
    model.dispose();
    expect(tensorCount()).toBe(before);
  });

  it('give any channel as pixels', async () => {
    const model = loaders[kind]();
    const plain = plainMaps(model);
    const loaded = tensorCount();
    for (const [layer, { shape, values }] of [...plain].slice(1, 5)) {
      const [, height, width, channels] = shape;
      const channel = channels - 1;
      const wanted = { layer, channel };
      const { picture } = await inspectMaskLayers(model, request(model), wanted);
      expect([picture?.width, picture?.height, picture?.channels]).toEqual([width, height, 1]);
      expect(picture?.data).toEqual(values.filter((_, at) => at % channels === channel));
    }
    expect(tensorCount()).toBe(loaded);
    model.dispose();
  });

  it('refuse a channel or a layer that is not there', async () => {
    const model = loaders[kind]();
    const loaded = tensorCount();
    const [name] = plainMaps(model).keys();
    for (const wanted of [
      { layer: name, channel: 9999 },
      { layer: 'nowhere', channel: 0 },
    ]) {
      await expect(inspectMaskLayers(model, request(model), wanted)).rejects.toMatchObject({
        code: 'bad-option',
      });
    }
    expect(tensorCount()).toBe(loaded);
    model.dispose();
  });
});

it('taps the modules of pix2pixHD', async () => {
  const before = tensorCount();
  const model = loadPix2PixHd(TINY_CONFIG, madeUpWeights(TINY_CONFIG));
  const loaded = tensorCount();
  const tap = tapLayers({ layer: 'model.1', channel: 2 });
  const labels = { width: 16, height: 12, channels: 1 as const, data: new Uint8Array(192).fill(1) };
  const instances = { width: 16, height: 12, data: new Int32Array(192).fill(1) };
  const features = new Map([[1, [0.5, -0.5]]]);
  const image = await renderImage(
    model,
    { labels, instances, features },
    undefined,
    (module, output) => tap.observe(module.name, output),
  );
  const { layers, picture } = await tap.read();
  tap.dispose();
  expect(tensorCount()).toBe(loaded);
  expect(layers.map(({ name }) => name)).toEqual(model.generator.modules.map(({ name }) => name));
  expect([picture?.width, picture?.height]).toEqual([16, 12]);
  const last = layers.at(-1)!;
  expect(last.max).toBeCloseTo(Math.max(...image.data), 5);
  expect(last.mean).toBeCloseTo(plainNumbers(image.data).mean, 4);
  model.dispose();
  expect(tensorCount()).toBe(before);
});
