import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { Extent } from '../../stage/viewport.ts';
import { GRID_SCALE, type Placement } from './viewing.ts';

const GRID_COLOUR = '#ffffff14';
const EDGE_COLOUR = '#ffffff26';

/** A canvas of a panel's size in device pixels. */
export interface PanelCanvas {
  context: CanvasRenderingContext2D;
  /** CSS pixels. */
  panel: Extent;
  /** Device pixels per CSS pixel. */
  ratio: number;
}

/** One picture of the map: its labels, or its image. */
export interface MapLayer {
  source: HTMLCanvasElement;
  /** 0..1 */
  opacity: number;
  /** The part of the panel's width where it is seen, 0..1. */
  from: number;
  to: number;
}

/**
 * Draws the part of the map that changed, or all of it, with crisp pixels and, when they are large, lines between them.
 * @param map size of the map, to which every layer is scaled
 * @param dirty in map pixels; null is everything
 */
export function drawMap(
  canvas: PanelCanvas,
  layers: readonly MapLayer[],
  map: Extent,
  place: Placement,
  dirty: PixelBox | null,
): void {
  const { context, panel, ratio } = canvas;
  const { scale, left, top } = place;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.save();
  if (dirty) {
    context.beginPath();
    // A pixel more on each side: the edge of a scaled box lies between device pixels.
    context.rect(
      Math.floor(left + dirty.x * scale) - 1,
      Math.floor(top + dirty.y * scale) - 1,
      Math.ceil(dirty.width * scale) + 3,
      Math.ceil(dirty.height * scale) + 3,
    );
    context.clip();
  }
  context.clearRect(0, 0, panel.width, panel.height);
  context.fillStyle = '#000';
  context.fillRect(left, top, map.width * scale, map.height * scale);
  for (const layer of layers) drawLayer(canvas, layer, map, place);
  if (scale >= GRID_SCALE) drawGrid(context, panel, map, place, 1 / ratio);
  context.strokeStyle = EDGE_COLOUR;
  context.lineWidth = 1;
  context.strokeRect(left - 0.5, top - 0.5, map.width * scale + 1, map.height * scale + 1);
  context.restore();
}

function drawLayer(
  { context, panel, ratio }: PanelCanvas,
  { source, opacity, from, to }: MapLayer,
  map: Extent,
  { scale, left, top }: Placement,
): void {
  context.save();
  if (from > 0 || to < 1) {
    context.beginPath();
    context.rect(from * panel.width, 0, (to - from) * panel.width, panel.height);
    context.clip();
  }
  context.globalAlpha = opacity;
  context.imageSmoothingEnabled = scale * ratio < 1;
  context.drawImage(source, left, top, map.width * scale, map.height * scale);
  context.restore();
}

function drawGrid(
  context: CanvasRenderingContext2D,
  panel: Extent,
  map: Extent,
  { scale, left, top }: Placement,
  hairline: number,
): void {
  const first = (corner: number) => Math.max(1, Math.ceil(-corner / scale));
  const last = (corner: number, room: number, size: number) =>
    Math.min(size - 1, Math.floor((room - corner) / scale));
  context.fillStyle = GRID_COLOUR;
  const lastX = last(left, panel.width, map.width);
  for (let x = first(left); x <= lastX; x++) {
    context.fillRect(left + x * scale, top, hairline, map.height * scale);
  }
  const lastY = last(top, panel.height, map.height);
  for (let y = first(top); y <= lastY; y++) {
    context.fillRect(left, top + y * scale, map.width * scale, hairline);
  }
}
