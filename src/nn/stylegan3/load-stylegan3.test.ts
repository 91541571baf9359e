import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { openStyleGan3Snapshot } from '../../checkpoints/stylegan-snapshot.ts';
import { RandomState } from '../../random/random-state.ts';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import { type DrawRequest, drawMasks, toGreyLevels } from '../stylegan/draw-masks.ts';
import * as tf from '../tf.ts';
import { loadStyleGan3 } from './load-stylegan3.ts';

const FILE = fileURLToPath(
  new URL('../../parity/fixtures/goldens/02_sg3_t32_cond.pkl', import.meta.url),
);
const { config, weights } = openStyleGan3Snapshot(bytesSource('t32', readFileSync(FILE)));
const IN_PLACE = { translateX: 0, translateY: 0, rotateDegrees: 0 };

const request = (seed: number, changes: Partial<DrawRequest> = {}): DrawRequest => ({
  z: new RandomState(seed).randn(config.zDim),
  classIndex: seed % config.cDim,
  psi: 0.7,
  cutoff: null,
  transform: IN_PLACE,
  noise: { mode: 'const' },
  ...changes,
});

const tensorCount = () => tf.memory().numTensors;

beforeAll(async () => {
  await useBackend('wasm');
});
afterAll(releaseBackend);

describe('loadStyleGan3', () => {
  it('gives back every tensor', async () => {
    const before = tensorCount();
    const model = loadStyleGan3(config, weights);
    const loaded = tensorCount();
    await drawMasks(model, [request(1)]);
    expect(tensorCount()).toBe(loaded);
    const ws = tf.tidy(() => model.mapping(tf.ones([1, config.zDim]), tf.ones([1, config.cDim])));
    expect(tensorCount()).toBe(loaded + 1);
    model.synthesis(ws).dispose();
    expect(tensorCount()).toBe(loaded + 1);
    ws.dispose();
    model.dispose();
    expect(tensorCount()).toBe(before);
  });

  it.each(['mapping.fc1.weight', 'synthesis.input.phases', 'synthesis.L3_52_12.bias'])(
    'leaves nothing behind when %s is missing',
    (missing) => {
      const before = tensorCount();
      const broken = {
        names: weights.names,
        has: (name: string) => name !== missing && weights.has(name),
        read: (name: string) => weights.read(name === missing ? 'nowhere' : name),
      };
      expect(() => loadStyleGan3(config, broken)).toThrow(
        expect.objectContaining({ code: 'missing-tensor' }),
      );
      expect(tensorCount()).toBe(before);
    },
  );

  it('refuses a layer of another size by name', () => {
    const layers = config.layers.map((layer, i) => (i === 2 ? { ...layer, inChannels: 7 } : layer));
    expect(() => loadStyleGan3({ ...config, layers }, weights)).toThrow(
      'synthesis.L2_52_12.weight',
    );
  });

  it('designs the filters that are not stored', async () => {
    const bare = {
      names: weights.names,
      has: (name: string) => !name.endsWith('_filter') && weights.has(name),
      read: weights.read,
    };
    const [stored, designed] = [loadStyleGan3(config, weights), loadStyleGan3(config, bare)];
    const [[a], [b]] = [
      await drawMasks(stored, [request(3)]),
      await drawMasks(designed, [request(3)]),
    ];
    const differences = Array.from(a.data, (value, i) => Math.abs(value - b.data[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    stored.dispose();
    designed.dispose();
  });
});

describe('synthesis', () => {
  it('gives a sample the same bits in a batch as alone, each with its own settings', async () => {
    const model = loadStyleGan3(config, weights);
    const n = 3;
    const [batch, ...alone] = tf.tidy(() => {
      const z = tf.tensor2d(
        [0, 1, 2].flatMap((seed) => Array.from(new RandomState(seed).randn(config.zDim))),
        [n, config.zDim],
      );
      const c = tf.oneHot(tf.tensor1d([2, 0, 1], 'int32'), config.cDim) as tf.Tensor2D;
      const psi = [1, 0.5, 0.7];
      const cutoff = [null, 3, null];
      const turn = [1, 0, 0.1, 0, 1, 0, 0, 0, 1];
      const transforms = [turn, [0, 1, 0, -1, 0, 0, 0, 0, 1], turn];
      const together = model.synthesis(model.mapping(z, c, { psi, cutoff }), transforms);
      const singles = [0, 1, 2].map((i) => {
        const truncation = { psi: psi[i], cutoff: cutoff[i] };
        const row = (x: tf.Tensor2D) => tf.slice2d(x, [i, 0], [1, x.shape[1]]);
        return model.synthesis(model.mapping(row(z), row(c), truncation), transforms[i]);
      });
      return [together, ...singles];
    });
    const expected = alone.flatMap((image) => Array.from(image.dataSync()));
    expect(Array.from(batch.dataSync())).toEqual(expected);
    tf.dispose([batch, ...alone]);
    model.dispose();
  });
});

describe('drawMasks', () => {
  it('draws each request with its own class, psi and place', async () => {
    const model = loadStyleGan3(config, weights);
    const moved = { translateX: 0.25, translateY: 0, rotateDegrees: 30 };
    const requests = [
      request(5),
      request(5, { classIndex: 0 }),
      request(5, { psi: 1 }),
      request(5, { transform: moved }),
    ];
    const images = await drawMasks(model, requests);
    expect(images.map(({ width, height, channels }) => [width, height, channels])).toEqual(
      images.map(() => [32, 32, 1]),
    );
    const [alone] = await drawMasks(model, [requests[3]]);
    expect(alone.data).toEqual(images[3].data);
    for (const other of images.slice(1)) expect(other.data).not.toEqual(images[0].data);
    model.dispose();
  });

  it.each([
    ['a class it does not have', { classIndex: 3 }],
    ['no class', { classIndex: null }],
    ['half a z', { z: new Float64Array(32) }],
  ])('refuses %s', async (_, changes) => {
    const model = loadStyleGan3(config, weights);
    const drawing = drawMasks(model, [request(1), request(2, changes)]);
    await expect(drawing).rejects.toMatchObject({ code: 'bad-recipe' });
    model.dispose();
  });

  it('stops between samples when it is told to', async () => {
    const model = loadStyleGan3(config, weights);
    const before = tensorCount();
    const controller = new AbortController();
    const drawing = drawMasks(model, [request(1), request(2), request(3)], controller.signal);
    setTimeout(() => controller.abort());
    await expect(drawing).rejects.toMatchObject({ name: 'AbortError' });
    expect(tensorCount()).toBe(before);
    model.dispose();
  });
});

describe('toGreyLevels', () => {
  it('floors and clamps as gen_images.py does', () => {
    const data = Float32Array.from([-2, -1, 0, 0.003, 0.9999, 1, 7]);
    const grey = toGreyLevels({ width: 7, height: 1, channels: 1, data });
    expect(Array.from(grey.data)).toEqual([0, 0, 128, 128, 255, 255, 255]);
  });
});
