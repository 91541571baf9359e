import type { LabelImage } from '../imaging/image.ts';

/** One object of a label map as COCO describes it. */
export interface InstanceRuns {
  /** Label value. */
  id: number;
  /** Pixels. */
  area: number;
  /** `[x, y, width, height]` in pixels. */
  box: [number, number, number, number];
  /** Uncompressed RLE: lengths of background and object runs in turn, down the columns (Fortran order). */
  counts: number[];
}

interface OpenRuns extends InstanceRuns {
  /** One past the last pixel of the run being written, in column-major order. */
  end: number;
  right: number;
  bottom: number;
}

function open(id: number, x: number, y: number, position: number): OpenRuns {
  return {
    id,
    area: 0,
    box: [x, y, 1, 1],
    counts: [position, 0],
    end: position,
    right: x,
    bottom: y,
  };
}

/** Run lengths of every object, in one pass over the map; sorted by label, background left out. */
export function instanceRuns(labels: LabelImage): InstanceRuns[] {
  const { width, height, data } = labels;
  const objects = new Map<number, OpenRuns>();
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const id = data[y * width + x];
      if (id === 0) continue;
      const position = x * height + y;
      let object = objects.get(id);
      if (!object) {
        object = open(id, x, y, position);
        objects.set(id, object);
      }
      if (position !== object.end) object.counts.push(position - object.end, 0);
      object.counts[object.counts.length - 1] += 1;
      object.end = position + 1;
      object.area += 1;
      object.box[1] = Math.min(object.box[1], y);
      object.right = x;
      object.bottom = Math.max(object.bottom, y);
    }
  }
  return [...objects.values()]
    .sort((a, b) => a.id - b.id)
    .map((object) => close(object, width * height));
}

function close(
  { id, area, box, counts, end, right, bottom }: OpenRuns,
  pixels: number,
): InstanceRuns {
  if (end < pixels) counts.push(pixels - end);
  const [x, y] = box;
  return { id, area, box: [x, y, right - x + 1, bottom - y + 1], counts };
}
