import { beforeAll, describe, expect, it } from 'vitest';
import { U2NET } from '../../checkpoints/segmenters/u2net.ts';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { PLAIN_CROPS } from '../data/augmentation.ts';
import { drawExample } from '../data/draw-example.ts';
import { exampleStream } from '../data/example-order.ts';
import { brightDiscs } from '../fixtures/bright-discs.ts';
import { createOptimizer } from '../optimizers/create-optimizer.ts';
import { takeStep } from '../training-step.ts';
import { separatedForeground } from './separated-foreground.ts';
import { U2NETP_RECIPE } from './u2net-recipe.ts';

describe('U²-NetP in training', () => {
  beforeAll(async () => {
    await useBackend('wasm');
    await prepareGradients();
  });

  it('learns discs, keeps statistics, frees all it took, and names its weights as a bundle does', async () => {
    const images = brightDiscs(2, 40).map(U2NETP_RECIPE.prepare);
    const crops = { ...PLAIN_CROPS, size: 48 };
    const examples = images.map((image, i) => drawExample(image, crops, exampleStream(1, i)));
    const network = U2NETP_RECIPE.create(1);
    const optimizer = createOptimizer(U2NETP_RECIPE.options.optimizer, network.parameters);
    const held = tf.memory().numTensors;
    const losses = [1, 2, 3, 4].map(
      (iteration) =>
        takeStep(network, optimizer, examples, {
          ...{ learningRate: 1e-3, iteration, longestGradient: 5 },
        }).loss,
    );
    expect(losses[3]).toBeLessThan(0.7 * losses[0]);
    const mean = network.statistics['stage1.rebnconvin.bn_s1.running_mean'].dataSync();
    expect(mean.some((value) => value !== 0)).toBe(true);
    expect(tf.memory().numTensors).toBe(held);
    const weights = await network.readWeights();
    const shapes = U2NET.tensorShapes({ variant: 'u2netp', inputSize: 320 });
    expect([...weights].map(([name, { shape }]) => [name, shape])).toEqual([...shapes]);
    network.dispose();
    optimizer.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});

describe('the foreground with objects apart', () => {
  it('leaves out pixels that touch another object, also across a corner', () => {
    const rows = ['1120', '1120', '0003'];
    const data = Uint16Array.from(rows.join(''), Number);
    const foreground = separatedForeground({ width: 4, height: 3, data });
    expect([...foreground].join('')).toBe('100010000000');
  });

  it('is the foreground where none touch', () => {
    const data = Uint16Array.of(1, 1, 0, 2);
    expect([...separatedForeground({ width: 4, height: 1, data })]).toEqual([1, 1, 0, 1]);
  });
});
