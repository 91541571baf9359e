import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { detectObjects } from './detect-objects.ts';
import { OFFICIAL_SETTINGS } from './detection-settings.ts';
import { extractFeatures } from './extract-features.ts';
import { patternedWeights } from './fixtures/patterned-weights.ts';
import { loadMaskRcnn } from './load-maskrcnn.ts';
import { takeTurns } from './take-turns.ts';

interface GoldenMap {
  /** `[1, C, H, W]` */
  shape: [number, number, number, number];
  sum: number;
  /** All channels of the first and of the last place. */
  first: number[];
  last: number[];
}

/** What torchvision's own blocks and pyramid give of `patternedWeights` and this image. */
const GOLDENS: Record<'bottleneck' | 'basic', { maps: Record<string, GoldenMap> }> = JSON.parse(
  readFileSync(new URL('./fixtures/torchvision-pyramids.json', import.meta.url), 'utf8'),
);

const CONFIG: MaskRcnnConfig = {
  block: 'basic',
  blocks: [2, 1],
  width: 4,
  classes: 2,
  pyramidChannels: 6,
  boxChannels: 8,
  maskChannels: 4,
  maskConvolutions: 1,
  anchorSizes: [8, 16, 32],
  aspectRatios: [0.5, 1, 2],
  batchNormEpsilon: 1e-5,
  minSize: 32,
  maxSize: 64,
  imageScale: null,
};
const BOTTLENECK: MaskRcnnConfig = {
  ...CONFIG,
  block: 'bottleneck',
  blocks: [1, 2],
  batchNormEpsilon: 0,
};
const IMAGE = {
  height: 32,
  width: 64,
  channels: 3,
  data: Float32Array.from({ length: 32 * 64 * 3 }, (_, i) => Math.sin(i * 0.013)),
};
const SETTINGS = { ...OFFICIAL_SETTINGS, scoreThreshold: 0, detectionsPerImage: 30 };

function load(config: MaskRcnnConfig) {
  return loadMaskRcnn(config, patternedWeights(maskRcnnShapes(config)));
}

describe.each(['cpu', 'wasm'] as const)('a Mask R-CNN on %s', (backend) => {
  beforeAll(() => useBackend(backend));
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  it.each([
    ['of ResNet-50’s blocks and frozen norms', BOTTLENECK],
    ['of ResNet-18’s blocks', CONFIG],
  ])('%s gives torchvision’s pyramid', async (_, config) => {
    const network = load(config);
    const pyramid = await extractFeatures(network, IMAGE, takeTurns());
    const goldens = Object.values(GOLDENS[config.block].maps);
    expect(pyramid).toHaveLength(goldens.length);
    for (const [level, golden] of goldens.entries()) {
      const [, channels, height, width] = golden.shape;
      expect(pyramid[level].shape).toEqual([1, height, width, channels]);
      const values = (await pyramid[level].data()) as Float32Array;
      const scale = Math.max(...golden.first.map(Math.abs), 1);
      for (const [c, value] of golden.first.entries()) {
        expect(Math.abs(values[c] - value)).toBeLessThan(2e-5 * scale);
        const last = values[values.length - channels + c];
        expect(Math.abs(last - golden.last[c])).toBeLessThan(2e-5 * scale);
      }
      const sum = values.reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - golden.sum)).toBeLessThan(1e-4 * Math.abs(golden.sum) + 1e-2);
    }
    tf.dispose(pyramid);
    network.dispose();
  });

  it('finds the same objects every time, within the image', async () => {
    const network = load(CONFIG);
    const size = { height: 30, width: 50 };
    const found = await detectObjects(network, IMAGE, size, SETTINGS);
    expect(found.scores.length).toBeGreaterThan(0);
    expect(found.masks).toHaveLength(found.scores.length * 28 * 28);
    for (const [i, value] of found.boxes.entries()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(i % 2 === 0 ? size.width : size.height);
    }
    expect([...found.scores]).toEqual([...found.scores].sort((a, b) => b - a));
    expect(await detectObjects(network, IMAGE, size, SETTINGS)).toEqual(found);
    network.dispose();
  });

  it('finds nothing where nothing is sure enough', async () => {
    const network = load(CONFIG);
    const found = await detectObjects(network, IMAGE, IMAGE, { ...SETTINGS, scoreThreshold: 1 });
    expect(found.scores).toHaveLength(0);
    expect(found.masks).toHaveLength(0);
    network.dispose();
  });

  it('stops when it is told to', async () => {
    const network = load(CONFIG);
    const controller = new AbortController();
    const run = detectObjects(network, IMAGE, IMAGE, SETTINGS, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    network.dispose();
  });

  it('refuses weights of another shape, and keeps none of them', () => {
    const weights = patternedWeights(maskRcnnShapes({ ...CONFIG, boxChannels: 16 }));
    expect(() => loadMaskRcnn(CONFIG, weights)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });
});
