import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { createOptimizer } from './create-optimizer.ts';
import { clipGradients, gradientNorm } from './gradient-norm.ts';
import { ADAM, type OptimizerSettings } from './optimizer.ts';

/** Values of a parameter after each step with these gradients, at rate 0.1 from 1. */
function path(settings: OptimizerSettings, gradients: number[]): number[] {
  const parameters = { p: tf.tidy(() => tf.variable(tf.scalar(1))) };
  const optimizer = createOptimizer(settings, parameters);
  const values = gradients.map((gradient, i) => {
    tf.tidy(() => optimizer.step({ p: tf.scalar(gradient) }, 0.1, i + 1));
    return parameters.p.dataSync()[0];
  });
  tf.dispose(parameters);
  optimizer.dispose();
  return values;
}

function expectClose(found: number[], expected: number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 5);
}

describe('optimisers', () => {
  beforeAll(() => useBackend('cpu'));

  it('move as PyTorch’s Adam', () => {
    // m = 0.1·2, v = 0.001·4: a first step is the rate; then m̂ = (0.09·2 − 0.1)/0.19, v̂ = (0.003996 + 0.001)/0.001999.
    const second = 0.9 - (0.1 * ((0.18 - 0.1) / 0.19)) / Math.sqrt(0.004996 / 0.001999);
    expectClose(path(ADAM, [2, -1]), [0.9, second]);
  });

  it('add weight decay to the gradient in Adam, and take it off the parameter in AdamW', () => {
    expectClose(path({ ...ADAM, weightDecay: 0.5 }, [-0.5]), [1]);
    expectClose(path({ ...ADAM, kind: 'adamw', weightDecay: 0.5 } as OptimizerSettings, [2]), [
      0.95 - 0.1,
    ]);
  });

  it('move as PyTorch’s SGD with momentum and weight decay', () => {
    const first = 1 - 0.1 * (2 + 0.5);
    const second = first - 0.1 * (0.9 * 2.5 + (1 + 0.5 * first));
    expectClose(path({ kind: 'sgd', momentum: 0.9, weightDecay: 0.5 }, [2, 1]), [first, second]);
  });

  it('take gradients no longer than told, all by the same factor', () => {
    const gradients = { a: tf.tensor1d([3, 0]), b: tf.tensor1d([0, 4]) };
    const norm = gradientNorm(gradients);
    expect(norm).toBeCloseTo(5);
    expect(clipGradients(gradients, norm, 6)).toBe(gradients);
    const clipped = clipGradients(gradients, norm, 1);
    expect(clipped.a.dataSync()[0]).toBeCloseTo(0.6, 5);
    expect(clipped.b.dataSync()[1]).toBeCloseTo(0.8, 5);
    for (const record of [gradients, clipped]) tf.dispose(Object.values(record));
    expect(tf.memory().numTensors).toBe(0);
  });
});
