import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RandomState } from '../../../random/random-state.ts';
import * as tf from '../../tf.ts';
import { useBackend } from '../use-backend.ts';
import { prepareGradients } from './prepare-gradients.ts';

type Operation = (...inputs: tf.Tensor[]) => tf.Tensor;

interface Case {
  name: string;
  shapes: number[][];
  operation: Operation;
}

const random = new RandomState(3);
const draw = (shape: number[]) => ({
  shape,
  data: Float32Array.from(random.randn(shape.reduce((a, b) => a * b, 1))),
});
const asMap = (x: tf.Tensor) => x as tf.Tensor4D;

function convolution(
  name: string,
  [height, width]: number[],
  kernel: number,
  options: { strides?: number; dilation?: number; pad?: 'same' | 'valid' | number },
): Case {
  const { strides = 1, dilation = 1, pad = 'same' } = options;
  return {
    name,
    shapes: [
      [2, height, width, 3],
      [kernel, kernel, 3, 4],
    ],
    operation: (x, filter) => tf.conv2d(asMap(x), asMap(filter), strides, pad, 'NHWC', dilation),
  };
}

const CASES: Case[] = [
  convolution('3×3', [7, 6], 3, {}),
  convolution('3×3 without padding', [7, 6], 3, { pad: 'valid' }),
  convolution('3×3, stride 2, odd sides', [7, 9], 3, { strides: 2, pad: 1 }),
  convolution('3×3, stride 2, even sides', [8, 6], 3, { strides: 2, pad: 1 }),
  convolution('7×7, stride 2, padding 3', [12, 10], 7, { strides: 2, pad: 3 }),
  convolution('1×1', [5, 4], 1, {}),
  convolution('1×1, stride 2', [7, 6], 1, { strides: 2, pad: 0 }),
  convolution('dilation 2', [8, 9], 3, { dilation: 2 }),
  convolution('dilation 4 in a map smaller than its reach', [6, 5], 3, { dilation: 4 }),
  convolution('dilation 8 in a map smaller than its reach', [5, 5], 3, { dilation: 8 }),
  {
    name: 'a convolution with a bias, fused',
    shapes: [[2, 5, 6, 3], [3, 3, 3, 4], [4]],
    operation: (x, filter, bias) =>
      tf.fused.conv2d({ x: asMap(x), filter: asMap(filter), bias, strides: 1, pad: 'same' }),
  },
  {
    name: 'a transposed convolution',
    shapes: [
      [2, 4, 5, 3],
      [2, 2, 4, 3],
    ],
    operation: (x, filter) => tf.conv2dTranspose(asMap(x), asMap(filter), [2, 8, 10, 4], 2, 'same'),
  },
  {
    name: 'max pooling of even sides',
    shapes: [[2, 6, 4, 3]],
    operation: (x) => tf.maxPool(asMap(x), 2, 2, 'valid'),
  },
  {
    name: 'max pooling of odd sides, rounded up',
    shapes: [[2, 5, 7, 3]],
    operation: (x) => tf.maxPool(asMap(x), 2, 2, 'same'),
  },
  {
    name: 'bilinear enlargement to twice the size',
    shapes: [[2, 4, 3, 3]],
    operation: (x) => tf.image.resizeBilinear(asMap(x), [8, 6], false, true),
  },
  {
    name: 'bilinear enlargement to an odd size',
    shapes: [[1, 3, 4, 2]],
    operation: (x) => tf.image.resizeBilinear(asMap(x), [5, 7], false, true),
  },
  {
    name: 'enlargement of pixels to twice the size',
    shapes: [[2, 4, 3, 3]],
    operation: (x) => tf.image.resizeNearestNeighbor(asMap(x), [8, 6]),
  },
  {
    name: 'enlargement of pixels to an odd size',
    shapes: [[2, 4, 3, 3]],
    operation: (x) => tf.image.resizeNearestNeighbor(asMap(x), [7, 8]),
  },
  {
    name: 'bilinear reduction',
    shapes: [[2, 9, 8, 2]],
    operation: (x) => tf.image.resizeBilinear(asMap(x), [4, 5], false, true),
  },
  {
    name: 'bilinear enlargement with aligned corners',
    shapes: [[1, 3, 4, 2]],
    operation: (x) => tf.image.resizeBilinear(asMap(x), [6, 8], true),
  },
  {
    name: 'the sum over pixels',
    shapes: [[2, 4, 3, 5]],
    operation: (x) => tf.sum(x, [0, 1, 2], true),
  },
];

/** The sum of an operation's output with fixed random weights, so that every output counts differently. */
function weighted(operation: Operation, inputs: tf.Tensor[]): tf.Scalar {
  const output = operation(...inputs);
  const weights = Float32Array.from({ length: output.size }, (_, i) => Math.sin(7 * i + 1));
  return tf.sum(tf.mul(output, tf.tensor(weights, output.shape)));
}

const EPSILON = 1e-2;

/** Slopes of `weighted` at some places of every input, by central differences. */
function slopes(operation: Operation, arrays: { shape: number[]; data: Float32Array }[]) {
  return arrays.map(({ data }, which) => {
    const places = [0, 1, 2, 3, 4].map((i) => Math.floor(((i + 0.5) * data.length) / 5));
    const at = (place: number, change: number) =>
      tf.tidy(() => {
        const inputs = arrays.map(({ shape, data: values }, i) => {
          const moved = values.slice();
          if (i === which) moved[place] += change;
          return tf.tensor(moved, shape);
        });
        return weighted(operation, inputs).dataSync()[0];
      });
    return places.map((place) => ({
      place,
      slope: (at(place, EPSILON) - at(place, -EPSILON)) / (2 * EPSILON),
    }));
  });
}

describe.each(['cpu', 'wasm'] as const)('gradients on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
    await prepareGradients();
  });
  let before = 0;
  beforeEach(() => {
    before = tf.memory().numTensors;
  });

  it.each(CASES)('of $name are the slopes', ({ shapes, operation }) => {
    const arrays = shapes.map(draw);
    const gradients = tf.tidy(() => {
      const inputs = arrays.map(({ shape, data }) => tf.tensor(data, shape));
      const pull = tf.grads((...given: tf.Tensor[]) => weighted(operation, given));
      return pull(inputs).map((gradient, i) => {
        expect(gradient.shape).toEqual(shapes[i]);
        return gradient.dataSync();
      });
    });
    for (const [i, found] of slopes(operation, arrays).entries()) {
      for (const { place, slope } of found) {
        expect(Math.abs(gradients[i][place] - slope)).toBeLessThan(0.02 * (1 + Math.abs(slope)));
      }
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the gradient of equal maxima', () => {
  it('adds up to what came', async () => {
    await useBackend('wasm');
    const total = tf.tidy(() => {
      const pull = tf.grad((x: tf.Tensor) => tf.sum(tf.maxPool(asMap(x), 2, 2, 'valid')));
      return tf.sum(pull(tf.ones([1, 4, 4, 2]))).dataSync()[0];
    });
    expect(total).toBeCloseTo(8);
  });
});
