import type { Placement } from '../stylegan/mask-network.ts';

/** A 3 by 3 matrix in row-major order, acting on column vectors `(x, y, 1)`. */
export type Matrix3 = readonly number[];

/** The matrix that `gen_images.py` builds from `--translate` and `--rotate` (spec A.12). */
export function makeTransform({ translateX, translateY, rotateDegrees }: Placement): number[] {
  const angle = (rotateDegrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c, s, translateX, -s, c, translateY, 0, 0, 1];
}

/** The inverse of `makeTransform`, which is what the synthesis takes. */
export function inverseTransform({ translateX, translateY, rotateDegrees }: Placement): number[] {
  const angle = (rotateDegrees * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const x = s * translateY - c * translateX;
  const y = -s * translateX - c * translateY;
  return [c, -s, x, s, c, y, 0, 0, 1];
}
