import { erodeEdges } from './erode-edges.ts';

/** Classes of the pixelwise transform, by their channel. */
export const PIXELWISE = { edge: 0, interior: 1, background: 2 } as const;

/**
 * Which class every pixel is of (`pixelwise_transform` with a dilation radius of 1): interior where an object has no other
 * neighbour, edge on its border and one pixel outside of it, background elsewhere.
 * @param labels `[H, W]`, 0 in the background
 * @returns `[H, W]` of `PIXELWISE`
 */
export function pixelwiseClasses(labels: Int32Array, width: number): Uint8Array {
  const inside = erodeEdges(labels, width, 1);
  const isEdge = (i: number) => labels[i] !== 0 && inside[i] === 0;
  return Uint8Array.from(labels, (label, i) => {
    if (inside[i] !== 0) return PIXELWISE.interior;
    if (label !== 0) return PIXELWISE.edge;
    const x = i % width;
    const touches =
      (x > 0 && isEdge(i - 1)) ||
      (x < width - 1 && isEdge(i + 1)) ||
      (i >= width && isEdge(i - width)) ||
      (i + width < labels.length && isEdge(i + width));
    return touches ? PIXELWISE.edge : PIXELWISE.background;
  });
}
