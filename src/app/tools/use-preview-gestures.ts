import { type RefObject, useEffect, useRef } from 'react';
import { type Extent, FITTED, panBy, zoomAt } from '../stage/viewport.ts';
import { lookAt } from './preview-surface.ts';

const DOUBLE_CLICK_ZOOM = 4;

/** Ctrl and wheel (or a pinch) zooms, dragging pans, a double click goes in and out; the plain wheel scrolls the page. */
export function usePreviewGestures(
  ref: RefObject<HTMLElement | null>,
  panel: Extent,
  image: Extent,
): void {
  const latest = useRef({ panel, image });
  latest.current = { panel, image };
  useEffect(() => {
    const stage = ref.current;
    if (!stage) return;
    let last: { x: number; y: number } | null = null;
    const place = (event: MouseEvent) => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const zoom = (factor: number, event: MouseEvent) => {
      const { panel, image } = latest.current;
      lookAt((viewport) => zoomAt(viewport, factor, panel, image, place(event)));
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * 0.01), event);
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      stage.setPointerCapture(event.pointerId);
      last = place(event);
    };
    const onMove = (event: PointerEvent) => {
      if (!last) return;
      const now = place(event);
      const [dx, dy] = [now.x - last.x, now.y - last.y];
      last = now;
      const { panel, image } = latest.current;
      lookAt((viewport) => (viewport.zoom > 1 ? panBy(viewport, dx, dy, panel, image) : viewport));
    };
    const onUp = () => {
      last = null;
    };
    const onDouble = (event: MouseEvent) => {
      const { panel, image } = latest.current;
      lookAt((viewport) =>
        viewport.zoom > 1
          ? FITTED
          : zoomAt(viewport, DOUBLE_CLICK_ZOOM, panel, image, place(event)),
      );
    };
    stage.addEventListener('wheel', onWheel, { passive: false });
    stage.addEventListener('pointerdown', onDown);
    stage.addEventListener('pointermove', onMove);
    stage.addEventListener('pointerup', onUp);
    stage.addEventListener('pointercancel', onUp);
    stage.addEventListener('dblclick', onDouble);
    return () => {
      stage.removeEventListener('wheel', onWheel);
      stage.removeEventListener('pointerdown', onDown);
      stage.removeEventListener('pointermove', onMove);
      stage.removeEventListener('pointerup', onUp);
      stage.removeEventListener('pointercancel', onUp);
      stage.removeEventListener('dblclick', onDouble);
    };
  }, [ref]);
}
