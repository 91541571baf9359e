import type { LabelImage } from '../image.ts';
import type { FlowField } from './flow-field.ts';
import { flowsOfLabels } from './flows-of-labels.ts';
import { objectPixels } from './object-pixels.ts';

/** How much longer a network's flows are than vectors of length 1. */
export const FLOW_SCALE = 5;

/**
 * How far the flow that a network saw is from the one that each object would have: the mean over its pixels of the
 * squared distance (`metrics.flow_error`). 0 for two equal fields, 4 for opposite ones.
 * @param flows As the network gives them, `FLOW_SCALE` times a vector of length 1.
 * @returns by object (id − 1); 0 for an id that is not there.
 */
export function flowErrors(labels: LabelImage, flows: FlowField): Float64Array {
  const ideal = flowsOfLabels(labels);
  const objects = objectPixels(labels);
  const errors = new Float64Array(objects.count);
  for (let id = 1; id <= objects.count; id++) {
    const pixels = objects.of(id);
    let sum = 0;
    for (const pixel of pixels) {
      const dy = ideal.y[pixel] - flows.y[pixel] / FLOW_SCALE;
      const dx = ideal.x[pixel] - flows.x[pixel] / FLOW_SCALE;
      sum += dy * dy + dx * dx;
    }
    errors[id - 1] = sum / Math.max(pixels.length, 1);
  }
  return errors;
}
