import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';
import type { LabelImage } from '../../imaging/image.ts';

const LARGEST_SIDE = 16_384;
const side = v.pipe(
  v.number('a size'),
  v.integer('a size'),
  v.minValue(1),
  v.maxValue(LARGEST_SIDE),
);

const cocoSchema = v.object({
  images: v.array(v.object({ id: v.number(), file_name: v.string(), width: side, height: side })),
  annotations: v.array(
    v.object({
      image_id: v.number(),
      iscrowd: v.optional(v.number(), 0),
      segmentation: v.optional(
        v.union([
          v.array(v.array(v.number())),
          v.object({
            size: v.array(v.number()),
            counts: v.union([v.array(v.number()), v.string()]),
          }),
        ]),
      ),
    }),
  ),
});

/** COCO annotations as they are read. */
export type CocoFile = v.InferOutput<typeof cocoSchema>;
type Segmentation = NonNullable<CocoFile['annotations'][number]['segmentation']>;

/** Reads COCO annotations out of parsed JSON; null when it is something else. */
export function readCoco(value: unknown): CocoFile | null {
  const result = v.safeParse(cocoSchema, value);
  return result.success ? result.output : null;
}

/** Run lengths out of COCO's text form: 5 bits a letter, every count from the third less the one two before. */
export function runsOfText(text: string): number[] {
  const counts: number[] = [];
  let at = 0;
  while (at < text.length) {
    let value = 0;
    let shift = 0;
    for (let more = true; more; ) {
      const bits = text.charCodeAt(at++) - 48;
      value += (bits & 0x1f) * 2 ** shift;
      more = (bits & 0x20) !== 0 && at < text.length;
      shift += 5;
      if (!more && bits & 0x10) value -= 2 ** shift;
    }
    counts.push(counts.length > 2 ? value + counts[counts.length - 2] : value);
  }
  return counts;
}

function fillRuns(labels: LabelImage, counts: readonly number[], id: number): void {
  const { width, height, data } = labels;
  let position = 0;
  counts.forEach((count, at) => {
    const end = Math.min(width * height, position + Math.max(0, count));
    for (; at % 2 === 1 && position < end; position++) {
      data[(position % height) * width + Math.trunc(position / height)] = id;
    }
    position = end;
  });
}

/** Fills a polygon (x and y in turn) by the even-odd rule at the middles of pixels. */
function fillPolygon({ width, height, data }: LabelImage, polygon: readonly number[], id: number) {
  const corners = polygon.length >> 1;
  for (let y = 0; y < height; y++) {
    const crossings: number[] = [];
    for (let corner = 0; corner < corners; corner++) {
      const [x1, y1] = [polygon[2 * corner], polygon[2 * corner + 1]];
      const next = (corner + 1) % corners;
      const [x2, y2] = [polygon[2 * next], polygon[2 * next + 1]];
      const middle = y + 0.5;
      if (y1 <= middle === y2 <= middle) continue;
      crossings.push(x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil(crossings[pair] - 0.5));
      const to = Math.min(width - 1, Math.ceil(crossings[pair + 1] - 0.5) - 1);
      for (let x = from; x <= to; x++) data[y * width + x] = id;
    }
  }
}

function fill(labels: LabelImage, segmentation: Segmentation, id: number): void {
  if (Array.isArray(segmentation)) {
    for (const polygon of segmentation) fillPolygon(labels, polygon, id);
  } else {
    const { counts } = segmentation;
    fillRuns(labels, typeof counts === 'string' ? runsOfText(counts) : counts, id);
  }
}

/**
 * The objects of one image of COCO annotations; crowds are left out, and a later object lies over an earlier one.
 * @throws CytoForgeError `bad-image` for more objects than a 16-bit label map can name.
 */
export function labelsOfCoco(coco: CocoFile, imageId: number): LabelImage {
  const image = coco.images.find(({ id }) => id === imageId);
  const { width, height } = image ?? { width: 1, height: 1 };
  const labels = { width, height, data: new Uint16Array(width * height) };
  let id = 0;
  for (const { image_id, iscrowd, segmentation } of coco.annotations) {
    if (image_id !== imageId || iscrowd !== 0 || !segmentation) continue;
    id += 1;
    if (id > 65_535) {
      throw new CytoForgeError('bad-image', 'There are too many objects in one image.', {
        found: `more than ${id - 1}`,
        expected: 'at most 65535',
      });
    }
    fill(labels, segmentation, id);
  }
  return labels;
}
