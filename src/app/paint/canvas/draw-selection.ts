import { clipBox, type PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { PaintPixels } from '../../../store/painting/paint-state.ts';
import { cellOutline } from './cell-outline.ts';
import type { PanelCanvas } from './draw-map.ts';
import { type Placement, toMap } from './viewing.ts';

/** Beyond it, the visible part of the map is scanned once instead of the box of every cell. */
const MOST_CELLS = 400;
/** Numbers only where a cell is at least so wide on the screen. */
const NUMBER_ROOM = 18;

/** Lines of an outline as a path on the panel. */
function pathOf(lines: readonly number[], { scale, left, top }: Placement): Path2D {
  const path = new Path2D();
  for (let i = 0; i < lines.length; i += 4) {
    path.moveTo(left + lines[i] * scale, top + lines[i + 1] * scale);
    path.lineTo(left + lines[i + 2] * scale, top + lines[i + 3] * scale);
  }
  return path;
}

/** The part of the map that the panel shows. */
function visibleBox(
  { panel }: PanelCanvas,
  place: Placement,
  pixels: PaintPixels,
): PixelBox | null {
  const from = toMap(place, { x: 0, y: 0 });
  const to = toMap(place, { x: panel.width, y: panel.height });
  const size = { width: to.x - from.x, height: to.y - from.y };
  return clipBox({ ...from, ...size }, pixels);
}

/** The outlines of the selected cells, light on dark. */
export function drawOutlines(
  canvas: PanelCanvas,
  place: Placement,
  pixels: PaintPixels,
  selection: readonly number[],
): void {
  const visible = visibleBox(canvas, place, pixels);
  if (!visible || selection.length === 0) return;
  const labels = { width: pixels.width, height: pixels.height, data: pixels.labels };
  const lines: number[] = [];
  if (selection.length > MOST_CELLS) {
    const chosen = new Set(selection);
    for (const at of cellOutline(labels, visible, (id) => chosen.has(id))) lines.push(at);
  } else {
    for (const id of selection) {
      const cell = pixels.cell(id);
      if (cell)
        for (const at of cellOutline(labels, cell.box, (here) => here === id)) lines.push(at);
    }
  }
  const { context } = canvas;
  const path = pathOf(lines, place);
  context.lineCap = 'square';
  context.lineWidth = 3.5;
  context.strokeStyle = '#000000a6';
  context.stroke(path);
  context.lineWidth = 1.5;
  context.strokeStyle = '#ffffff';
  context.stroke(path);
}

/** The ids of the cells that are seen large enough, written in their middles. */
export function drawNumbers(canvas: PanelCanvas, place: Placement, pixels: PaintPixels): void {
  const visible = visibleBox(canvas, place, pixels);
  if (!visible) return;
  const { context } = canvas;
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const id of pixels.idsIn(visible)) {
    const cell = pixels.cell(id);
    if (!cell || cell.box.width * place.scale < NUMBER_ROOM) continue;
    const x = place.left + (cell.centroid[0] + 0.5) * place.scale;
    const y = place.top + (cell.centroid[1] + 0.5) * place.scale;
    context.lineWidth = 3;
    context.strokeStyle = '#000000cc';
    context.strokeText(String(id), x, y);
    context.fillStyle = '#ffffff';
    context.fillText(String(id), x, y);
  }
}
