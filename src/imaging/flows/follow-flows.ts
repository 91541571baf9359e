import type { FlowField } from './flow-field.ts';

/** Where points are, in pixels from the centre of the first one. */
export interface Points {
  y: Float32Array;
  x: Float32Array;
}

/** `y, x` of every pixel one after the other: a step reads both. */
function interleaved({ y, x }: FlowField): Float32Array {
  const pairs = new Float32Array(2 * y.length);
  for (let i = 0; i < y.length; i++) {
    pairs[2 * i] = y[i];
    pairs[2 * i + 1] = x[i];
  }
  return pairs;
}

/**
 * Lets points that start at pixels follow a field by Euler steps of length 1, and stay in the image
 * (`dynamics.steps2D_interp` and `steps2D` on a CPU).
 * @param pixels Indices of the pixels they start at.
 * @param interpolated Whether the field is read between pixels, or at the pixel a point is in.
 * @returns where they are in the end, in the order of `pixels`.
 */
export function followFlows(
  field: FlowField,
  pixels: Uint32Array,
  steps: number,
  interpolated = true,
): Points {
  const { width, height } = field;
  const flows = interleaved(field);
  const ends = { y: new Float32Array(pixels.length), x: new Float32Array(pixels.length) };
  for (let i = 0; i < pixels.length; i++) {
    let y = Math.floor(pixels[i] / width);
    let x = pixels[i] % width;
    for (let step = 0; step < steps; step++) {
      const top = Math.trunc(y);
      const left = Math.trunc(x);
      const fy = interpolated ? y - top : 0;
      const fx = interpolated ? x - left : 0;
      // Beyond the last row or column its own flow goes on.
      const at = 2 * (top * width + left);
      const right = left + 1 < width ? at + 2 : at;
      const below = top + 1 < height ? 2 * width : 0;
      const a = (1 - fy) * (1 - fx);
      const b = (1 - fy) * fx;
      const c = fy * (1 - fx);
      const d = fy * fx;
      const dy =
        a * flows[at] + b * flows[right] + c * flows[at + below] + d * flows[right + below];
      const dx =
        a * flows[at + 1] +
        b * flows[right + 1] +
        c * flows[at + below + 1] +
        d * flows[right + below + 1];
      const nextY = Math.fround(Math.max(0, Math.min(height - 1, y + dy)));
      const nextX = Math.fround(Math.max(0, Math.min(width - 1, x + dx)));
      // A point that rests here once rests for ever.
      if (nextY === y && nextX === x) break;
      y = nextY;
      x = nextX;
    }
    ends.y[i] = y;
    ends.x[i] = x;
  }
  return ends;
}
