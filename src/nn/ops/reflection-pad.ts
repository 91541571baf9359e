import * as tf from '../tf.ts';

/** A slice of `length` along `axis`, everything of the other axes. */
function sliceAxis(x: tf.Tensor4D, axis: 1 | 2, start: number, length: number): tf.Tensor4D {
  const begin = [0, 0, 0, 0];
  const size = [...x.shape];
  begin[axis] = start;
  size[axis] = length;
  return tf.slice(x, begin, size);
}

/** Zeros before and after along `axis`. */
function padAxis(x: tf.Tensor4D, axis: 1 | 2, before: number, after: number): tf.Tensor4D {
  const none: [number, number] = [0, 0];
  const amount: [number, number] = [before, after];
  return tf.pad4d(x, [none, axis === 1 ? amount : none, axis === 2 ? amount : none, none]);
}

/** The transpose of reflection along one axis: each border is folded back onto the pixels it repeated. */
function foldAxis(dy: tf.Tensor4D, axis: 1 | 2, pad: number): tf.Tensor4D {
  const length = dy.shape[axis] - 2 * pad;
  const rest = length - pad - 1;
  const before = tf.reverse(sliceAxis(dy, axis, 0, pad), axis);
  const after = tf.reverse(sliceAxis(dy, axis, pad + length, pad), axis);
  return tf.addN([
    sliceAxis(dy, axis, pad, length),
    padAxis(before, axis, 1, rest),
    padAxis(after, axis, rest, 1),
  ]);
}

/**
 * Reflection without repeating the edge (`ReflectionPad2d`). The gradient is our own: the stock one of
 * `mirrorPad` only crops.
 * @param x `[N, H, W, C]` with `H, W > pad`
 * @param pad pixels on each side
 */
export function reflectionPad(x: tf.Tensor4D, pad: number): tf.Tensor4D {
  const padded = tf.customGrad((input) => ({
    value: tf.mirrorPad(
      input as tf.Tensor4D,
      [
        [0, 0],
        [pad, pad],
        [pad, pad],
        [0, 0],
      ],
      'reflect',
    ),
    gradFunc: (dy) => foldAxis(foldAxis(dy as tf.Tensor4D, 2, pad), 1, pad),
  }));
  return padded(x) as tf.Tensor4D;
}
