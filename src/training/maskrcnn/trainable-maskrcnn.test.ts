import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { RandomState } from '../../random/random-state.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { createOptimizer } from '../optimizers/create-optimizer.ts';
import { ADAM } from '../optimizers/optimizer.ts';
import { takeStep } from '../training-step.ts';
import { initialWeights } from './initial-weights.ts';
import { trainableMaskRcnn } from './trainable-maskrcnn.ts';
import { SMALL_TRAINING } from './training-settings.ts';

const CONFIG: MaskRcnnConfig = {
  block: 'basic',
  blocks: [1, 1],
  width: 8,
  classes: 2,
  pyramidChannels: 8,
  boxChannels: 16,
  maskChannels: 8,
  maskConvolutions: 1,
  anchorSizes: [12, 24, 48],
  aspectRatios: [0.5, 1, 2],
  batchNormEpsilon: 1e-5,
  minSize: 32,
  maxSize: 64,
  imageScale: 1.5,
};
const SIDE = 32;

/** Two bright discs on a dark ground, or none. */
function example(discs: boolean): AnnotatedImage {
  const data = new Float32Array(SIDE * SIDE * 3).fill(0.1);
  const labels = new Uint16Array(SIDE * SIDE);
  for (let i = 0; discs && i < labels.length; i++) {
    const [x, y] = [i % SIDE, Math.trunc(i / SIDE)];
    const id = [
      [9, 10],
      [22, 20],
    ].findIndex(([cx, cy]) => (x - cx) ** 2 + (y - cy) ** 2 < 30);
    labels[i] = id + 1;
    if (id >= 0) data.fill(0.9, i * 3, i * 3 + 3);
  }
  return {
    name: 'discs',
    image: { width: SIDE, height: SIDE, channels: 3, data },
    labels: { width: SIDE, height: SIDE, data: labels },
  };
}

const open = () =>
  trainableMaskRcnn(CONFIG, initialWeights(CONFIG, new RandomState(1)), SMALL_TRAINING, 1);

describe('a Mask R-CNN that learns', () => {
  beforeAll(async () => {
    await useBackend('wasm');
    await prepareGradients();
  });
  afterEach(() => expect(tf.memory().numTensors).toBe(0));

  it('gets better at what it is shown, and leaves no tensor behind', () => {
    const network = open();
    const optimizer = createOptimizer(ADAM, network.parameters);
    const before = tf.memory().numTensors;
    const losses = Array.from({ length: 25 }, (_, step) => {
      const options = { learningRate: 5e-3, iteration: step + 1, longestGradient: 10 };
      return takeStep(network, optimizer, [example(true), example(false)], options);
    });
    expect(tf.memory().numTensors).toBe(before);
    expect(Object.keys(losses[0].parts).sort()).toEqual([
      'loss_box_reg',
      'loss_classifier',
      'loss_mask',
      'loss_objectness',
      'loss_rpn_box_reg',
    ]);
    expect(losses[24].loss).toBeLessThan(0.6 * losses[0].loss);
    optimizer.dispose();
    network.dispose();
  });

  it('keeps statistics while it trains, and changes nothing while it is judged', () => {
    const network = open();
    const mean = network.statistics['backbone.body.bn1.running_mean'];
    const lossOf = (mode: 'training' | 'validation') =>
      tf.tidy(() => network.loss([example(true)], mode).dataSync()[0]);
    const judged = lossOf('validation');
    expect(lossOf('validation')).toBe(judged);
    expect(mean.dataSync().every((value) => value === 0)).toBe(true);
    lossOf('training');
    expect(mean.dataSync().some((value) => value !== 0)).toBe(true);
    network.dispose();
  });

  it('gives its weights as a bundle stores them', async () => {
    const network = open();
    const stored = await network.readWeights();
    const shapes = [...stored].map(([name, { shape }]) => [name, shape]);
    expect(new Map(shapes as [string, number[]][])).toEqual(maskRcnnShapes(CONFIG));
    const first = initialWeights(CONFIG, new RandomState(1));
    for (const [name, { data }] of stored) expect(data).toEqual(first.read(name).data);
    network.dispose();
  });

  it('learns nothing about masks where there is no object', () => {
    const network = open();
    tf.tidy(() => {
      const parts: Record<string, number> = {};
      const loss = network.loss([example(false)], 'training', (name, part) => {
        parts[name] = part.dataSync()[0];
      });
      expect(Number.isFinite(loss.dataSync()[0])).toBe(true);
      expect(parts.loss_mask).toBe(0);
      expect(parts.loss_box_reg).toBe(0);
    });
    network.dispose();
  });
});
