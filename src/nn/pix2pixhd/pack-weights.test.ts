import { describe, expect, it, vi } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { packWeights } from './pack-weights.ts';

describe('packWeights', () => {
  it.each([
    ['wasm', 1],
    ['cpu', 0],
  ] as const)('on %s runs a layer %i times, and leaves nothing behind', async (backend, times) => {
    await useBackend(backend);
    const layer = vi.fn((x: tf.Tensor4D) => tf.relu(x));
    expect(packWeights(layer, 5, 7)).toBe(layer);
    expect(layer).toHaveBeenCalledTimes(times);
    if (times > 0) expect(layer.mock.calls[0][0].shape).toEqual([1, 7, 7, 5]);
    expect(tf.memory().numTensors).toBe(0);
  });
});
