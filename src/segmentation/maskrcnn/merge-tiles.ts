import type { Box, Size } from '../../imaging/crop-image.ts';
import { type Boxes, boxAreas, boxCount, pickBoxes, sharedArea } from '../../nn/maskrcnn/boxes.ts';
import type { DetectedObjects } from '../../nn/maskrcnn/detect-objects.ts';
import { MASK_SIDE } from '../../nn/maskrcnn/heads.ts';
import { joinFloats } from '../../nn/maskrcnn/join-floats.ts';
import { largestFirst } from '../../nn/maskrcnn/largest-first.ts';
import { nonMaximumSuppression } from '../../nn/maskrcnn/non-maximum-suppression.ts';

/** Objects of a tile, boxes in pixels of the whole image. */
export interface TileObjects {
  tile: Box;
  objects: DetectedObjects;
}

/** How close to the edge of its tile a box counts as cut, in pixels. */
const AT_EDGE = 2;
/** Of a cut box, inside another tile's whole one: then it shows the same object. */
const SAME_OBJECT = 0.5;

const PER_MASK = MASK_SIDE * MASK_SIDE;

/** Which boxes end at an edge of the tile that is not one of the image. */
function cutBoxes(boxes: Boxes, tile: Box, image: Size): boolean[] {
  const right = tile.x + tile.width;
  const bottom = tile.y + tile.height;
  return Array.from({ length: boxCount(boxes) }, (_, i) => {
    const [x1, y1, x2, y2] = boxes.subarray(i * 4, i * 4 + 4);
    return (
      (tile.x > 0 && x1 < tile.x + AT_EDGE) ||
      (tile.y > 0 && y1 < tile.y + AT_EDGE) ||
      (right < image.width && x2 > right - AT_EDGE) ||
      (bottom < image.height && y2 > bottom - AT_EDGE)
    );
  });
}

/** The objects at `indices`, in that order. */
function pickObjects(objects: DetectedObjects, indices: readonly number[]): DetectedObjects {
  const masks = new Float32Array(indices.length * PER_MASK);
  for (const [to, from] of indices.entries()) {
    masks.set(objects.masks.subarray(from * PER_MASK, (from + 1) * PER_MASK), to * PER_MASK);
  }
  return {
    boxes: pickBoxes(objects.boxes, indices),
    scores: Float32Array.from(indices, (i) => objects.scores[i]),
    classes: Int32Array.from(indices, (i) => objects.classes[i]),
    masks,
  };
}

/**
 * The objects of an image from those of its overlapping tiles: what two tiles both saw is kept once, and what a tile
 * cut through gives way to another tile's whole.
 * @param most how many at most, by score
 */
export function mergeTiles(
  tiles: readonly TileObjects[],
  image: Size,
  { nmsThreshold, detectionsPerImage }: { nmsThreshold: number; detectionsPerImage: number },
): DetectedObjects {
  const parts = tiles.map(({ objects }) => objects);
  const all: DetectedObjects = {
    boxes: joinFloats(parts.map(({ boxes }) => boxes)),
    scores: joinFloats(parts.map(({ scores }) => scores)),
    classes: Int32Array.from(parts.flatMap(({ classes }) => [...classes])),
    masks: joinFloats(parts.map(({ masks }) => masks)),
  };
  const cut = tiles.flatMap(({ tile, objects }) => cutBoxes(objects.boxes, tile, image));
  const indices = [...cut.keys()];
  const whole = indices.filter((i) => !cut[i]);
  const areas = boxAreas(all.boxes);
  const alone = indices.filter(
    (i) =>
      cut[i] && !whole.some((j) => sharedArea(all.boxes, i, all.boxes, j) > SAME_OBJECT * areas[i]),
  );
  const candidates = [...whole, ...alone];
  const kept = nonMaximumSuppression(
    pickBoxes(all.boxes, candidates),
    candidates.map((i) => all.scores[i]),
    nmsThreshold,
  ).map((i) => candidates[i]);
  const best = largestFirst(kept.map((i) => all.scores[i])).slice(0, detectionsPerImage);
  return pickObjects(
    all,
    best.map((i) => kept[i]),
  );
}
