import { beforeAll, describe, expect, it } from 'vitest';
import { RandomState } from '../../random/random-state.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { joinedConvolution, splitFilter } from './joined-convolution.ts';

const random = new RandomState(8);

function draw(shape: number[]): tf.Tensor {
  return tf.tensor(Float32Array.from(random.randn(shape.reduce((a, b) => a * b, 1))), shape);
}

describe.each(['cpu', 'wasm'] as const)('a convolution over maps side by side on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it.each([
    { maps: [3], dilation: 1, relu: true, biased: true },
    { maps: [3], dilation: 2, relu: false, biased: true },
    { maps: [2, 3], dilation: 1, relu: false, biased: false },
    { maps: [2, 3, 1], dilation: 4, relu: true, biased: true },
  ])('of $maps channels is that over their concatenation', ({ maps, dilation, relu, biased }) => {
    const before = tf.memory().numTensors;
    const worst = tf.tidy(() => {
      const inputs = maps.map((channels) => draw([2, 7, 6, channels]) as tf.Tensor4D);
      const channels = maps.reduce((sum, each) => sum + each, 0);
      const filter = draw([3, 3, channels, 4]) as tf.Tensor4D;
      const bias = biased ? (draw([4]) as tf.Tensor1D) : null;
      const joined = joinedConvolution(inputs, splitFilter(filter, maps), bias, { dilation, relu });
      const whole = tf.conv2d(tf.concat(inputs, 3), filter, 1, 'same', 'NHWC', dilation);
      const shifted = bias ? tf.add(whole, bias) : whole;
      return tf.max(tf.abs(tf.sub(joined, relu ? tf.relu(shifted) : shifted))).dataSync()[0];
    });
    expect(worst).toBeLessThan(1e-4);
    expect(tf.memory().numTensors).toBe(before);
  });
});
