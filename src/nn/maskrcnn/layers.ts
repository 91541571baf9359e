import type { NamedTensors } from '../named-tensors.ts';
import * as tf from '../tf.ts';

/** What differs between convolutions. */
export interface ConvolutionOptions {
  strides?: 1 | 2;
  /** Zeros on every side; PyTorch's padding is symmetric, TensorFlow's `same` is not. */
  pad?: number;
  relu?: boolean;
}

/**
 * The convolution called `name`, with its bias where it has one.
 * @param x `[N, H, W, in]`
 */
export function convolution(
  weights: NamedTensors,
  name: string,
  x: tf.Tensor4D,
  { strides = 1, pad = 0, relu = false }: ConvolutionOptions = {},
): tf.Tensor4D {
  const filter = weights[`${name}.weight`] as tf.Tensor4D;
  const padding: tf.backend_util.ExplicitPadding = [
    [0, 0],
    [pad, pad],
    [pad, pad],
    [0, 0],
  ];
  return tf.fused.conv2d({
    x,
    filter,
    bias: weights[`${name}.bias`],
    strides,
    pad: pad === 0 ? 'valid' : padding,
    activation: relu ? 'relu' : 'linear',
  });
}

/**
 * The fully connected layer called `name`, computed as a 1×1 convolution: the gradient of a matrix product is slow on
 * WASM, that of a convolution is not.
 * @param x `[N, in]`
 */
export function fullyConnected(
  weights: NamedTensors,
  name: string,
  x: tf.Tensor2D,
  relu = false,
): tf.Tensor2D {
  return tf.tidy(() => {
    const weight = weights[`${name}.weight`] as tf.Tensor2D;
    const [inputs, outputs] = weight.shape;
    const places = tf.reshape(x, [1, x.shape[0], 1, inputs]) as tf.Tensor4D;
    const filter = tf.reshape(weight, [1, 1, inputs, outputs]) as tf.Tensor4D;
    const sum = tf.add(tf.conv2d(places, filter, 1, 'valid'), weights[`${name}.bias`]);
    return tf.reshape(relu ? tf.relu(sum) : sum, [x.shape[0], outputs]) as tf.Tensor2D;
  });
}

/** Every pixel four times: nearest-neighbour enlargement to twice the size. `[N, H, W, C]` → `[N, 2H, 2W, C]`. */
export function doubleNearest(x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const [batch, height, width, channels] = x.shape;
    const wide = tf.reshape(tf.concat([x, x], 3), [batch * height, 1, 2 * width * channels]);
    return tf.reshape(tf.concat([wide, wide], 1), [batch, 2 * height, 2 * width, channels]);
  });
}

/** The even and odd entries of an axis of even length, as `[N, H/2, W, C]` each for rows. */
function rowsByParity(x: tf.Tensor4D): [even: tf.Tensor4D, odd: tf.Tensor4D] {
  const [batch, height, width, channels] = x.shape;
  const pairs = tf.reshape(x, [batch * (height / 2), 2, width, channels]);
  const half = (index: number) =>
    tf.reshape(tf.slice(pairs, [0, index, 0, 0], [-1, 1, -1, -1]), [
      batch,
      height / 2,
      width,
      channels,
    ]) as tf.Tensor4D;
  return [half(0), half(1)];
}

/** The largest of every third row around an even one. */
function halveRows(x: tf.Tensor4D): tf.Tensor4D {
  const [even, odd] = rowsByParity(x);
  const [, height] = odd.shape;
  const before = tf.pad(tf.slice(odd, [0, 0, 0, 0], [-1, height - 1, -1, -1]), [
    [0, 0],
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
  return tf.maximum(tf.maximum(before, even), odd);
}

/**
 * Max pooling 3×3, stride 2, padding 1, of values that are not negative (after a ReLU), so that zeros can stand for
 * what lies outside. Made of maxima of rows, then of columns, whose gradient every backend has.
 * @param x `[N, H, W, C]` with even height and width
 */
export function maxPoolOfStem(x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const turned = tf.transpose(halveRows(x), [0, 2, 1, 3]);
    return tf.transpose(halveRows(turned), [0, 2, 1, 3]);
  });
}

/** Every second row and column, from the first: what a 1×1 max pooling of stride 2 gives (`LastLevelMaxPool`). */
export function everySecond(x: tf.Tensor4D): tf.Tensor4D {
  return tf.tidy(() => {
    const even = (map: tf.Tensor4D): tf.Tensor4D => {
      const odd = map.shape[1] % 2;
      const whole = odd
        ? tf.pad(map, [
            [0, 0],
            [0, 1],
            [0, 0],
            [0, 0],
          ])
        : map;
      return rowsByParity(whole)[0];
    };
    return tf.transpose(even(tf.transpose(even(x), [0, 2, 1, 3])), [0, 2, 1, 3]);
  });
}
