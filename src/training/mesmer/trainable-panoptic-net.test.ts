import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashedWeights } from '../../checkpoints/segmenters/mesmer/fixtures/hashed-weights.ts';
import { NARROW_NUCLEI } from '../../checkpoints/segmenters/mesmer/fixtures/narrow-configs.ts';
import { panopticTensorShapes } from '../../checkpoints/segmenters/mesmer/panoptic-tensors.ts';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { releaseBackend, useBackend } from '../../nn/backend/use-backend.ts';
import { loadPanopticNet } from '../../nn/mesmer/load-panoptic-net.ts';
import * as tf from '../../nn/tf.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';
import { createAdam } from '../optimizers/adam.ts';
import { takeStep } from '../training-step.ts';
import { initialKerasWeights } from './initial-keras-weights.ts';
import { distanceLoss, pixelwiseLoss } from './panoptic-loss.ts';
import { trainablePanopticNet } from './trainable-panoptic-net.ts';

const CONFIG = { ...NARROW_NUCLEI, inputChannels: 1, inputSize: 32 };
const SIDE = 32;

function disc(x0: number, y0: number): AnnotatedImage {
  const labels = Uint16Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return (x - x0) ** 2 + (y - y0) ** 2 <= 49 ? 1 : 0;
  });
  const size = { width: SIDE, height: SIDE };
  const image = { ...size, channels: 1, data: Float32Array.from(labels) };
  return { name: 'disc', image, labels: { ...size, data: labels } };
}

const EXAMPLES = [disc(12, 14), disc(20, 18)];

function network() {
  return trainablePanopticNet(CONFIG, initialKerasWeights(panopticTensorShapes(CONFIG), 3));
}

describe('a PanopticNet in training', () => {
  beforeAll(async () => {
    await useBackend('wasm');
    await prepareGradients();
  });
  afterAll(releaseBackend);

  it('learns, moves its statistics, and frees all it took', () => {
    const before = tf.memory().numTensors;
    const net = network();
    const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 };
    const optimizer = createAdam({ kind: 'adam', ...adam }, net.parameters);
    const held = tf.memory().numTensors;
    const losses = Array.from({ length: 12 }, (_, i) => {
      const rules = { learningRate: 3e-3, iteration: i + 1, longestGradient: null };
      return takeStep(net, optimizer, EXAMPLES, rules);
    });
    expect(tf.memory().numTensors).toBe(held);
    expect(losses[11].loss).toBeLessThan(0.5 * losses[0].loss);
    expect(Object.keys(losses[0].parts)).toEqual(['distance', 'pixelwise']);
    expect(net.statistics['conv1_bn/moving_mean'].dataSync().some((mean) => mean !== 0)).toBe(true);
    optimizer.dispose();
    net.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('has the gradient that finite steps have, of every kind of layer', () => {
    const net = trainablePanopticNet(CONFIG, hashedWeights(CONFIG));
    const lossNow = () => tf.tidy(() => net.loss(EXAMPLES, 'validation').dataSync()[0]);
    const names = [
      'conv_channels/kernel',
      'conv2_block1_2_bn/gamma',
      'C3_reduced/bias',
      'conv_1_semantic_upsample_1/bias',
      'conv_1_semantic_0/bias',
    ];
    const variables = names.map((name) => net.parameters[name]);
    const { grads } = tf.tidy(() => {
      const found = tf.variableGrads(() => net.loss(EXAMPLES, 'validation'), variables);
      return { grads: variables.map((variable) => found.grads[variable.name].dataSync()[0]) };
    });
    names.forEach((name, i) => {
      const variable = net.parameters[name];
      const start = variable.dataSync().slice();
      const lossAt = (change: number) => {
        const moved = Float32Array.from(start);
        moved[0] += change;
        tf.tidy(() => {
          variable.assign(tf.tensor(moved, variable.shape));
        });
        return lossNow();
      };
      const step = 1e-2;
      const slope = (lossAt(step) - lossAt(-step)) / (2 * step);
      lossAt(0);
      expect(Math.abs(slope - grads[i])).toBeLessThan(2e-3 + 0.03 * Math.abs(slope));
    });
    net.dispose();
  });

  it('gives weights that the network for inference takes', async () => {
    const net = network();
    const weights = await net.readWeights();
    net.dispose();
    const names = () => [...weights.keys()];
    const loaded = loadPanopticNet(CONFIG, {
      names,
      has: (name) => weights.has(name),
      read: (name) => weights.get(name) as NonNullable<ReturnType<typeof weights.get>>,
    });
    loaded.dispose();
    expect(names()).toEqual([...panopticTensorShapes(CONFIG).keys()]);
  });
});

describe('the losses', () => {
  it('weigh rare classes as much as common ones', () => {
    tf.tidy(() => {
      const target = tf.tensor4d([1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1], [1, 1, 4, 3]);
      const logits = tf.zeros([1, 1, 4, 3]) as tf.Tensor4D;
      // Weights are 4 / (3 · (count + 1)): two thirds, two thirds, four ninths.
      const expected = (Math.log(3) * (2 / 3 + 2 / 3 + 2 * (4 / 9))) / 4;
      expect(pixelwiseLoss(logits, target).dataSync()[0]).toBeCloseTo(expected, 5);
    });
  });

  it('count negative distances too', () => {
    tf.tidy(() => {
      const predicted = tf.tensor4d([-1, 0.5], [1, 1, 2, 1]);
      const target = tf.tensor4d([0, 1], [1, 1, 2, 1]);
      expect(distanceLoss(predicted, target).dataSync()[0]).toBeCloseTo(0.625, 6);
    });
  });
});
