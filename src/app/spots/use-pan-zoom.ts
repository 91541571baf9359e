import type { RefObject } from 'react';
import { useViewportGestures } from '../stage/use-viewport-gestures.ts';
import { type Extent, placeImage } from '../stage/viewport.ts';
import type { Point } from './cluster-geometry.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Places of the sample that a press of the background means something at. */
export interface StagePresses {
  onClick(): void;
  onDoubleClick(place: Point): void;
}

/** The place in the sample under a point of the panel; 0 is the middle of the first pixel. */
export function placeUnder(panel: Extent, image: Extent, point: Point): Point {
  const { scale, left, top } = placeImage(useSpotsSurface.getState().viewport, panel, image);
  return { x: (point.x - left) / scale - 0.5, y: (point.y - top) / scale - 0.5 };
}

function isOnHandle({ target }: Event): boolean {
  return target instanceof Element && target.closest('.cluster, .stage-message') !== null;
}

/** Wheel and pinch zoom, a drag of the background pans; what lies above it keeps its own presses. */
export function usePanZoom(
  ref: RefObject<HTMLElement | null>,
  panel: Extent,
  image: Extent | null,
  presses: StagePresses,
): void {
  useViewportGestures(ref, panel, image, {
    look: (change) => setSpotsSurface(({ viewport }) => ({ viewport: change(viewport) })),
    // The middle button pans from anywhere.
    keepsPress: (event) => event.button === 0 && isOnHandle(event),
    onClick(_, { button }) {
      if (button === 0) presses.onClick();
    },
    onDoubleClick(point) {
      if (image) presses.onDoubleClick(placeUnder(panel, image, point));
    },
  });
}
