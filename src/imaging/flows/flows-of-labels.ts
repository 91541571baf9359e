import type { LabelImage } from '../image.ts';
import { diffuseHeat } from './diffuse-heat.ts';
import { emptyField, type FlowField } from './flow-field.ts';
import { boxOfPixels, objectPixels } from './object-pixels.ts';

/** Gives a pixel the direction in which heat grows, as a vector of length 1, or 0 where it does not. */
function setDirection(
  field: FlowField,
  pixel: number,
  downwards: number,
  rightwards: number,
): void {
  const length = 1e-60 + Math.sqrt(downwards * downwards + rightwards * rightwards);
  field.y[pixel] = downwards / length;
  field.x[pixel] = rightwards / length;
}

/**
 * The flow that Cellpose learns of a label map: in every pixel of an object a vector of length 1 uphill in heat that
 * spreads from the object's centre (`dynamics.masks_to_flows_cpu` of version 3, spec 1.5). Zero in the background.
 * @param steps of the diffusion; from each object's box unless given.
 */
export function flowsOfLabels(labels: LabelImage, steps?: number): FlowField {
  const { width, height } = labels;
  const field = emptyField(width, height);
  const objects = objectPixels(labels);
  for (let id = 1; id <= objects.count; id++) {
    const pixels = objects.of(id);
    if (pixels.length === 0) continue;
    const { heat, stride, places } = diffuseHeat(pixels, width, steps);
    for (const [i, pixel] of pixels.entries()) {
      const at = places[i];
      setDirection(
        field,
        pixel,
        heat[at + stride] - heat[at - stride],
        heat[at + 1] - heat[at - 1],
      );
    }
  }
  return field;
}

/**
 * The same as `dynamics.masks_to_flows_gpu` makes it, which most published models were trained on: as many steps for
 * all objects as the largest needs, and at an object's rim the heat of the neighbour counts.
 */
export function flowsOfLabelsTogether(labels: LabelImage): FlowField {
  const { width, height } = labels;
  const field = emptyField(width, height);
  const objects = objectPixels(labels);
  const present = Array.from({ length: objects.count }, (_, i) => objects.of(i + 1)).filter(
    (pixels) => pixels.length > 0,
  );
  let steps = 0;
  for (const pixels of present) {
    const box = boxOfPixels(pixels, width);
    steps = Math.max(steps, 2 * (box.width + box.height + 2));
  }
  const stride = width + 2;
  const all = new Float64Array(stride * (height + 2));
  const placeOf = (pixel: number) => (Math.floor(pixel / width) + 1) * stride + (pixel % width) + 1;
  for (const pixels of present) {
    const { heat, places } = diffuseHeat(pixels, width, steps);
    for (const [i, pixel] of pixels.entries()) all[placeOf(pixel)] = heat[places[i]];
  }
  for (const pixels of present) {
    for (const pixel of pixels) {
      const at = placeOf(pixel);
      setDirection(field, pixel, all[at + stride] - all[at - stride], all[at + 1] - all[at - 1]);
    }
  }
  return field;
}
