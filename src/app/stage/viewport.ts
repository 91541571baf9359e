/**
 * Where the large views look: both share one viewport, given in the sample's own terms (fractions of its
 * width and height), so that it holds for panels of any size and samples of any resolution.
 */

/** `zoom` 1 fits the sample into the panel; `x`, `y` is the point in the panel's middle, 0..1. */
export interface Viewport {
  zoom: number;
  x: number;
  y: number;
}

/** Width and height in pixels. */
export interface Extent {
  width: number;
  height: number;
}

/** The whole sample, centred. */
export const FITTED: Viewport = { zoom: 1, x: 0.5, y: 0.5 };

const LEAST_ZOOM = 0.25;
const MOST_ZOOM = 64;

/** Screen pixels per image pixel when the sample fits the panel. */
export function fitScale(panel: Extent, image: Extent): number {
  return Math.min(panel.width / image.width, panel.height / image.height);
}

/** Left, top and scale of the sample in the panel, in CSS pixels. */
export function placeImage(viewport: Viewport, panel: Extent, image: Extent) {
  const scale = fitScale(panel, image) * viewport.zoom;
  return {
    scale,
    left: panel.width / 2 - viewport.x * image.width * scale,
    top: panel.height / 2 - viewport.y * image.height * scale,
  };
}

/** The image pixel under a point of the panel; null outside the sample. */
export function pixelAt(
  viewport: Viewport,
  panel: Extent,
  image: Extent,
  point: { x: number; y: number },
): { x: number; y: number } | null {
  const { scale, left, top } = placeImage(viewport, panel, image);
  const x = Math.floor((point.x - left) / scale);
  const y = Math.floor((point.y - top) / scale);
  return x >= 0 && y >= 0 && x < image.width && y < image.height ? { x, y } : null;
}

/**
 * Zooms by `factor` and keeps the image point under `anchor` (panel coordinates) where it is.
 */
export function zoomAt(
  viewport: Viewport,
  factor: number,
  panel: Extent,
  image: Extent,
  anchor: { x: number; y: number },
): Viewport {
  const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, viewport.zoom * factor));
  const before = fitScale(panel, image) * viewport.zoom;
  const after = fitScale(panel, image) * zoom;
  const dx = anchor.x - panel.width / 2;
  const dy = anchor.y - panel.height / 2;
  return keepInside({
    zoom,
    x: viewport.x + (dx / before - dx / after) / image.width,
    y: viewport.y + (dy / before - dy / after) / image.height,
  });
}

/** Moves the sample by a distance on the screen. */
export function panBy(
  viewport: Viewport,
  dx: number,
  dy: number,
  panel: Extent,
  image: Extent,
): Viewport {
  const scale = fitScale(panel, image) * viewport.zoom;
  return keepInside({
    zoom: viewport.zoom,
    x: viewport.x - dx / (scale * image.width),
    y: viewport.y - dy / (scale * image.height),
  });
}

/** One image pixel per screen pixel, around the same point. */
export function atActualSize(viewport: Viewport, panel: Extent, image: Extent): Viewport {
  return { ...viewport, zoom: 1 / fitScale(panel, image) };
}

function keepInside({ zoom, x, y }: Viewport): Viewport {
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return { zoom, x: clamp(x), y: clamp(y) };
}
