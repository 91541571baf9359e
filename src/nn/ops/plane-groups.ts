import * as tf from '../tf.ts';

/**
 * Runs planes group by group. What is done to a plane does not depend on the others, so the numbers are the same to the
 * bit; what widens the planes on the way then needs room for one group only.
 * @param planes `[P, H, W]`, left to the caller
 * @param group planes of one run
 * @param apply `[G, H, W]` to `[G, H', W']`
 */
export function inGroups(
  planes: tf.Tensor3D,
  group: number,
  apply: (planes: tf.Tensor3D) => tf.Tensor3D,
): tf.Tensor3D {
  const [count, height, width] = planes.shape;
  if (count <= group) return apply(planes);
  return tf.tidy(() => {
    const parts: tf.Tensor3D[] = [];
    for (let first = 0; first < count; first += group) {
      const size: [number, number, number] = [Math.min(group, count - first), height, width];
      parts.push(tf.tidy(() => apply(tf.slice3d(planes, [first, 0, 0], size))));
    }
    return tf.concat3d(parts, 0);
  });
}
