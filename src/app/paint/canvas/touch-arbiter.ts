import type { Point } from './viewing.ts';

/** How two fingers moved the view. */
export interface Pinch {
  /** Of the distance between them. */
  factor: number;
  middle: Point;
  /** How far the middle moved. */
  dx: number;
  dy: number;
}

/** Knows the fingers on the screen, and whether a pen was there: then fingers are the palm's or the view's. */
export interface TouchArbiter {
  seePen(): void;
  penSeen(): boolean;
  /** @returns How many fingers there are now. */
  down(id: number, x: number, y: number): number;
  /** What the move does to the view; null for a single finger. */
  move(id: number, x: number, y: number): Pinch | null;
  up(id: number): void;
}

/** No fingers yet. */
export function createTouchArbiter(): TouchArbiter {
  const fingers = new Map<number, Point>();
  let pen = false;
  return {
    seePen() {
      pen = true;
    },
    penSeen: () => pen,
    down(id, x, y) {
      fingers.set(id, { x, y });
      return fingers.size;
    },
    move(id, x, y) {
      const before = fingers.get(id);
      if (!before) return null;
      const [other] = [...fingers].filter(([each]) => each !== id).map(([, at]) => at);
      fingers.set(id, { x, y });
      if (!other) return null;
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(x - other.x, y - other.y);
      return {
        factor: was > 0 ? is / was : 1,
        middle: { x: (x + other.x) / 2, y: (y + other.y) / 2 },
        dx: (x - before.x) / 2,
        dy: (y - before.y) / 2,
      };
    },
    up(id) {
      fingers.delete(id);
    },
  };
}
