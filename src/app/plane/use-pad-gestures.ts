import { type RefObject, useEffect } from 'react';
import { changeStep, goOnPlane, moveOnPlane, PLANE_STEPS, usePlane } from './plane-state.ts';

/** Movement beyond this many pixels makes a press a drag. */
const DRAG_SLOP = 4;
/** Wheel pixels to the next step. */
const WHEEL_STEP = 80;

const ARROWS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Drag moves the plane under the middle, a click goes to a seed, the wheel changes the step, arrows take one. */
export function usePadGestures(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pad = ref.current;
    if (!pad) return;
    let last: { x: number; y: number } | null = null;
    let start = { x: 0, y: 0 };
    let dragged = false;
    let turned = 0;

    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      pad.setPointerCapture(event.pointerId);
      last = { x: event.clientX, y: event.clientY };
      start = last;
      dragged = false;
      usePlane.setState({ drifting: false });
    };
    const onMove = (event: PointerEvent) => {
      if (!last) return;
      const now = { x: event.clientX, y: event.clientY };
      if (Math.hypot(now.x - start.x, now.y - start.y) > DRAG_SLOP) dragged = true;
      if (!dragged) return;
      const { position, zoom } = usePlane.getState();
      const { cell } = PLANE_STEPS[zoom];
      moveOnPlane({
        x: position.x - (now.x - last.x) / cell,
        y: position.y - (now.y - last.y) / cell,
      });
      last = now;
    };
    const onUp = (event: PointerEvent) => {
      if (!last) return;
      last = null;
      const { position, zoom } = usePlane.getState();
      if (dragged) goOnPlane(position);
      else if (event.type === 'pointerup') {
        const box = pad.getBoundingClientRect();
        const { cell } = PLANE_STEPS[zoom];
        goOnPlane({
          x: Math.round(position.x + (event.clientX - box.left - box.width / 2) / cell),
          y: Math.round(position.y + (event.clientY - box.top - box.height / 2) / cell),
        });
      }
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      turned += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
      if (Math.abs(turned) < WHEEL_STEP) return;
      changeStep(turned < 0 ? 1 : -1);
      turned = 0;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { position, zoom } = usePlane.getState();
      const arrow = ARROWS[event.key];
      const length = PLANE_STEPS[zoom].step * (event.shiftKey ? 10 : 1);
      if (arrow)
        goOnPlane({ x: position.x + arrow[0] * length, y: position.y + arrow[1] * length });
      else if (event.key === '+' || event.key === '=') changeStep(1);
      else if (event.key === '-') changeStep(-1);
      else if (event.key === 'Enter') snap();
      else return;
      event.preventDefault();
    };

    pad.addEventListener('pointerdown', onDown);
    pad.addEventListener('pointermove', onMove);
    pad.addEventListener('pointerup', onUp);
    pad.addEventListener('pointercancel', onUp);
    pad.addEventListener('wheel', onWheel, { passive: false });
    pad.addEventListener('keydown', onKeyDown);
    return () => {
      pad.removeEventListener('pointerdown', onDown);
      pad.removeEventListener('pointermove', onMove);
      pad.removeEventListener('pointerup', onUp);
      pad.removeEventListener('pointercancel', onUp);
      pad.removeEventListener('wheel', onWheel);
      pad.removeEventListener('keydown', onKeyDown);
    };
  }, [ref]);
}

/** Goes to the nearest seed. */
export function snap(): void {
  const { x, y } = usePlane.getState().position;
  usePlane.setState({ drifting: false });
  goOnPlane({ x: Math.round(x), y: Math.round(y) });
}
