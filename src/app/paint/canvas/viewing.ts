import { type Extent, fitScale, placeImage, type Viewport, zoomAt } from '../../stage/viewport.ts';

/** Screen pixels per map pixel, at most; more than that shows nothing more. */
export const LARGEST_SCALE = 64;
/** From here on single pixels have lines between them. */
export const GRID_SCALE = 12;

/** Where the map lies in its panel: CSS pixels per map pixel, and its corner. */
export interface Placement {
  scale: number;
  left: number;
  top: number;
}

/** A point in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** The map point (with fractions) under a point of the panel. */
export function toMap({ scale, left, top }: Placement, point: Point): Point {
  return { x: (point.x - left) / scale, y: (point.y - top) / scale };
}

/** The point of the panel over a map point. */
export function toPanel({ scale, left, top }: Placement, point: Point): Point {
  return { x: left + point.x * scale, y: top + point.y * scale };
}

/** Zooms about a point of the panel, to no more than `LARGEST_SCALE` (or what already fits). */
export function zoomMap(
  viewport: Viewport,
  factor: number,
  panel: Extent,
  map: Extent,
  anchor: Point,
): Viewport {
  const { scale } = placeImage(viewport, panel, map);
  const largest = Math.max(LARGEST_SCALE, fitScale(panel, map));
  return zoomAt(viewport, Math.min(factor, largest / scale), panel, map, anchor);
}

/** The viewport that has a map point in the middle when it would be outside the panel; else as it is. */
export function reveal(viewport: Viewport, panel: Extent, map: Extent, point: Point): Viewport {
  const at = toPanel(placeImage(viewport, panel, map), point);
  const inside = at.x >= 0 && at.y >= 0 && at.x <= panel.width && at.y <= panel.height;
  return inside
    ? viewport
    : { zoom: viewport.zoom, x: point.x / map.width, y: point.y / map.height };
}
