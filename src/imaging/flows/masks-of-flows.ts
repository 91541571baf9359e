import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../image.ts';
import { LARGEST_ID } from '../label-components.ts';
import { FLOW_SCALE, flowErrors } from './flow-errors.ts';
import { emptyField, type FlowField } from './flow-field.ts';
import { followFlows, type Points } from './follow-flows.ts';
import { gatheringPlaces } from './gathering-places.ts';

/** How masks are made of a network's flows; names and defaults of `dynamics.compute_masks`. */
export interface MaskOptions {
  /** Steps along the flows. */
  niter: number;
  /** A pixel whose logit is above it is in a cell. */
  cellprobThreshold: number;
  /** The largest flow error that an object may have; 0 keeps all. */
  flowThreshold: number;
  /** Whether flows are read between pixels. */
  interp: boolean;
  /** An object of a larger share of the image is dropped. */
  maxSizeFraction: number;
}

export const DEFAULT_MASK_OPTIONS: MaskOptions = {
  niter: 200,
  cellprobThreshold: 0,
  flowThreshold: 0.4,
  interp: true,
  maxSizeFraction: 0.4,
};

/** Indices of the pixels whose logit is above the threshold. */
export function cellPixels(cellprob: Float32Array, threshold: number): Uint32Array {
  const pixels = new Uint32Array(cellprob.length);
  let count = 0;
  for (let i = 0; i < cellprob.length; i++) if (cellprob[i] > threshold) pixels[count++] = i;
  return pixels.slice(0, count);
}

/** The flow as vectors of about length 1 in pixels of cells, 0 elsewhere. */
export function flowInCells({ width, height, y, x }: FlowField, pixels: Uint32Array): FlowField {
  const field = emptyField(width, height);
  for (const pixel of pixels) {
    field.y[pixel] = y[pixel] / FLOW_SCALE;
    field.x[pixel] = x[pixel] / FLOW_SCALE;
  }
  return field;
}

/**
 * Objects as the pixels whose points gathered in one place, but none of a larger share of the image. Ids from 1 in
 * raster order.
 * @throws CytoForgeError `unsupported` for more objects than a label map has ids.
 */
export function labelsOfPoints(
  points: Points,
  pixels: Uint32Array,
  { width, height }: { width: number; height: number },
  maxSizeFraction: number,
): LabelImage {
  const places = gatheringPlaces(points, width, height);
  const areas: number[] = [];
  for (const place of places) areas[place] = (areas[place] ?? 0) + 1;
  const largest = width * height * maxSizeFraction;
  const ids = new Int32Array(areas.length);
  const data = new Uint16Array(width * height);
  let next = 1;
  for (const [i, pixel] of pixels.entries()) {
    const place = places[i];
    if (place === 0 || areas[place] > largest) continue;
    if (ids[place] === 0) ids[place] = next++;
    data[pixel] = ids[place];
  }
  if (next - 1 > LARGEST_ID) {
    throw new CytoForgeError('unsupported', 'There are more objects than a label map can hold.', {
      found: String(next - 1),
      expected: `at most ${LARGEST_ID}`,
    });
  }
  return { width, height, data };
}

/** Makes the objects background whose flows are not those of one cell; ids stay. */
function dropBadFlows(labels: LabelImage, flows: FlowField, threshold: number): LabelImage {
  const errors = flowErrors(labels, flows);
  const data = labels.data.map((id) => (id !== 0 && errors[id - 1] > threshold ? 0 : id));
  return { ...labels, data };
}

/**
 * Objects from what the network says of an image (`dynamics.compute_masks` of version 3, spec 1.4). Holes, small
 * objects and gaps between the ids stay: `fillObjects` sees to them.
 * @param flows `FLOW_SCALE` times a vector of length 1.
 * @param cellprob `[H, W]` logits.
 * @throws CytoForgeError `unsupported` for more objects than a label map has ids.
 */
export function masksOfFlows(
  flows: FlowField,
  cellprob: Float32Array,
  options: MaskOptions = DEFAULT_MASK_OPTIONS,
): LabelImage {
  const pixels = cellPixels(cellprob, options.cellprobThreshold);
  const points = followFlows(flowInCells(flows, pixels), pixels, options.niter, options.interp);
  const labels = labelsOfPoints(points, pixels, flows, options.maxSizeFraction);
  if (!(options.flowThreshold > 0)) return labels;
  return dropBadFlows(labels, flows, options.flowThreshold);
}
