import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SegmenterManifest } from '../../checkpoints/bundle/manifest.ts';
import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import { patternedWeights } from '../../nn/maskrcnn/fixtures/patterned-weights.ts';
import * as tf from '../../nn/tf.ts';
import { drawDiscs } from '../fixtures/drawn-discs.ts';
import { shippedModel } from '../fixtures/shipped-model.ts';
import type { Segmenter, SegmenterImage, SegmenterValues } from '../segmenter.ts';
import { openMaskRcnnSegmenter } from './maskrcnn-segmenter.ts';

const CONFIG: MaskRcnnConfig = {
  block: 'basic',
  blocks: [1, 1],
  width: 4,
  classes: 2,
  pyramidChannels: 4,
  boxChannels: 8,
  maskChannels: 4,
  maskConvolutions: 1,
  anchorSizes: [16, 32, 64],
  aspectRatios: [0.5, 1, 2],
  batchNormEpsilon: 1e-5,
  minSize: 64,
  maxSize: 96,
  imageScale: null,
};

/** A network that was never trained: it finds what it finds, but always the same. */
function open(config: Partial<MaskRcnnConfig> = {}): Segmenter {
  const own = { ...CONFIG, ...config };
  const manifest = { architecture: 'maskrcnn', name: 'patterned', config: own };
  return openMaskRcnnSegmenter({
    manifest: manifest as SegmenterManifest,
    weights: patternedWeights(maskRcnnShapes(own)),
  });
}

function imageOf(width: number, height: number, channels = 1, largestValue = 255): SegmenterImage {
  const data = Float32Array.from(
    { length: width * height * channels },
    (_, i) => largestValue * (0.5 + 0.5 * Math.sin(Math.trunc(i / channels) * 0.13)),
  );
  return { width, height, channels, data, largestValue, micronsPerPixel: null };
}

/** Takes whatever there is. */
const LENIENT = { box_score_thresh: 0, min_size: 0, mask_threshold: 0.01 };

describe('Mask R-CNN on an image', () => {
  beforeAll(() => useBackend('wasm'));
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  async function use(work: (segmenter: Segmenter) => Promise<void>, config = {}): Promise<void> {
    const segmenter = open(config);
    try {
      await work(segmenter);
    } finally {
      segmenter.dispose();
    }
  }

  it('finds the same objects every time, the surest first', () =>
    use(async (segmenter) => {
      const image = imageOf(70, 52);
      const first = await segmenter.segment(image, LENIENT);
      expect(await segmenter.segment(image, LENIENT)).toEqual(first);
      const { labels, scores, facts } = first;
      expect(scores.length).toBeGreaterThan(0);
      expect(new Set(labels.data.filter((id) => id > 0)).size).toBe(scores.length);
      expect([...scores]).toEqual([...scores].sort((a, b) => b - a));
      expect(facts).toMatchObject({ smallest_anchor: 16, tiles: 1 });
      expect(facts.image_scale).toBeCloseTo(64 / 52, 1);
    }));

  it('keeps to the most detections that are wanted', () =>
    use(async (segmenter) => {
      const { scores, facts } = await segmenter.segment(imageOf(70, 52), {
        ...LENIENT,
        box_nms_thresh: 1,
        box_detections_per_img: 3,
      });
      expect(facts.detections).toBe(3);
      expect(scores.length).toBeLessThanOrEqual(3);
    }));

  it.each([
    ['the model’s own scale', { imageScale: 2 }, {}, 2, 16],
    ['a person’s scale', {}, { image_scale: 1.5, smallest_anchor: 6 }, 1.5, 6],
    ['a person’s sides', { imageScale: 2 }, { image_min_size: 32 }, 0.8, 16],
  ])('resizes by %s', (_, config, values, scale, anchor) =>
    use(async (segmenter) => {
      const { facts } = await segmenter.segment(imageOf(60, 40), { ...LENIENT, ...values });
      expect(facts).toMatchObject({ image_scale: scale, smallest_anchor: anchor });
    }, config),
  );

  it('looks at a large image in tiles, and says how far it is', () =>
    use(
      async (segmenter) => {
        const shares: number[] = [];
        const values = { ...LENIENT, tile_size: 128, tile_overlap: 32 };
        const { labels, facts } = await segmenter.segment(imageOf(200, 120), values, {
          onProgress: (share) => shares.push(share),
        });
        expect(facts.tiles).toBe(2);
        expect(labels).toMatchObject({ width: 200, height: 120 });
        expect(shares).toEqual([...shares].sort((a, b) => a - b));
        expect(shares[shares.length - 1]).toBe(1);
      },
      { imageScale: 1 },
    ));

  it('stops when it is told to', () =>
    use(async (segmenter) => {
      const controller = new AbortController();
      const run = segmenter.segment(imageOf(70, 52), LENIENT, {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    }));

  it.each([
    ['one pixel', imageOf(1, 1)],
    ['one row', imageOf(50, 1)],
    ['colours', imageOf(40, 30, 3)],
    ['two channels', imageOf(40, 30, 2)],
    ['opacity', imageOf(40, 30, 4)],
    ['16 bits', imageOf(40, 30, 1, 65_535)],
    ['one value', { ...imageOf(40, 30), data: new Float32Array(1200).fill(7) }],
    ['nothing at all', { ...imageOf(40, 30), data: new Float32Array(1200) }],
  ])('takes an image of %s', (_, image) =>
    use(async (segmenter) => {
      const { labels, scores } = await segmenter.segment(image, LENIENT);
      expect(labels.data).toHaveLength(image.width * image.height);
      expect(scores.every(Number.isFinite)).toBe(true);
    }),
  );

  it('finds nothing where nothing is sure enough', () =>
    use(async (segmenter) => {
      const found = await segmenter.segment(imageOf(40, 30), { box_score_thresh: 1 });
      expect(found.labels.data.every((id) => id === 0)).toBe(true);
      expect(found.scores).toHaveLength(0);
      expect(found.facts.detections).toBe(0);
    }));

  it.each([
    ['a scale that makes it too large', imageOf(1000, 8), { image_scale: 8 }, 'bad-option'],
    ['a parameter it does not have', imageOf(9, 9), { nms: 1 }, 'bad-option'],
    [
      'a value that is no number',
      { ...imageOf(1, 1), data: Float32Array.of(Number.NaN) },
      {},
      'bad-image',
    ],
  ])('refuses %s', (_, image, values, code) =>
    use(async (segmenter) => {
      const run = segmenter.segment(image, values);
      await expect(run).rejects.toMatchObject({ code });
    }),
  );

  it('wants weights of its own', () => {
    expect(() => openMaskRcnnSegmenter(null)).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });
});

describe('the Mask R-CNN that comes along', () => {
  beforeAll(() => useBackend('wasm'));

  it.each<[string, SegmenterValues]>([
    ['in one piece', {}],
    ['in tiles', { tile_size: 128, tile_overlap: 48 }],
  ])('finds bright discs one by one, where they touch too, %s', async (_, values) => {
    const discs = [
      { x: 20, y: 24, radius: 8 },
      { x: 36, y: 24, radius: 8 },
      { x: 70, y: 60, radius: 10 },
      { x: 130, y: 40, radius: 9 },
      { x: 190, y: 90, radius: 12 },
    ];
    const { image, truth } = drawDiscs(220, 120, discs);
    const segmenter = openMaskRcnnSegmenter(shippedModel('maskrcnn-nuclei'));
    const { labels, scores } = await segmenter.segment(image, values);
    expect(scores).toHaveLength(discs.length);
    for (const [index] of discs.entries()) {
      const inDisc = labels.data.filter((_id, i) => truth.data[i] === index + 1);
      const found = inDisc.filter((id) => id > 0 && id === inDisc[inDisc.length >> 1]);
      expect(found.length).toBeGreaterThan(0.7 * inDisc.length);
    }
    segmenter.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});
