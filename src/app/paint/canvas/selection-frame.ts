import type { PixelBox } from '../../../imaging/editing/pixel-box.ts';
import type { CellPlacement } from '../../../imaging/editing/place-cells.ts';
import { type Placement, type Point, toPanel } from './viewing.ts';

/** What may be taken hold of: a corner scales, the knob above turns. */
export type Handle = 'nw' | 'ne' | 'se' | 'sw' | 'turn';

/** Distance of the knob from the frame, in CSS pixels. */
const KNOB_REACH = 22;
/** Fingers and hands are not exact. */
const GRIP = 9;

/** The frame of the selection on the panel: its corners in order and the knob. */
export interface SelectionFrame {
  corners: [Point, Point, Point, Point];
  knob: Point;
}

/** The frame of a box of the map as the panel shows it. */
export function frameOf(box: PixelBox, place: Placement): SelectionFrame {
  const from = toPanel(place, { x: box.x, y: box.y });
  const to = toPanel(place, { x: box.x + box.width, y: box.y + box.height });
  return {
    corners: [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }],
    knob: { x: (from.x + to.x) / 2, y: from.y - KNOB_REACH },
  };
}

const NAMES: readonly Handle[] = ['nw', 'ne', 'se', 'sw'];

/** The handle under a point of the panel; null when there is none. */
export function handleAt({ corners, knob }: SelectionFrame, point: Point): Handle | null {
  const isNear = (at: Point) => Math.hypot(at.x - point.x, at.y - point.y) <= GRIP;
  if (isNear(knob)) return 'turn';
  const at = corners.findIndex(isNear);
  return at < 0 ? null : NAMES[at];
}

/** As it lies. */
export const UNMOVED: CellPlacement = { dx: 0, dy: 0, degrees: 0, scale: 1 };

const TURN_SNAP = 15;
const SMALLEST_SCALE = 0.05;

/**
 * What dragging a handle from one map point to another does to the box.
 * @param snaps turns by steps of 15 degrees
 */
export function transformByHandle(
  box: PixelBox,
  handle: Handle,
  from: Point,
  to: Point,
  snaps: boolean,
): CellPlacement {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (handle === 'turn') {
    const angle = (point: Point) => Math.atan2(point.y - middle.y, point.x - middle.x);
    const degrees = ((angle(to) - angle(from)) * 180) / Math.PI;
    return { ...UNMOVED, degrees: snaps ? Math.round(degrees / TURN_SNAP) * TURN_SNAP : degrees };
  }
  const reach = (point: Point) => Math.hypot(point.x - middle.x, point.y - middle.y);
  return { ...UNMOVED, scale: Math.max(SMALLEST_SCALE, reach(to) / Math.max(reach(from), 0.5)) };
}
