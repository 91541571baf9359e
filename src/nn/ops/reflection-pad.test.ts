import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { reflectionPad } from './reflection-pad.ts';

const [N, H, W, C] = [2, 5, 6, 2];
const values = Float32Array.from({ length: N * H * W * C }, (_, i) => Math.sin(i * 2.3));

function mirrored(position: number, length: number): number {
  const back = Math.abs(position);
  return back < length ? back : 2 * (length - 1) - back;
}

/** For every padded value, the index of the value it repeats. */
function sources(pad: number): number[] {
  const indices: number[] = [];
  for (let n = 0; n < N; n++)
    for (let y = -pad; y < H + pad; y++)
      for (let x = -pad; x < W + pad; x++)
        for (let c = 0; c < C; c++)
          indices.push(((n * H + mirrored(y, H)) * W + mirrored(x, W)) * C + c);
  return indices;
}

describe.each(['cpu', 'wasm'] as const)('reflection padding on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([1, 3])('repeats the inside by %i without the edge', (pad) => {
    const padded = tf.tidy(() => reflectionPad(tf.tensor4d(values, [N, H, W, C]), pad).dataSync());
    expect([...padded]).toEqual(sources(pad).map((index) => values[index]));
  });

  it.each([1, 3])('sends the gradient of %i padded pixels back to where they came from', (pad) => {
    const from = sources(pad);
    const weights = Float32Array.from(from, (_, i) => Math.cos(i * 0.7));
    const expected = new Float64Array(values.length);
    for (const [i, index] of from.entries()) expected[index] += weights[i];
    const gradient = tf.tidy(() => {
      const shape: [number, number, number, number] = [N, H + 2 * pad, W + 2 * pad, C];
      const padded = (x: tf.Tensor) => reflectionPad(x as tf.Tensor4D, pad);
      const pulled = tf.grad(padded)(
        tf.tensor4d(values, [N, H, W, C]),
        tf.tensor4d(weights, shape),
      );
      return pulled.dataSync();
    });
    const differences = Array.from(gradient, (value, i) => Math.abs(value - expected[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  });

  it('leaves only its result behind', () => {
    const x = tf.tensor4d(values, [N, H, W, C]);
    const before = tf.memory().numTensors;
    const result = reflectionPad(x, 2);
    expect(tf.memory().numTensors).toBe(before + 1);
    tf.dispose([x, result]);
  });
});
