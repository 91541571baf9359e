import { beforeAll, describe, expect, it } from 'vitest';
import { prepareGradients } from '../../nn/backend/gradients/prepare-gradients.ts';
import { useBackend } from '../../nn/backend/use-backend.ts';
import * as tf from '../../nn/tf.ts';
import { pooledRegions } from './pooled-regions.ts';

const SHAPES: [number, number, number, number][] = [
  [2, 12, 10, 2],
  [2, 6, 5, 2],
];
/** A small one, one beyond the right and lower edges, and a large one of the coarser map. */
const BOXES = [
  Float32Array.from([4, 6, 21, 30, 20, 30, 44, 52]),
  Float32Array.from([-3, 2, 400, 250]),
];
const SIDE = 3;

const wave = (length: number, step: number) =>
  Float32Array.from({ length }, (_, i) => Math.sin(i * step));

/** Some number that depends on every pooled value. */
function weighed(maps: readonly Float32Array[]): number {
  return tf.tidy(() => {
    const tensors = maps.map((values, level) => tf.tensor4d(values, SHAPES[level]));
    const pooled = pooledRegions(tensors, BOXES, SIDE);
    return tf.sum(tf.mul(pooled, tf.tensor(wave(pooled.size, 0.9), pooled.shape))).dataSync()[0];
  });
}

describe.each(['cpu', 'wasm'] as const)('pooled regions on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    await prepareGradients();
  });

  it('have the gradient that finite differences have, in all maps of all images', () => {
    const maps = SHAPES.map((shape, level) =>
      wave(
        shape.reduce((a, b) => a * b),
        0.37 + level,
      ),
    );
    const gradients = tf.tidy(() => {
      const tensors = maps.map((values, level) => tf.tensor4d(values, SHAPES[level]));
      const loss = (...inputs: tf.Tensor[]) => {
        const pooled = pooledRegions(inputs as tf.Tensor4D[], BOXES, SIDE);
        return tf.sum(tf.mul(pooled, tf.tensor(wave(pooled.size, 0.9), pooled.shape)));
      };
      return tf
        .grads(loss)(tensors)
        .map((gradient) => gradient.dataSync().slice());
    });
    for (const [level, gradient] of gradients.entries()) {
      expect(gradient.some((value) => value !== 0)).toBe(true);
      for (let i = 0; i < gradient.length; i += 7) {
        const moved = (by: number) =>
          weighed(maps.map((map, j) => map.map((v, k) => (j === level && k === i ? v + by : v))));
        // The loss is linear in the maps: a wide step loses nothing.
        expect(gradient[i]).toBeCloseTo((moved(1) - moved(-1)) / 2, 4);
      }
    }
    expect(tf.memory().numTensors).toBe(0);
  });

  it('are none where there is no region', () => {
    tf.tidy(() => {
      const maps = SHAPES.map((shape) => tf.ones(shape) as tf.Tensor4D);
      const none = [new Float32Array(), new Float32Array()];
      expect(pooledRegions(maps, none, SIDE).shape).toEqual([0, SIDE, SIDE, 2]);
    });
  });
});
