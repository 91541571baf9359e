import { beforeAll, describe, expect, it } from 'vitest';
import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import type { FloatImage } from '../../imaging/image.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { madeUpWeights, TINY_CONFIG } from './fixtures/tiny-model.ts';
import type { RenderRequest } from './generator-input.ts';
import { loadPix2PixHd, type Pix2PixHd } from './load-pix2pixhd.ts';
import { encodeFeatures, renderImage, toPixels } from './render-image.ts';

function requestOf(width: number, height: number): RenderRequest {
  const ids = Int32Array.from({ length: width * height }, (_, i) =>
    i % width < width / 2 ? 0 : 1001,
  );
  return {
    labels: { width, height, channels: 1, data: Uint8Array.from(ids, (id) => (id ? 1 : 0)) },
    instances: { width, height, data: ids },
    features: new Map([
      [0, [0.1, 0.2]],
      [1001, [-0.3, 0.4]],
    ]),
  };
}

async function withModel<T>(
  use: (model: Pix2PixHd) => Promise<T>,
  config = TINY_CONFIG,
): Promise<T> {
  const model = loadPix2PixHd(config, madeUpWeights(config));
  try {
    return await use(model);
  } finally {
    model.dispose();
  }
}

function spread({ data }: FloatImage): number {
  return Math.max(...data) - Math.min(...data);
}

describe.each(['cpu', 'wasm'] as const)('rendering on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives an image of the size asked for, multiple or not, and leaves nothing behind', async () => {
    await withModel(async (model) => {
      const before = tf.memory().numTensors;
      for (const [width, height] of [
        [16, 12],
        [13, 9],
        [3, 5],
      ]) {
        const image = await renderImage(model, requestOf(width, height));
        expect([image.width, image.height, image.channels]).toEqual([width, height, 3]);
        expect(image.data).toHaveLength(width * height * 3);
        expect(spread(image)).toBeGreaterThan(0.01);
        expect(Math.max(...image.data.map(Math.abs))).toBeLessThanOrEqual(1);
      }
      expect(tf.memory().numTensors).toBe(before);
    });
    expect(tf.memory().numTensors).toBe(0);
  });

  it.each([
    ['one enhancer', { nLocalEnhancers: 1 }],
    ['two enhancers and batch norm', { nLocalEnhancers: 2, norm: 'batch' }],
    ['nothing but enhancers', { nDownsampleGlobal: 0 }],
  ] satisfies [string, Partial<Pix2PixHdConfig>][])('does so with %s', async (_, change) => {
    const config: Pix2PixHdConfig = { ...TINY_CONFIG, netG: 'local', ...change };
    await withModel(async (model) => {
      const before = tf.memory().numTensors;
      for (const [width, height] of [
        [16, 16],
        [13, 9],
        [1, 2],
      ]) {
        const image = await renderImage(model, requestOf(width, height));
        expect(image.data).toHaveLength(width * height * 3);
        expect(image.data.every(Number.isFinite)).toBe(true);
        expect(spread(image)).toBeGreaterThan(0.001);
      }
      expect(tf.memory().numTensors).toBe(before);
    }, config);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('crops back what mirroring padded', async () => {
    await withModel(async (model) => {
      const request = requestOf(16, 12);
      const cut = {
        ...request,
        labels: { ...request.labels, height: 10, data: request.labels.data.slice(0, 160) },
        instances: {
          width: 16,
          height: 10,
          data: Int32Array.from(request.labels.data.slice(0, 160), (c) => c * 1001),
        },
      };
      // Rows of these maps are all alike, so that mirroring continues them.
      const whole = await renderImage(model, request);
      const part = await renderImage(model, cut);
      const differences = Array.from(part.data, (value, i) => Math.abs(value - whole.data[i]));
      expect(Math.max(...differences)).toBeLessThan(1e-5);
    });
  });

  it('runs batch norms with the statistics of the image', async () => {
    const config = { ...TINY_CONFIG, norm: 'batch' as const };
    const image = await withModel((model) => renderImage(model, requestOf(8, 8)), config);
    expect(spread(image)).toBeGreaterThan(0.001);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('averages the encoder over each instance', async () => {
    await withModel(async (model) => {
      const request = requestOf(16, 12);
      const before = tf.memory().numTensors;
      const image = await renderImage(model, request);
      if (!request.instances) throw new Error('no instances');
      const features = await encodeFeatures(model, image, request.instances);
      expect([...features.keys()]).toEqual([0, 1001]);
      expect(features.get(1001)).toHaveLength(2);
      expect(tf.memory().numTensors).toBe(before);
    });
  });

  it('stops between modules when cancelled, and frees what it had', async () => {
    await withModel(async (model) => {
      const before = tf.memory().numTensors;
      const controller = new AbortController();
      let modules = 0;
      const stopped = renderImage(model, requestOf(16, 16), controller.signal, () => {
        modules++;
        if (modules === 5) controller.abort();
      });
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
      expect(modules).toBe(5);
      expect(tf.memory().numTensors).toBe(before);
    });
  });
});

describe('what cannot be rendered', () => {
  beforeAll(() => useBackend('wasm'));

  it.each([
    ['instances', { instances: null }, 'bad-option'],
    ['features', { features: null }, 'bad-option'],
    [
      'a map of the same size',
      { instances: { width: 1, height: 1, data: new Int32Array(1) } },
      'bad-image',
    ],
  ] as const)('is refused without %s', async (_, change, code) => {
    await withModel(async (model) => {
      const request = { ...requestOf(8, 8), ...change };
      await expect(renderImage(model, request)).rejects.toMatchObject({ code });
    });
    expect(tf.memory().numTensors).toBe(0);
  });

  it('is refused when the options do not add up', async () => {
    await withModel(async (model) => {
      const config = { ...model.config, instanceEdges: false };
      const rendered = renderImage({ ...model, config }, requestOf(8, 8));
      await expect(rendered).rejects.toMatchObject({ code: 'wrong-architecture' });
    });
  });

  it('says that there is no encoder', async () => {
    await withModel(
      async (model) => {
        const image = { width: 8, height: 8, channels: 3, data: new Float32Array(192) };
        const instances = { width: 8, height: 8, data: new Int32Array(64) };
        const encoded = encodeFeatures(model, image, instances);
        await expect(encoded).rejects.toMatchObject({ code: 'unsupported' });
      },
      { ...TINY_CONFIG, encoder: null },
    );
  });
});

describe('toPixels', () => {
  it('clips and truncates', () => {
    const data = Float32Array.of(-1.5, -1, -0.001, 0, 0.9999, 1, 7);
    const { data: levels } = toPixels({ width: 7, height: 1, channels: 1, data });
    expect([...levels]).toEqual([0, 0, 127, 127, 254, 255, 255]);
  });
});
