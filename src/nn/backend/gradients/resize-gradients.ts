import * as tf from '../../tf.ts';

/** How an image is resized, as TensorFlow.js says it. */
export interface ResizeRule {
  kind: 'bilinear' | 'nearest';
  alignCorners: boolean;
  halfPixelCenters: boolean;
}

/** What every output position takes from every input position along one axis, `[to, from]`. */
function axisWeights(from: number, to: number, rule: ResizeRule): tf.Tensor2D {
  const { kind, alignCorners, halfPixelCenters } = rule;
  const scale = alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to;
  const weights = new Float32Array(to * from);
  for (let i = 0; i < to; i++) {
    const centred = halfPixelCenters ? (i + 0.5) * scale : i * scale;
    if (kind === 'nearest') {
      const nearest = alignCorners ? Math.round(centred) : Math.floor(centred);
      weights[i * from + Math.min(from - 1, nearest)] = 1;
      continue;
    }
    const at = Math.min(from - 1, Math.max(0, halfPixelCenters ? centred - 0.5 : centred));
    const low = Math.floor(at);
    weights[i * from + low] += 1 - (at - low);
    if (low + 1 < from) weights[i * from + low + 1] += at - low;
  }
  return tf.tensor2d(weights, [to, from], 'float32');
}

/** Both axes by products with the transposed weights. */
function byProducts(dy: tf.Tensor4D, [height, width]: [number, number], rule: ResizeRule) {
  const [samples, rows, columns, channels] = dy.shape;
  const down = tf.transpose(axisWeights(height, rows, rule));
  const across = tf.transpose(axisWeights(width, columns, rule));
  const tall = tf.transpose(tf.reshape(dy, [samples, rows, columns * channels]), [1, 0, 2]);
  const low = tf.matMul(
    down,
    tf.reshape(tall, [rows, samples * columns * channels]) as tf.Tensor2D,
  );
  const turned = tf.transpose(tf.reshape(low, [height * samples, columns, channels]), [1, 0, 2]);
  const narrow = tf.matMul(
    across,
    tf.reshape(turned, [columns, height * samples * channels]) as tf.Tensor2D,
  );
  return tf.transpose<tf.Tensor4D>(
    tf.reshape(narrow, [width, height, samples, channels]),
    [2, 1, 0, 3],
  );
}

/**
 * Bilinear enlargement to twice the size backwards: the weights 1, 3, 3, 1 are three means over two, and the border,
 * which the enlargement repeats, is folded back by repeating its gradient.
 */
function bilinearDoubling(dy: tf.Tensor4D): tf.Tensor4D {
  const one: [number, number] = [1, 1];
  const padded = tf.mirrorPad(dy, [[0, 0], one, one, [0, 0]], 'symmetric');
  const twice = tf.avgPool(tf.avgPool(padded, 2, 1, 'valid'), 2, 1, 'valid');
  return tf.mul<tf.Tensor4D>(tf.avgPool(twice, 2, 2, 'valid'), 4);
}

/**
 * The gradient of resizing. The stock ones are those of another rule: they do not know of half-pixel centres, and on the
 * CPU backend exchange height and width.
 * @param dy `[N, H', W', C]`
 * @param size `[H, W]` before.
 * @returns `[N, H, W, C]`
 */
export function resizeGradient(
  dy: tf.Tensor4D,
  size: [number, number],
  rule: ResizeRule,
): tf.Tensor4D {
  return tf.tidy(() => {
    const doubled = dy.shape[1] === 2 * size[0] && dy.shape[2] === 2 * size[1];
    if (doubled && !rule.alignCorners) {
      if (rule.kind === 'nearest') return tf.mul<tf.Tensor4D>(tf.avgPool(dy, 2, 2, 'valid'), 4);
      if (rule.halfPixelCenters) return bilinearDoubling(dy);
    }
    return byProducts(dy, size, rule);
  });
}
