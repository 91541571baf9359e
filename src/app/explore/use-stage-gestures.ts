import { type RefObject, useEffect, useRef } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { type Extent, panBy, pixelAt, zoomAt } from '../stage/viewport.ts';
import { type Side, setSurface, useSurface } from './explore-state.ts';

/** Movement beyond this many pixels makes a press a drag. */
const DRAG_SLOP = 4;

/** Wheel and pinch zoom, drag pans, move reads the pixel, click picks the instance under it. */
export function useStageGestures(
  ref: RefObject<HTMLElement | null>,
  side: Side,
  panel: Extent,
  image: Extent | null,
): void {
  const latest = useRef({ panel, image });
  latest.current = { panel, image };

  useEffect(() => {
    const stage = ref.current;
    if (!stage) return;
    const pointers = new Map<number, { x: number; y: number }>();
    let dragged = false;
    let pressed: { x: number; y: number } | null = null;

    const place = (event: MouseEvent) => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const pixelUnder = (event: MouseEvent) => {
      const { panel, image } = latest.current;
      return image && pixelAt(useSurface.getState().viewport, panel, image, place(event));
    };
    const zoom = (factor: number, anchor: { x: number; y: number }) => {
      const { panel, image } = latest.current;
      if (!image) return;
      setSurface(({ viewport }) => ({ viewport: zoomAt(viewport, factor, panel, image, anchor) }));
    };

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const perLine = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(-event.deltaY * perLine * (event.ctrlKey ? 0.01 : 0.0018)), place(event));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button > 1) return;
      // Capturing the pointer would take the click from the buttons of a message.
      if (event.target instanceof Element && event.target.closest('.stage-message')) return;
      stage.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, place(event));
      if (pointers.size === 1) {
        dragged = false;
        pressed = place(event);
      } else dragged = true;
    };
    const onMove = (event: PointerEvent) => {
      const pixel = pixelUnder(event);
      setSurface({ hover: pixel && { ...pixel, side } });
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = place(event);
      const { panel, image } = latest.current;
      if (pointers.size === 2 && image) {
        const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
        const spread = Math.hypot(now.x - other.x, now.y - other.y);
        const was = Math.hypot(before.x - other.x, before.y - other.y);
        if (was > 0) zoom(spread / was, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
      }
      if (pressed && Math.hypot(now.x - pressed.x, now.y - pressed.y) > DRAG_SLOP) dragged = true;
      if (dragged && image) {
        const share = pointers.size;
        const dx = (now.x - before.x) / share;
        const dy = (now.y - before.y) / share;
        setSurface(({ viewport }) => ({ viewport: panBy(viewport, dx, dy, panel, image) }));
      }
      if (dragged || pointers.size > 1) pointers.set(event.pointerId, now);
    };
    const onUp = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (event.type === 'pointerup' && !dragged && pointers.size === 0 && pressed) {
        const pixel = pixelUnder(event);
        const { sample, pickedInstance, pickInstance } = useStudio.getState();
        const labels = sample.pixels?.labels;
        const id = pixel && labels ? labels.data[pixel.y * labels.width + pixel.x] : 0;
        pickInstance(id === 0 || id === pickedInstance ? null : id);
      }
      if (pointers.size === 0) pressed = null;
    };
    const onEnter = () => setSurface({ activeSide: side });
    const onLeave = () => setSurface({ hover: null });

    stage.addEventListener('wheel', onWheel, { passive: false });
    stage.addEventListener('pointerdown', onDown);
    stage.addEventListener('pointermove', onMove);
    stage.addEventListener('pointerup', onUp);
    stage.addEventListener('pointercancel', onUp);
    stage.addEventListener('pointerenter', onEnter);
    stage.addEventListener('pointerleave', onLeave);
    return () => {
      stage.removeEventListener('wheel', onWheel);
      stage.removeEventListener('pointerdown', onDown);
      stage.removeEventListener('pointermove', onMove);
      stage.removeEventListener('pointerup', onUp);
      stage.removeEventListener('pointercancel', onUp);
      stage.removeEventListener('pointerenter', onEnter);
      stage.removeEventListener('pointerleave', onLeave);
    };
  }, [ref, side]);
}
