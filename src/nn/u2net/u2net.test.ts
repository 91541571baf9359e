import { beforeAll, describe, expect, it } from 'vitest';
import { U2NET } from '../../checkpoints/segmenters/u2net.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { RandomState } from '../../random/random-state.ts';
import { useBackend } from '../backend/use-backend.ts';
import { loadNamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';
import { loadU2Net } from './load-u2net.ts';
import { prepareForU2Net } from './prepare-image.ts';
import { stretchProbability } from './stretch-probability.ts';
import { u2netForward } from './u2net-forward.ts';
import { unfoldedParts } from './u2net-weights.ts';

const CONFIG = { variant: 'u2netp', inputSize: 320 } as const;
const SHAPES = U2NET.tensorShapes(CONFIG);

/** Random weights of a size that keeps values in range, biases before norms zero as in training. */
function randomWeights(): TensorSource {
  const random = new RandomState(2);
  const tensors = new Map<string, NamedTensor>();
  for (const [name, shape] of SHAPES) {
    const count = shape.reduce((product, side) => product * side, 1);
    const spread = shape.length > 1 ? 1 / Math.sqrt(count / shape[0]) : 0.2;
    const middle = /running_var$|bn_s1\.weight$/.test(name) ? 1 : 0;
    const isZero = name.endsWith('conv_s1.bias');
    const data = Float32Array.from(random.randn(count), (value) =>
      isZero ? 0 : middle + spread * Math.max(-2, Math.min(2, value)),
    );
    tensors.set(name, { shape, data });
  }
  const read = (name: string) => tensors.get(name) as NamedTensor;
  return { names: () => [...tensors.keys()], has: (name) => tensors.has(name), read };
}

describe.each(['cpu', 'wasm'] as const)('U²-NetP on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives the same with its norms folded into convolutions and apart, for sides that do not halve', () => {
    const source = randomWeights();
    const network = loadU2Net(CONFIG, source);
    const weights = loadNamedTensors(source, SHAPES);
    const vector = (name: string) => weights[name] as tf.Tensor1D;
    const parts = unfoldedParts('u2netp', weights, (x, name) =>
      tf.batchNorm4d(
        x,
        vector(`${name}.running_mean`),
        vector(`${name}.running_var`),
        vector(`${name}.bias`),
        vector(`${name}.weight`),
        1e-5,
      ),
    );
    const values = Float32Array.from(new RandomState(4).randn(19 * 34 * 3));
    const x = tf.tensor4d(values, [1, 19, 34, 3]);
    const folded = network.run(x);
    const apart = u2netForward(parts, x);
    expect(folded).toHaveLength(7);
    for (const [i, map] of folded.entries()) {
      expect(map.shape).toEqual([1, 19, 34, 1]);
      const expected = apart[i].dataSync();
      for (const [at, value] of map.dataSync().entries()) {
        expect(Math.abs(value - expected[at])).toBeLessThan(2e-3);
      }
    }
    network.dispose();
    tf.dispose([x, ...folded, ...apart]);
    tf.dispose(weights);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('leaves nothing behind when a weight is missing', () => {
    const source = randomWeights();
    const read = (name: string) => {
      if (name === 'outconv.bias') throw new Error('gone');
      return source.read(name);
    };
    expect(() => loadU2Net(CONFIG, { ...source, read })).toThrow('gone');
    expect(tf.memory().numTensors).toBe(0);
  });
});

describe('an image for U²-Net', () => {
  /** 32 × 32 pixels of these channels. */
  const plane = (channels: number, pixel: number[]) => ({
    ...{ width: 32, height: 32, channels },
    data: Float32Array.from({ length: 1024 * channels }, (_, i) => pixel[i % channels]),
  });

  it('of one plane takes the mean and deviation of red in all three channels', () => {
    const { data } = prepareForU2Net(plane(1, [100]), 32);
    const at = (16 * 32 + 16) * 3;
    for (const value of data.slice(at, at + 3)) expect(value).toBeCloseTo((1 - 0.485) / 0.229, 4);
  });

  it('of three planes takes those of each, an alpha channel being left out', () => {
    const { data } = prepareForU2Net(plane(4, [80, 40, 20, 255]), 32);
    const at = (16 * 32 + 16) * 3;
    expect(data[at]).toBeCloseTo((1 - 0.485) / 0.229, 5);
    expect(data[at + 1]).toBeCloseTo((0.5 - 0.456) / 0.224, 5);
    expect(data[at + 2]).toBeCloseTo((0.25 - 0.406) / 0.225, 5);
  });

  it('of zeros stays finite', () => {
    const { data } = prepareForU2Net(plane(1, [0]), 32);
    expect(data.every((value) => Math.abs(value + 0.485 / 0.229) < 1e-5)).toBe(true);
  });
});

describe('stretching probabilities', () => {
  it('takes the least to 0 and the largest to 1', () => {
    const stretched = stretchProbability(Float32Array.of(0.2, 0.5, 0.8));
    expect([...stretched].map((value) => Number(value.toFixed(6)))).toEqual([0, 0.5, 1]);
  });

  it('makes no picture of the noise of an empty image', () => {
    const noise = Float32Array.of(0.01, 0.02, 0.03);
    expect(stretchProbability(noise)).toBe(noise);
  });
});
