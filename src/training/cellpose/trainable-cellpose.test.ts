import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cellposeTensorShapes } from '../../checkpoints/segmenters/cellpose-tensors.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import { loadCpnet } from '../../nn/cellpose/load-cpnet.ts';
import * as tf from '../../nn/tf.ts';
import { PLAIN_CROPS } from '../data/augmentation.ts';
import { brightDiscs } from '../fixtures/bright-discs.ts';
import { memoryStore } from '../fixtures/memory-store.ts';
import { ADAM } from '../optimizers/optimizer.ts';
import { initialWeights } from '../torch/initial-weights.ts';
import { train } from '../train.ts';
import { prepareForCellpose } from './prepare-image.ts';
import { trainableCellpose } from './trainable-cellpose.ts';

const CONFIG = { channels: [2, 4, 8], diameter: 6 };
const SHAPES = cellposeTensorShapes(CONFIG);
const IMAGES = brightDiscs(6, 32).map((image) => prepareForCellpose(image, CONFIG.diameter, 2));
const EXAMPLES = IMAGES.slice(0, 2).map((example) => cropTo16(example));

function cropTo16({ name, image, labels }: (typeof IMAGES)[number]) {
  const pick = (i: number) => Math.floor(i / 16) * image.width + (i % 16);
  const pixels = Float32Array.from(
    { length: 512 },
    (_, i) => image.data[2 * pick(Math.floor(i / 2)) + (i % 2)],
  );
  const ids = Uint16Array.from({ length: 256 }, (_, i) => labels.data[pick(i)]);
  return {
    name,
    image: { width: 16, height: 16, channels: 2, data: pixels },
    labels: { width: 16, height: 16, data: ids },
  };
}

function sourceOf(weights: ReadonlyMap<string, NamedTensor>): TensorSource {
  return {
    names: () => [...weights.keys()],
    has: (name) => weights.has(name),
    read: (name) => weights.get(name) as NamedTensor,
  };
}

describe.each(['cpu', 'wasm'] as const)('Cellpose in training on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    await prepareGradients();
  });
  beforeEach(() => expect(tf.memory().numTensors).toBe(0));

  it('has a gradient that says how its loss changes with all weights at once', () => {
    const network = trainableCellpose(CONFIG, initialWeights(SHAPES, 3));
    const [predicted, measured] = tf.tidy(() => {
      const variables = Object.values(network.parameters);
      const loss = () => network.loss(EXAMPLES, 'training');
      const { grads } = tf.variableGrads(loss, variables);
      const slopes = variables.map(({ name }) => tf.sum(tf.square(grads[name])).dataSync()[0]);
      const slope = slopes.reduce((a, b) => a + b);
      const shift = (by: number) => {
        for (const variable of variables) {
          variable.assign(tf.add(variable, tf.mul(grads[variable.name], by)));
        }
      };
      const step = 2e-3 / Math.sqrt(slope);
      shift(step);
      const above = loss().dataSync()[0];
      shift(-2 * step);
      return [slope, (above - loss().dataSync()[0]) / (2 * step)];
    });
    network.dispose();
    expect(measured / predicted).toBeCloseTo(1, 1);
  });

  it('gives weights that segment as it did in validation', async () => {
    const network = trainableCellpose(CONFIG, initialWeights(SHAPES, 3));
    for (let i = 0; i < 3; i++) tf.dispose(tf.tidy(() => network.loss(EXAMPLES, 'training')));
    const expected = tf.tidy(() => network.loss(EXAMPLES, 'validation').dataSync()[0]);
    const weights = await network.readWeights();
    network.dispose();
    expect([...weights.keys()]).toEqual([...SHAPES.keys()]);
    const cpnet = loadCpnet(CONFIG, sourceOf(weights));
    const again = trainableCellpose(CONFIG, sourceOf(weights));
    const [loss, finite] = tf.tidy(() => [
      again.loss(EXAMPLES, 'validation').dataSync()[0],
      cpnet
        .run(tf.ones([1, 16, 16, 2]))
        .maps.dataSync()
        .every(Number.isFinite),
    ]);
    again.dispose();
    cpnet.dispose();
    expect(loss).toBeCloseTo(expected, 5);
    expect(finite).toBe(true);
  });
});

describe('a training of Cellpose', () => {
  it('lowers the loss', async () => {
    await useBackend('wasm');
    const network = trainableCellpose(CONFIG, initialWeights(SHAPES, 3));
    const losses: number[] = [];
    const options = {
      seed: 1,
      steps: 40,
      batchSize: 4,
      augmentation: { ...PLAIN_CROPS, size: 16, rotation: 'quarter' as const, flips: true },
      optimizer: ADAM,
      learningRate: { peak: 0.01, warmup: 4, decay: 'cosine' as const, floor: 0 },
      longestGradient: null,
      validationShare: 0,
      validateEvery: 40,
      logEvery: 40,
    };
    await train(network, { training: IMAGES, validation: IMAGES }, options, memoryStore(), {
      onStep: (_, { loss }) => losses.push(loss),
    });
    network.dispose();
    const mean = (part: number[]) => part.reduce((a, b) => a + b) / part.length;
    expect(mean(losses.slice(-5))).toBeLessThan(0.7 * mean(losses.slice(0, 5)));
    expect(tf.memory().numTensors).toBe(0);
  });
});
