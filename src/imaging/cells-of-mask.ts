import { CellShapes } from './editing/cell-shapes.ts';
import { paintingOf } from './editing/painting.ts';
import { fillCellHoles } from './editing/reshape-cells.ts';
import { StrokeRecorder } from './editing/stroke-recorder.ts';
import type { ByteImage, LabelImage } from './image.ts';
import { labelComponents } from './label-components.ts';

/** A label map with the nuclei of its cells. */
export interface LabelledCells {
  labels: LabelImage;
  /** Not 0 in nuclei; null without any. */
  nuclei: ByteImage | null;
}

/** Smaller holes are faults of a mask, not nuclei: this share of the cell's pixels, and so many at least. */
const SMALLEST_SHARE = 0.02;
const SMALLEST_HOLE = 9;

/**
 * The cells of a mask (any value but 0): each connected piece (eight neighbours) is one, numbered from 1 in raster order.
 * What a piece encloses becomes part of it: nucleus, as in masks of rings, or cell where it is tiny.
 * @throws CytoForgeError `bad-image` when there are more than 65,535.
 */
export function cellsOfMask(mask: ByteImage): LabelledCells {
  const { width, height } = mask;
  const painting = paintingOf(labelComponents(mask), null);
  const shapes = new CellShapes(painting);
  const before = shapes.ids().map((id) => shapes.areaOf(id));
  fillCellHoles(new StrokeRecorder(painting, shapes), shapes.ids(), 1);
  const data = painting.nuclei;
  const labels: LabelImage = { width, height, data: painting.labels };
  const holes = labelComponents({ width, height, channels: 1, data }, { connectivity: 4 });
  const areas = new Uint32Array(65_536);
  for (const hole of holes.data) areas[hole] += 1;
  let hasNuclei = false;
  holes.data.forEach((hole, at) => {
    if (hole === 0) return;
    const least = Math.max(SMALLEST_HOLE, SMALLEST_SHARE * before[labels.data[at] - 1]);
    if (areas[hole] < least) data[at] = 0;
    else hasNuclei = true;
  });
  return { labels, nuclei: hasNuclei ? { width, height, channels: 1, data } : null };
}
