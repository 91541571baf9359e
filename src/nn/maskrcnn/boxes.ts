/** Boxes one after the other, `[n, 4]` as x1, y1, x2, y2 in pixels; x2 and y2 are edges, not last pixels. */
export type Boxes = Float32Array;

/** A height and width in pixels. */
export interface MapSize {
  height: number;
  width: number;
}

/** How many boxes there are. */
export function boxCount(boxes: Boxes): number {
  return boxes.length / 4;
}

/** The boxes at `indices`, in that order. */
export function pickBoxes(boxes: Boxes, indices: ArrayLike<number>): Boxes {
  const picked = new Float32Array(indices.length * 4);
  for (let i = 0; i < indices.length; i++) {
    picked.set(boxes.subarray(indices[i] * 4, indices[i] * 4 + 4), i * 4);
  }
  return picked;
}

/** The boxes cut at the borders of an image (`clip_boxes_to_image`). */
export function clipBoxes(boxes: Boxes, { height, width }: MapSize): Boxes {
  return boxes.map((value, i) => Math.min(Math.max(value, 0), i % 2 === 0 ? width : height));
}

/** Indices of the boxes whose sides are both at least `smallestSide` (`remove_small_boxes`). */
export function largeBoxes(boxes: Boxes, smallestSide: number): number[] {
  const kept: number[] = [];
  for (let i = 0; i < boxCount(boxes); i++) {
    const width = boxes[i * 4 + 2] - boxes[i * 4];
    const height = boxes[i * 4 + 3] - boxes[i * 4 + 1];
    if (width >= smallestSide && height >= smallestSide) kept.push(i);
  }
  return kept;
}

/** Areas in square pixels, `[n]`. */
export function boxAreas(boxes: Boxes): Float32Array {
  return Float32Array.from(
    { length: boxCount(boxes) },
    (_, i) => (boxes[i * 4 + 2] - boxes[i * 4]) * (boxes[i * 4 + 3] - boxes[i * 4 + 1]),
  );
}

/** Pixels that box `i` of `a` and box `j` of `b` share, in float32. */
export function sharedArea(a: Boxes, i: number, b: Boxes, j: number): number {
  const [p, q] = [i * 4, j * 4];
  const width = Math.fround(Math.min(a[p + 2], b[q + 2]) - Math.max(a[p], b[q]));
  const height = Math.fround(Math.min(a[p + 3], b[q + 3]) - Math.max(a[p + 1], b[q + 1]));
  return width > 0 && height > 0 ? Math.fround(width * height) : 0;
}

/** Intersection over union of every box of `a` with every box of `b`, `[n, m]` (`box_iou`). */
export function boxIou(a: Boxes, b: Boxes): Float32Array {
  const [areasOfA, areasOfB] = [boxAreas(a), boxAreas(b)];
  const iou = new Float32Array(areasOfA.length * areasOfB.length);
  for (let i = 0; i < areasOfA.length; i++) {
    for (let j = 0; j < areasOfB.length; j++) {
      const shared = sharedArea(a, i, b, j);
      iou[i * areasOfB.length + j] = shared / (areasOfA[i] + areasOfB[j] - shared);
    }
  }
  return iou;
}
