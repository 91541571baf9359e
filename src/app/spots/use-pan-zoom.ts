import { type RefObject, useEffect, useRef } from 'react';
import { type Extent, panBy, placeImage, zoomAt } from '../stage/viewport.ts';
import type { Point } from './cluster-geometry.ts';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Movement beyond this many pixels makes a press a drag. */
const DRAG_SLOP = 4;

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

/** Wheel and pinch zoom, a drag of the background pans; what lies above it keeps its own presses. */
export function usePanZoom(
  ref: RefObject<HTMLElement | null>,
  panel: Extent,
  image: Extent | null,
  presses: StagePresses,
): void {
  const latest = useRef({ panel, image, presses });
  latest.current = { panel, image, presses };

  useEffect(() => {
    const stage = ref.current;
    if (!stage) return;
    const pointers = new Map<number, Point>();
    let pressed: Point | null = null;
    let dragged = false;

    const place = (event: MouseEvent): Point => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const isOwn = (event: Event) =>
      event.target instanceof Element && event.target.closest('.cluster, .stage-message') !== null;
    const zoom = (factor: number, anchor: Point) => {
      const { panel, image } = latest.current;
      if (!image) return;
      setSpotsSurface(({ viewport }) => ({
        viewport: zoomAt(viewport, factor, panel, image, anchor),
      }));
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const perLine = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(-event.deltaY * perLine * (event.ctrlKey ? 0.01 : 0.0018)), place(event));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1 || (event.button === 0 && isOwn(event))) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
      dragged = pointers.size > 1;
      if (pointers.size === 1) pressed = place(event);
    };
    const onMove = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      const { panel, image } = latest.current;
      if (!before || !image) return;
      const now = place(event);
      const others = [...pointers].filter(([id]) => id !== event.pointerId);
      if (others.length === 1) {
        const [, other] = others[0];
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        const spread = Math.hypot(now.x - other.x, now.y - other.y);
        if (was > 0) zoom(spread / was, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      }
      if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > DRAG_SLOP) dragged = true;
      if (!dragged) return;
      const [dx, dy] = [now.x - before.x, now.y - before.y].map((way) => way / pointers.size);
      setSpotsSurface(({ viewport }) => ({ viewport: panBy(viewport, dx, dy, panel, image) }));
      pointers.set(event.pointerId, now);
    };
    const onUp = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
      if (event.type === 'pointerup' && !dragged && event.button === 0) {
        latest.current.presses.onClick();
      }
      pressed = null;
    };
    const onDoubleClick = (event: MouseEvent) => {
      const { panel, image, presses } = latest.current;
      if (image && !isOwn(event)) presses.onDoubleClick(placeUnder(panel, image, place(event)));
    };

    stage.addEventListener('wheel', onWheel, { passive: false });
    stage.addEventListener('pointerdown', onDown);
    stage.addEventListener('pointermove', onMove);
    stage.addEventListener('pointerup', onUp);
    stage.addEventListener('pointercancel', onUp);
    stage.addEventListener('dblclick', onDoubleClick);
    return () => {
      stage.removeEventListener('wheel', onWheel);
      stage.removeEventListener('pointerdown', onDown);
      stage.removeEventListener('pointermove', onMove);
      stage.removeEventListener('pointerup', onUp);
      stage.removeEventListener('pointercancel', onUp);
      stage.removeEventListener('dblclick', onDoubleClick);
    };
  }, [ref]);
}
