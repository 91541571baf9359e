import type { HeldKeys } from '../canvas/pointer-input.ts';
import type { Placement, Point } from '../canvas/viewing.ts';

/** Where a tool acts. */
export interface ToolPoint extends Point {
  /** 0..1 of a pen; null where the device knows none. */
  pressure: number | null;
  /** The same in CSS pixels of the page; null from the keyboard. */
  page: Point | null;
}

/** What a tool does between press and release; all points are map points. */
export interface ToolDrag {
  move?(points: readonly ToolPoint[], keys: HeldKeys): void;
  end(at: ToolPoint, keys: HeldKeys): void;
  cancel?(): void;
}

/** What a press of a tool begins; null when it is done already, or does nothing here. */
export type ToolPress = (at: ToolPoint, keys: HeldKeys, place: Placement) => ToolDrag | null;

/** How far, in CSS pixels, a press that is a click may move. */
export const CLICK_SLOP = 4;

/** Whether two map points are one on the screen. */
export function isSamePlace(a: Point, b: Point, { scale }: Placement): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) * scale <= CLICK_SLOP;
}
