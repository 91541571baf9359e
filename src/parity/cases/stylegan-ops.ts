import type { SafetensorsTensor } from '../../checkpoints/safetensors.ts';
import { type Activation, biasAct } from '../../nn/ops/bias-act.ts';
import { conv2dResample } from '../../nn/ops/conv2d-resample.ts';
import { prepareFilteredLeakyRelu } from '../../nn/ops/filtered-leaky-relu.ts';
import { type FirFilter, filterOfTensor, setupFilter } from '../../nn/ops/fir-filter.ts';
import { minibatchStd } from '../../nn/ops/minibatch-std.ts';
import { kernelOf, modulatedConv2d } from '../../nn/ops/modulated-convolution.ts';
import { downsample2d, filter2d, upsample2d } from '../../nn/ops/resample2d.ts';
import { prepareStyleConvolution } from '../../nn/ops/style-convolution.ts';
import { type Padding, upfirdn2d } from '../../nn/ops/upfirdn2d.ts';
import * as tf from '../../nn/tf.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { ParityEntry } from '../registry.ts';
import { mapOf, planesOf, valuesOf } from './stylegan-layout.ts';

interface OpCase {
  index: number;
}

function casesOf<T extends OpCase>(golden: GoldenCase): T[] {
  return golden.config.cases as T[];
}

function caseName({ index }: OpCase, tensor: string): string {
  return `case${String(index).padStart(3, '0')}.${tensor}`;
}

function filterOf(golden: GoldenCase, name: string): FirFilter | null {
  if (!golden.has(name)) return null;
  const { shape, data } = golden.input(name);
  return filterOfTensor({ shape, data });
}

function vectorOf({ data }: SafetensorsTensor): tf.Tensor1D {
  return tf.tensor1d(data as Float32Array);
}

const BIAS_ACT_TOLERANCE = { atol: 1e-5, rtol: 1e-5 };

interface BiasActCase extends OpCase {
  act: Activation;
  alpha?: number;
  gain?: number;
  clamp?: number;
  bias?: null;
}

const biasActEntry: ParityEntry = {
  matches: /^02_op_bias_act$/,
  async run(golden, report) {
    for (const test of casesOf<BiasActCase>(golden)) {
      const hasBias = test.bias !== null;
      const map = tf.tidy(() => {
        const bias = hasBias ? vectorOf(golden.input('b4')) : null;
        return biasAct(mapOf(golden.input('x4d')), bias, test);
      });
      report.compare(caseName(test, 'y4d'), await planesOf(map), BIAS_ACT_TOLERANCE);
      if (!golden.has(caseName(test, 'y2d'))) continue;
      const rows = tf.tidy(() => {
        const { shape, data } = golden.input('x2d');
        const x = tf.tensor2d(data as Float32Array, shape as [number, number]);
        return biasAct(x, hasBias ? vectorOf(golden.input('b7')) : null, test);
      });
      report.compare(caseName(test, 'y2d'), await valuesOf(rows), BIAS_ACT_TOLERANCE);
    }
  },
};

interface FilteredCase extends OpCase {
  up: number;
  down: number;
  padding: Padding;
  gain: number;
  slope: number;
  clamp: number | null;
  flip_filter?: boolean;
}

const filteredEntry: ParityEntry = {
  matches: /^02_op_filtered_lrelu/,
  async run(golden, report) {
    for (const test of casesOf<FilteredCase>(golden)) {
      const bias = caseName(test, 'b');
      const x = mapOf(golden.input(caseName(test, 'x')));
      const activation = prepareFilteredLeakyRelu([x.shape[1], x.shape[2]], {
        ...test,
        flipFilter: test.flip_filter,
        upFilter: filterOf(golden, caseName(test, 'fu')),
        downFilter: filterOf(golden, caseName(test, 'fd')),
      });
      const y = tf.tidy(() => {
        const biased = golden.has(bias) ? tf.add(x, vectorOf(golden.input(bias))) : x;
        return activation.apply(biased as tf.Tensor4D);
      });
      x.dispose();
      activation.dispose();
      report.compare(caseName(test, 'y'), await planesOf(y), { atol: 2e-5, rtol: 1e-5 });
    }
  },
};

const KINDS = new Set([
  'sg3.modulated_conv2d',
  'sg2.modulated_conv2d',
  'conv2d_resample',
  'minibatch_std',
]);

interface ConvolutionCase extends OpCase {
  kind: string;
  demodulate: boolean;
  padding: number;
  up?: number;
  down?: number;
  flip_weight: boolean;
  group_size: number;
  num_channels: number;
}

/** StyleGAN2 flips the kernel exactly when it doubles the map, which is what the operation does. */
function styleConvolve(golden: GoldenCase, test: ConvolutionCase, x: tf.Tensor4D): tf.Tensor4D {
  const input = (tensor: string) => golden.input(caseName(test, tensor));
  const { shape, data } = input('weight');
  const filter = filterOf(golden, caseName(test, 'resample_filter'));
  const convolution = prepareStyleConvolution(
    { shape, data: data as Float32Array },
    [x.shape[1], x.shape[2]],
    {
      padding: test.padding,
      doublingFilter: test.up === 2 ? (filter ?? undefined) : undefined,
      demodulate: test.demodulate,
    },
  );
  const styles = input('styles');
  const y = convolution.apply(
    x,
    tf.tensor2d(styles.data as Float32Array, styles.shape as [number, number]),
  );
  convolution.dispose();
  if (!golden.has(caseName(test, 'noise'))) return y;
  const noise = input('noise');
  const [height, width] = noise.shape.slice(-2);
  return tf.add(y, tf.tensor4d(noise.data as Float32Array, [1, height, width, 1]));
}

function convolve(golden: GoldenCase, test: ConvolutionCase): tf.Tensor4D {
  const input = (tensor: string) => golden.input(caseName(test, tensor));
  const weight = (tensor: string) => {
    const { shape, data } = input(tensor);
    return { shape, data: data as Float32Array };
  };
  const rows = (tensor: string) => {
    const { shape, data } = input(tensor);
    return tf.tensor2d(data as Float32Array, shape as [number, number]);
  };
  const x = mapOf(input('x'));
  const { demodulate, padding, up, down } = test;
  const flipWeight = test.flip_weight;
  switch (test.kind) {
    case 'sg3.modulated_conv2d': {
      const hasGain = golden.has(caseName(test, 'input_gain'));
      const gain = hasGain ? input('input_gain') : { shape: [], data: [1] };
      const inputGain =
        gain.shape.length === 0 ? gain.data[0] : tf.tensor(gain.data as Float32Array, gain.shape);
      return modulatedConv2d(x, weight('w'), rows('s'), { demodulate, padding, inputGain });
    }
    case 'sg2.modulated_conv2d':
      return styleConvolve(golden, test, x);
    case 'conv2d_resample': {
      const filter = filterOf(golden, caseName(test, 'f')) as FirFilter;
      return conv2dResample(x, kernelOf(weight('w')), filter, { up, down, padding, flipWeight });
    }
    default:
      return minibatchStd(x, test.group_size, test.num_channels);
  }
}

const convolutionEntry: ParityEntry = {
  matches: /^02_op_modconv$/,
  async run(golden, report) {
    for (const test of casesOf<ConvolutionCase>(golden)) {
      if (!KINDS.has(test.kind)) {
        report.missing(test.kind);
        continue;
      }
      const y = tf.tidy(() => convolve(golden, test));
      report.compare(caseName(test, 'y'), await planesOf(y), { atol: 5e-5, rtol: 1e-5 });
    }
  },
};

interface ResampleCase extends OpCase {
  fn: 'upfirdn2d' | 'filter2d' | 'upsample2d' | 'downsample2d';
  up?: number | [number, number];
  down?: number | [number, number];
  padding?: number | [number, number] | Padding;
  flip_filter?: boolean;
  gain?: number;
}

/** The official shorthand: one number for all sides, or one for each axis. */
function paddingOf(padding: ResampleCase['padding'] = 0): Padding {
  if (typeof padding === 'number') return [padding, padding, padding, padding];
  return padding.length === 4 ? padding : [padding[0], padding[0], padding[1], padding[1]];
}

function factorsOf(factor: number | [number, number] = 1): [number, number] {
  return typeof factor === 'number' ? [factor, factor] : factor;
}

function resample(x: tf.Tensor4D, filter: FirFilter | null, test: ResampleCase): tf.Tensor4D {
  const options = {
    padding: paddingOf(test.padding),
    flipFilter: test.flip_filter,
    gain: test.gain,
  };
  const [up, down] = [factorsOf(test.up), factorsOf(test.down)];
  if (test.fn === 'upfirdn2d' || !filter) return upfirdn2d(x, filter, { ...options, up, down });
  if (test.fn === 'filter2d') return filter2d(x, filter, options);
  if (test.fn === 'upsample2d') return upsample2d(x, filter, test.up ? up[0] : 2, options);
  return downsample2d(x, filter, test.down ? down[0] : 2, options);
}

/** The calls that made the `setup.*` tensors, by the descriptions in the sidecar. */
const SETUPS: Record<string, () => FirFilter> = {
  'setup.1331': () => setupFilter([1, 3, 3, 1]),
  'setup.1331_gain4_flip': () => setupFilter([1, 3, 3, 1], { gain: 4, flip: true }),
  'setup.asym9': () => setupFilter([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  'setup.none': () => setupFilter(null),
  'setup.1331_sep': () => setupFilter([1, 3, 3, 1], { separable: true }),
  'setup.13': () => setupFilter([1, 3]),
  'setup.nonorm': () => setupFilter([1, 2, 1], { normalize: false }),
};

const upfirdnEntry: ParityEntry = {
  matches: /^02_op_upfirdn2d$/,
  async run(golden, report) {
    const tolerance = { atol: 1e-5, rtol: 1e-5 };
    for (const [name, setup] of Object.entries(SETUPS)) {
      const filter = setup();
      const { shape } = golden.peek(name);
      report.compare(name, filter.taps, tolerance);
      report.expect(`${name} shape`, filter.separable === (shape.length === 1), `[${shape}]`);
    }
    // The taps of this one are not in the sidecar: normalising them again must change nothing.
    const twelve = golden.peek('setup.sep12').data;
    const again = setupFilter(Array.from(twelve));
    report.compare('setup.sep12', again.taps, tolerance);
    report.expect('setup.sep12 shape', again.separable, 'a plane');
    for (const test of casesOf<ResampleCase>(golden)) {
      const y = tf.tidy(() => {
        const x = mapOf(golden.input(caseName(test, 'x')));
        return resample(x, filterOf(golden, caseName(test, 'f')), test);
      });
      report.compare(caseName(test, 'y'), await planesOf(y), tolerance);
    }
  },
};

/** The operations StyleGAN networks are made of. */
export const STYLEGAN_OPS_CASES: ParityEntry[] = [
  biasActEntry,
  filteredEntry,
  convolutionEntry,
  upfirdnEntry,
];
