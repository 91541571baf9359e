import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { releaseBackend, useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { biasAct } from './bias-act.ts';
import { conv2dResample } from './conv2d-resample.ts';
import { prepareFilteredLeakyRelu } from './filtered-leaky-relu.ts';
import { planarFilter, separableFilter, setupFilter } from './fir-filter.ts';
import { minibatchStd } from './minibatch-std.ts';
import { modulatedConv2d, prepareModulatedConvolution } from './modulated-convolution.ts';
import { cropMap, padMap } from './pad-map.ts';
import { downsample2d, filter2d, upsample2d } from './resample2d.ts';
import { prepareStyleConvolution } from './style-convolution.ts';
import { upfirdn2d } from './upfirdn2d.ts';

const TWELVE = separableFilter([1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1].map((tap) => tap / 42));
const PLANE = planarFilter([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3);

function weightOf(shape: number[]) {
  const size = shape.reduce((product, side) => product * side, 1);
  return { shape, data: Float32Array.from({ length: size }, (_, i) => Math.sin(i)) };
}

const makeMap = (shape: [number, number, number, number]) =>
  tf.tidy(() => {
    const size = shape.reduce((product, side) => product * side, 1);
    return tf.reshape(tf.cos(tf.mul(tf.range(0, size), 0.7)), shape) as tf.Tensor4D;
  });

const makeStyles = (n: number, c: number) =>
  tf.tensor2d(
    Array.from({ length: n * c }, (_, i) => 1 + Math.sin(i) / 2),
    [n, c],
  );

/** Every public operation, called once on `[2, 6, 5, 4]`. */
const OPERATIONS: Record<string, (x: tf.Tensor4D) => tf.Tensor> = {
  biasAct: (x) => biasAct(x, null, { act: 'lrelu', clamp: 0.5 }),
  'upfirdn2d, separable': (x) => upfirdn2d(x, TWELVE, { up: [2, 1], padding: [6, 7, 8, 9] }),
  'upfirdn2d, planar': (x) => upfirdn2d(x, PLANE, { up: [1, 2], padding: [1, 1, -1, 2] }),
  filter2d: (x) => filter2d(x, PLANE),
  upsample2d: (x) => upsample2d(x, setupFilter([1, 3, 3, 1])),
  downsample2d: (x) => downsample2d(x, setupFilter([1, 3, 3, 1])),
  padMap: (x) => padMap(x, [1, -2], [-1, 3]),
  cropMap: (x) => cropMap(x, [3, 2]),
  minibatchStd: (x) => minibatchStd(x, 2, 2),
  'modulatedConv2d, styles outside': (x) =>
    tf.tidy(() =>
      modulatedConv2d(x, weightOf([3, 4, 3, 3]), makeStyles(2, 4), {
        demodulate: true,
        padding: 2,
        inputGain: 0.5,
      }),
    ),
  'style convolution, doubling': (x) =>
    tf.tidy(() => {
      const options = { doublingFilter: setupFilter([1, 3, 3, 1]), padding: 1 };
      const convolution = prepareStyleConvolution(weightOf([2, 4, 3, 3]), [6, 5], options);
      const y = convolution.apply(x, makeStyles(2, 4));
      convolution.dispose();
      return y;
    }),
  conv2dResample: (x) =>
    tf.tidy(() =>
      conv2dResample(x, tf.ones([1, 1, 4, 2]) as tf.Tensor4D, setupFilter([1, 3, 3, 1]), {
        down: 2,
      }),
    ),
  'filtered leaky ReLU, separable': (x) => {
    const filters = { up: 2, down: 2, upFilter: TWELVE, downFilter: TWELVE };
    const activation = prepareFilteredLeakyRelu([6, 5], { ...filters, padding: [9, 8, 9, 8] });
    const y = activation.apply(x);
    activation.dispose();
    return y;
  },
  'filtered leaky ReLU, planar': (x) => {
    const filters = { up: 2, down: 2, upFilter: TWELVE, downFilter: PLANE };
    const activation = prepareFilteredLeakyRelu([6, 5], { ...filters, padding: [9, 8, 9, 8] });
    const y = activation.apply(x);
    activation.dispose();
    return y;
  },
};

describe.each(['wasm', 'cpu'] as const)('operations on %s', (backend) => {
  beforeAll(async () => {
    await useBackend(backend);
  });
  afterAll(releaseBackend);

  it.each(Object.keys(OPERATIONS))('%s leaves one tensor and its input alone', (name) => {
    const x = makeMap([2, 6, 5, 4]);
    const before = Array.from(x.dataSync());
    const tensors = tf.memory().numTensors;
    const y = OPERATIONS[name](x);
    expect(tf.memory().numTensors).toBe(tensors + 1);
    expect(Array.from(y.dataSync()).every(Number.isFinite)).toBe(true);
    y.dispose();
    expect(tf.memory().numTensors).toBe(tensors);
    expect(Array.from(x.dataSync())).toEqual(before);
    x.dispose();
  });

  it('pads with zeros and crops', () => {
    const x = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
    const y = padMap(x, [1, -1], [-1, 2]);
    expect(y.shape).toEqual([1, 2, 4, 1]);
    expect(Array.from(y.dataSync())).toEqual([0, 0, 0, 0, 2, 3, 0, 0]);
    tf.dispose([x, y]);
  });

  it('modulates a sample alike in every batch, and does not feel the size of its styles', () => {
    const options = { demodulate: true, padding: 2 };
    const convolution = prepareModulatedConvolution(weightOf([5, 4, 3, 3]), options);
    const x = makeMap([2, 6, 5, 4]);
    const styles = tf.tensor2d([1, 2, 3, 4, 1000, 2000, 3000, 4000], [2, 4]);
    const [first, second] = [0, 1].map((i) => {
      const sample = tf.slice4d(x, [i, 0, 0, 0], [1, 6, 5, 4]);
      return convolution.apply(sample, tf.slice2d(styles, [i, 0], [1, 4])).dataSync();
    });
    const both = convolution.apply(x, styles).dataSync();
    expect(Array.from(both)).toEqual([...first, ...second]);
    const small = convolution.apply(x, tf.div(styles, 1e6) as tf.Tensor2D).dataSync();
    const differences = Array.from(small, (value, i) => Math.abs(value - both[i]));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
    convolution.dispose();
  });
});
