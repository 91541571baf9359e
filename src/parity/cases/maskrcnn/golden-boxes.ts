import type { Boxes } from '../../../nn/maskrcnn/boxes.ts';
import type { FeatureMap } from '../../../nn/maskrcnn/feature-map.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { imageOfPlanes } from '../pix2pixhd/layout.ts';

/** A golden's numbers as float32, whatever they are stored as. */
export function numbersOf(golden: GoldenCase, name: string): Float32Array {
  return Float32Array.from(golden.input(name).data);
}

/** Rows `from` to `to` of boxes. */
export function boxRows(boxes: Boxes, from: number, to: number): Boxes {
  return boxes.subarray(from * 4, to * 4);
}

/** Image `index` of a golden `[N, C, H, W]`. */
export function featureMapOf(golden: GoldenCase, name: string, index = 0): FeatureMap {
  const { dtype, shape, data } = golden.input(name);
  const size = shape.slice(-3).reduce((product, side) => product * side, 1);
  return imageOfPlanes({ dtype, shape, data: data.subarray(index * size, (index + 1) * size) });
}

/** `[n, H, W, C]` → the goldens' `[n, C, H, W]`. */
export function planesOfRows(
  rows: Float32Array,
  [height, width, channels]: readonly [number, number, number],
): Float32Array {
  const perRow = height * width * channels;
  return Float32Array.from(rows, (_, i) => {
    const row = Math.trunc(i / perRow);
    const within = i % perRow;
    const channel = Math.trunc(within / (height * width));
    return rows[row * perRow + (within % (height * width)) * channels + channel];
  });
}
