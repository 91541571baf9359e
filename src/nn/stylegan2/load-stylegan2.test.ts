import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openStyleGan2Snapshot } from '../../checkpoints/stylegan-snapshot.ts';
import { RandomState } from '../../random/random-state.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import { type DrawRequest, drawMasks } from '../stylegan/draw-masks.ts';
import type { Noise } from '../stylegan/mask-network.ts';
import * as tf from '../tf.ts';
import { loadStyleGan2 } from './load-stylegan2.ts';

const FILE = fileURLToPath(
  new URL('../../checkpoints/fixtures/02_sg2_g32_cond.pkl', import.meta.url),
);
const { config, weights } = openStyleGan2Snapshot(bytesSource('g32', readFileSync(FILE)));

const request = (seed: number, noise: Noise = { mode: 'const' }): DrawRequest => ({
  z: new RandomState(seed).randn(config.zDim),
  classIndex: seed % config.cDim,
  psi: 0.7,
  cutoff: null,
  transform: { translateX: 0, translateY: 0, rotateDegrees: 0 },
  noise,
});

const random = (seed: number): Noise => ({ mode: 'random', seed });
const tensorCount = () => tf.memory().numTensors;

async function draw(requests: DrawRequest[]): Promise<Float32Array[]> {
  const model = loadStyleGan2(config, weights);
  const images = await drawMasks(model, requests);
  model.dispose();
  return images.map(({ data }) => data as Float32Array);
}

beforeAll(async () => {
  await useBackend('wasm');
});
afterAll(releaseBackend);

describe('loadStyleGan2', () => {
  it('gives back every tensor, in every noise mode', async () => {
    const before = tensorCount();
    const model = loadStyleGan2(config, weights);
    const loaded = tensorCount();
    await drawMasks(model, [request(1), request(1, { mode: 'none' }), request(1, random(1))]);
    expect(tensorCount()).toBe(loaded);
    const ws = tf.tidy(() => model.mapping(tf.ones([1, config.zDim]), tf.ones([1, config.cDim])));
    model.synthesis(ws).dispose();
    expect(tensorCount()).toBe(loaded + 1);
    ws.dispose();
    model.dispose();
    expect(tensorCount()).toBe(before);
  });

  it.each([
    'mapping.fc1.weight',
    'synthesis.b4.const',
    'synthesis.b16.conv0.noise_const',
    'synthesis.b16.resample_filter',
    'synthesis.b32.torgb.bias',
  ])('leaves nothing behind when %s is missing', (missing) => {
    const before = tensorCount();
    const broken = {
      names: weights.names,
      has: weights.has,
      read: (name: string) => weights.read(name === missing ? 'nowhere' : name),
    };
    expect(() => loadStyleGan2(config, broken)).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    expect(tensorCount()).toBe(before);
  });

  it('refuses a layer of another size by name', () => {
    const blocks = config.blocks.map((block, i) =>
      i === 2 ? { ...block, conv1: { ...block.conv1, inChannels: 7 } } : block,
    );
    expect(() => loadStyleGan2({ ...config, blocks }, weights)).toThrow(
      'synthesis.b16.conv1.weight',
    );
  });

  it('needs no noise tensors where a layer has no noise', async () => {
    const blocks = config.blocks.map((block) => ({
      ...block,
      conv0: block.conv0 && { ...block.conv0, useNoise: false },
      conv1: { ...block.conv1, useNoise: false },
    }));
    const model = loadStyleGan2({ ...config, blocks }, weights);
    const [image] = await drawMasks(model, [request(3, random(3))]);
    model.dispose();
    const [without] = await draw([request(3, { mode: 'none' })]);
    expect(image.data).toEqual(without);
  });
});

describe('synthesis', () => {
  it('gives a sample the same bits in a batch as alone', () => {
    const model = loadStyleGan2(config, weights);
    const [batch, ...alone] = tf.tidy(() => {
      const z = tf.tensor2d(
        [0, 1, 2].flatMap((seed) => Array.from(new RandomState(seed).randn(config.zDim))),
        [3, config.zDim],
      );
      const c = tf.oneHot(tf.tensor1d([2, 0, 1], 'int32'), config.cDim) as tf.Tensor2D;
      const ws = model.mapping(z, c);
      const singles = [0, 1, 2].map((i) =>
        model.synthesis(tf.slice3d(ws, [i, 0, 0], [1, config.numWs, config.wDim])),
      );
      return [model.synthesis(ws), ...singles];
    });
    const expected = alone.flatMap((image) => Array.from(image.dataSync()));
    expect(Array.from(batch.dataSync())).toEqual(expected);
    tf.dispose([batch, ...alone]);
    model.dispose();
  });

  it('repeats random noise by its seed', async () => {
    const [first, again, other, stored, none] = await draw([
      request(5, random(5)),
      request(5, random(5)),
      request(5, random(6)),
      request(5),
      request(5, { mode: 'none' }),
    ]);
    expect(again).toEqual(first);
    for (const image of [other, stored, none]) expect(image).not.toEqual(first);
    expect(stored).not.toEqual(none);
  });

  it('draws its noise from the stream after z', async () => {
    const stream = new RandomState(5);
    stream.randn(config.zDim);
    const noiseOf = new Map<string, Float32Array>();
    for (const { resolution, conv0 } of config.blocks) {
      for (const layer of conv0 ? ['conv0', 'conv1'] : ['conv1']) {
        const values = Float32Array.from(stream.randn(resolution ** 2));
        noiseOf.set(`synthesis.b${resolution}.${layer}.noise_const`, values);
      }
    }
    const model = loadStyleGan2(config, {
      ...weights,
      read: (name: string) => {
        const tensor = weights.read(name);
        return { ...tensor, data: noiseOf.get(name) ?? tensor.data };
      },
    });
    const [fromStored] = await drawMasks(model, [request(5)]);
    model.dispose();
    const [fromStream] = await draw([request(5, random(5))]);
    const differences = Array.from(fromStream, (value, i) => Math.abs(value - fromStored.data[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-6);
  });

  it('does not feel a placement, as the original', async () => {
    const moved = { translateX: 0.25, translateY: 0, rotateDegrees: 30 };
    const [still, turned] = await draw([request(5), { ...request(5), transform: moved }]);
    expect(turned).toEqual(still);
  });
});
