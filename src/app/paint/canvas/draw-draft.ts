import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { Draft } from '../paint-surface.ts';
import { drawTrail } from './draw-cursor.ts';
import type { PanelCanvas } from './draw-map.ts';
import { frameOf, type SelectionFrame } from './selection-frame.ts';
import { type Placement, type Point, toPanel } from './viewing.ts';

const DASH = 5;

/** A dashed rectangle whose dashes march: `phase` in CSS pixels. */
function strokeMarching(context: CanvasRenderingContext2D, phase: number): void {
  context.lineWidth = 1;
  context.setLineDash([]);
  context.strokeStyle = '#000000b3';
  context.stroke();
  context.setLineDash([DASH, DASH]);
  context.lineDashOffset = -phase;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.setLineDash([]);
}

/** The frame of the selection with its handles. */
export function drawFrame({ context }: PanelCanvas, frame: SelectionFrame, phase: number): void {
  const [first, ...others] = frame.corners;
  context.beginPath();
  context.moveTo(Math.round(first.x) + 0.5, Math.round(first.y) + 0.5);
  for (const { x, y } of others) context.lineTo(Math.round(x) + 0.5, Math.round(y) + 0.5);
  context.closePath();
  context.moveTo(frame.knob.x, frame.knob.y);
  context.lineTo(frame.knob.x, first.y);
  strokeMarching(context, phase);
  context.fillStyle = '#ffffff';
  context.strokeStyle = '#000000b3';
  for (const { x, y } of frame.corners) {
    context.beginPath();
    context.rect(x - 4, y - 4, 8, 8);
    context.fill();
    context.stroke();
  }
  context.beginPath();
  context.arc(frame.knob.x, frame.knob.y, 4.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function drawMarquee(
  { context }: PanelCanvas,
  place: Placement,
  box: PixelBox,
  phase: number,
): void {
  const { corners } = frameOf(box, place);
  context.beginPath();
  context.rect(
    corners[0].x,
    corners[0].y,
    corners[2].x - corners[0].x,
    corners[2].y - corners[0].y,
  );
  context.fillStyle = '#ffffff14';
  context.fill();
  strokeMarching(context, phase);
}

/** What is on its way: a line, a rectangle, cells where they would go. */
export function drawDraft(
  canvas: PanelCanvas,
  place: Placement,
  draft: Draft,
  pointer: Point | null,
  phase: number,
): void {
  const { context } = canvas;
  if (draft.kind === 'trail') {
    const points = draft.corners && pointer ? [...draft.points, pointer] : draft.points;
    drawTrail(canvas, place, points, draft);
    return;
  }
  if (draft.kind === 'marquee') {
    drawMarquee(canvas, place, draft.box, phase);
    return;
  }
  const { box, ghost, placement } = draft;
  const middle = toPanel(place, {
    x: box.x + box.width / 2 + placement.dx,
    y: box.y + box.height / 2 + placement.dy,
  });
  const scale = place.scale * placement.scale;
  context.save();
  context.translate(middle.x, middle.y);
  context.rotate((placement.degrees * Math.PI) / 180);
  context.scale(scale, scale);
  context.globalAlpha = 0.85;
  context.imageSmoothingEnabled = false;
  context.drawImage(ghost, -box.width / 2, -box.height / 2);
  context.globalAlpha = 1;
  context.beginPath();
  context.rect(-box.width / 2, -box.height / 2, box.width, box.height);
  context.restore();
  strokeMarching(context, phase);
}
