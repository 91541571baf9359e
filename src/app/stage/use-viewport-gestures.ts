import { type RefObject, useEffect, useRef } from 'react';
import { type Extent, panBy, type Viewport, zoomAt } from './viewport.ts';

/** Movement beyond this many pixels makes a press a drag. */
const DRAG_SLOP = 4;
/** Zoom for each unit of a wheel's turn, and of a pinch, which arrives as a wheel with Control. */
const WHEEL_ZOOM = 0.0018;
const PINCH_ZOOM = 0.01;
const PIXELS_PER_LINE = 16;

/** A point of a panel, in CSS pixels. */
export interface PanelPoint {
  x: number;
  y: number;
}

/** What the gestures on a panel mean to the workspace that it belongs to. */
export interface ViewportGestures {
  /** Changes where the panel looks. */
  look(change: (viewport: Viewport) => Viewport): void;
  /** Whether what lies under a press keeps it to itself: a button of a message, a handle. */
  keepsPress(event: PointerEvent | MouseEvent): boolean;
  /** The pointer moved over the panel, pressed or not. */
  onMove?(point: PanelPoint): void;
  onEnter?(): void;
  onLeave?(): void;
  /** A press that did not become a drag. */
  onClick?(point: PanelPoint, event: PointerEvent): void;
  onDoubleClick?(point: PanelPoint): void;
}

/** Wheel and pinch zoom, a drag pans; presses, hovering and double clicks go to the workspace. */
export function useViewportGestures(
  ref: RefObject<HTMLElement | null>,
  panel: Extent,
  image: Extent | null,
  gestures: ViewportGestures,
): void {
  const latest = useRef({ panel, image, gestures });
  latest.current = { panel, image, gestures };

  useEffect(() => {
    const stage = ref.current;
    if (!stage) return;
    const listening = new AbortController();
    const pointers = new Map<number, PanelPoint>();
    let pressed: PanelPoint | null = null;
    let dragged = false;

    const pointOf = (event: MouseEvent): PanelPoint => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const zoom = (factor: number, anchor: PanelPoint) => {
      const { panel, image, gestures } = latest.current;
      if (image) gestures.look((viewport) => zoomAt(viewport, factor, panel, image, anchor));
    };
    const pinch = (event: PointerEvent, before: PanelPoint, now: PanelPoint) => {
      const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const spread = Math.hypot(now.x - other.x, now.y - other.y);
      if (was > 0) zoom(spread / was, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    };

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const perLine = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
      const perPixel = event.ctrlKey ? PINCH_ZOOM : WHEEL_ZOOM;
      zoom(Math.exp(-event.deltaY * perLine * perPixel), pointOf(event));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1 || latest.current.gestures.keepsPress(event)) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, pointOf(event));
      dragged = pointers.size > 1;
      if (pointers.size === 1) pressed = pointOf(event);
    };
    const onMove = (event: PointerEvent) => {
      const now = pointOf(event);
      const { panel, image, gestures } = latest.current;
      gestures.onMove?.(now);
      const before = pointers.get(event.pointerId);
      if (!before || !image) return;
      if (pointers.size === 2) pinch(event, before, now);
      if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > DRAG_SLOP) dragged = true;
      if (!dragged) return;
      const [dx, dy] = [now.x - before.x, now.y - before.y].map((way) => way / pointers.size);
      gestures.look((viewport) => panBy(viewport, dx, dy, panel, image));
      pointers.set(event.pointerId, now);
    };
    const onUp = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
      const isClick = event.type === 'pointerup' && !dragged && pressed !== null;
      pressed = null;
      if (isClick) latest.current.gestures.onClick?.(pointOf(event), event);
    };
    const onDoubleClick = (event: MouseEvent) => {
      const { gestures } = latest.current;
      if (!gestures.keepsPress(event)) gestures.onDoubleClick?.(pointOf(event));
    };

    const { signal } = listening;
    stage.addEventListener('wheel', onWheel, { passive: false, signal });
    stage.addEventListener('pointerdown', onDown, { signal });
    stage.addEventListener('pointermove', onMove, { signal });
    stage.addEventListener('pointerup', onUp, { signal });
    stage.addEventListener('pointercancel', onUp, { signal });
    stage.addEventListener('dblclick', onDoubleClick, { signal });
    stage.addEventListener('pointerenter', () => latest.current.gestures.onEnter?.(), { signal });
    stage.addEventListener('pointerleave', () => latest.current.gestures.onLeave?.(), { signal });
    return () => listening.abort();
  }, [ref]);
}
