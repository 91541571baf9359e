import * as tf from '../../tf.ts';

/** What a convolution was made with; `dilations` or `strides` are 1. */
export interface ConvolutionGeometry {
  strides: [number, number];
  dilations: [number, number];
  /** Zeros around its input. */
  pad: { top: number; bottom: number; left: number; right: number };
}

type Extents = [number, number, number, number];

function padSpatially(x: tf.Tensor4D, rows: [number, number], columns: [number, number]) {
  return tf.pad4d(x, [[0, 0], rows, columns, [0, 0]]);
}

/** `count` rows from `start` on, and columns likewise, of a map that zeros follow and precede. */
function window(
  x: tf.Tensor4D,
  [top, left]: [number, number],
  [height, width]: [number, number],
): tf.Tensor4D {
  const { shape } = x;
  const after = (start: number, count: number, side: number) => Math.max(0, start + count - side);
  const padded = padSpatially(
    x,
    [Math.max(0, -top), after(top, height, shape[1])],
    [Math.max(0, -left), after(left, width, shape[2])],
  );
  const begin: Extents = [0, Math.max(0, top), Math.max(0, left), 0];
  return tf.slice(padded, begin, [shape[0], height, width, shape[3]]);
}

/**
 * The gradient of a convolution's filter: one convolution again, in which channels are the samples and samples the
 * channels, the gradient of the output is the filter, and strides and dilations have changed places.
 * @param x `[N, H, W, in]`, the convolution's input.
 * @param dy `[N, H', W', out]`, the gradient of its output.
 * @returns `[kernel, kernel, in, out]`
 */
export function filterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: Extents,
  { strides, dilations, pad }: ConvolutionGeometry,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width] = filterShape;
    const [, outHeight, outWidth] = dy.shape;
    const rows = (outHeight - 1) * strides[0] + (height - 1) * dilations[0] + 1;
    const columns = (outWidth - 1) * strides[1] + (width - 1) * dilations[1] + 1;
    const seen = window(x, [-pad.top, -pad.left], [rows, columns]);
    const samples = tf.transpose<tf.Tensor4D>(seen, [3, 1, 2, 0]);
    const filter = tf.transpose<tf.Tensor4D>(dy, [1, 2, 0, 3]);
    const taps = tf.conv2d(samples, filter, dilations, 'valid', 'NHWC', strides);
    return tf.transpose<tf.Tensor4D>(taps, [1, 2, 0, 3]);
  });
}

/** Puts zeros between rows and columns, so that neighbours are a stride apart. */
function spread(dy: tf.Tensor4D, [down, across]: [number, number]): tf.Tensor4D {
  const [samples, height, width, channels] = dy.shape;
  const columns = tf.pad(tf.reshape(dy, [samples * height, width, 1, channels]), [
    [0, 0],
    [0, 0],
    [0, across - 1],
    [0, 0],
  ]);
  const wide = width * across * channels;
  const rows = tf.pad(tf.reshape(columns, [samples, height, 1, wide]), [
    [0, 0],
    [0, 0],
    [0, down - 1],
    [0, 0],
  ]);
  return tf.reshape(rows, [samples, height * down, width * across, channels]);
}

/**
 * The gradient of a convolution's input: the convolution of the output's gradient, its strides filled with zeros, with
 * the filter turned by half and its channels exchanged.
 * @param dy `[N, H', W', out]`
 * @param filter `[kernel, kernel, in, out]`
 * @returns `inputShape`, `[N, H, W, in]`
 */
export function inputGradient(
  inputShape: Extents,
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  { strides, dilations, pad }: ConvolutionGeometry,
): tf.Tensor4D {
  return tf.tidy(() => {
    const [height, width] = filter.shape;
    const [, rows, columns] = inputShape;
    const isPoint = height === 1 && width === 1;
    const turned = isPoint ? filter : tf.reverse<tf.Tensor4D>(filter, [0, 1]);
    const exchanged = tf.transpose<tf.Tensor4D>(turned, [0, 1, 3, 2]);
    const strided = strides[0] > 1 || strides[1] > 1;
    if (isPoint) {
      const mixed = tf.conv2d(dy, exchanged, 1, 'valid');
      const apart = strided ? spread(mixed, strides) : mixed;
      return window(apart, [pad.top, pad.left], [rows, columns]);
    }
    const apart = strided ? spread(dy, strides) : dy;
    const reachDown = (height - 1) * dilations[0];
    const reachAcross = (width - 1) * dilations[1];
    const seen = window(
      apart,
      [pad.top - reachDown, pad.left - reachAcross],
      [rows + reachDown, columns + reachAcross],
    );
    return tf.conv2d(seen, exchanged, 1, 'valid', 'NHWC', dilations);
  });
}
