import { createTouchArbiter } from './touch-arbiter.ts';
import type { Point } from './viewing.ts';

/** Where a pointer is and how hard it presses. */
export interface PointerPoint extends Point {
  /** 0..1 of a pen; null where the device knows none. */
  pressure: number | null;
}

/** Keys held while the pointer acts. */
export interface HeldKeys {
  shift: boolean;
  alt: boolean;
  control: boolean;
}

/** What a tool does between press and release. Points are in CSS pixels of the page. */
export interface PointerDrag {
  move(points: PointerPoint[], keys: HeldKeys): void;
  /** @param point where the pointer was let go */
  end(point: PointerPoint, keys: HeldKeys): void;
  /** Another finger came, or the browser took the pointer: as if there had been no press. */
  cancel(): void;
}

/** What pointers on the canvas do. All points are in CSS pixels of the page. */
export interface PointerTargets {
  /** A press that is not for the view; null when the tool does nothing on it. */
  press(point: PointerPoint, keys: HeldKeys): PointerDrag | null;
  /** Null when the pointer left. */
  hover(point: Point | null, keys: HeldKeys): void;
  panBy(dx: number, dy: number): void;
  zoomAt(factor: number, anchor: Point): void;
  /** The pan tool is chosen, or Space is held. */
  isPanning(): boolean;
}

const MIDDLE_BUTTON = 1;
const WHEEL_STEP = 0.0018;
/** A pinch on a trackpad comes as a wheel with Control and small steps. */
const PINCH_STEP = 0.01;
const PIXELS_PER_LINE = 16;

function keysOf(event: MouseEvent): HeldKeys {
  return { shift: event.shiftKey, alt: event.altKey, control: event.ctrlKey || event.metaKey };
}

function pointOf(event: PointerEvent): PointerPoint {
  const pressure = event.pointerType === 'pen' ? event.pressure : null;
  return { x: event.clientX, y: event.clientY, pressure };
}

/** All positions since the last event: a fast stroke stays round. */
function pointsOf(event: PointerEvent): PointerPoint[] {
  const coalesced = event.getCoalescedEvents?.() ?? [];
  return (coalesced.length > 0 ? coalesced : [event]).map(pointOf);
}

/**
 * Listens to mouse, pen and fingers: the wheel zooms, the middle button or Space pans, two fingers do both, one
 * finger or the left button is the tool's; once a pen was seen, fingers only move the view.
 * @returns Ends it.
 */
export function listenToPointers(element: HTMLElement, targets: PointerTargets): () => void {
  const touches = createTouchArbiter();
  let drag: PointerDrag | null = null;
  let dragPointer = -1;
  let panPointer = -1;
  let panFrom: Point = { x: 0, y: 0 };

  const dropDrag = () => {
    drag?.cancel();
    drag = null;
    dragPointer = -1;
  };

  const onDown = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    const isFinger = event.pointerType === 'touch';
    if (event.pointerType === 'pen') touches.seePen();
    if (isFinger && touches.down(event.pointerId, event.clientX, event.clientY) > 1) {
      dropDrag();
      panPointer = -1;
      return;
    }
    if (drag || panPointer >= 0 || event.button > MIDDLE_BUTTON) return;
    element.setPointerCapture(event.pointerId);
    const pans =
      event.button === MIDDLE_BUTTON || targets.isPanning() || (isFinger && touches.penSeen());
    if (pans) {
      event.preventDefault();
      panPointer = event.pointerId;
      panFrom = { x: event.clientX, y: event.clientY };
      return;
    }
    drag = targets.press(pointOf(event), keysOf(event));
    dragPointer = event.pointerId;
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') {
      const pinch = touches.move(event.pointerId, event.clientX, event.clientY);
      if (pinch) {
        targets.zoomAt(pinch.factor, pinch.middle);
        targets.panBy(pinch.dx, pinch.dy);
        return;
      }
    }
    if (event.pointerId === panPointer) {
      targets.panBy(event.clientX - panFrom.x, event.clientY - panFrom.y);
      panFrom = { x: event.clientX, y: event.clientY };
      return;
    }
    // Browsers repeat the last position when the page changes under a pointer at rest.
    const isAtRest = event.movementX === 0 && event.movementY === 0 && event.buttons === 0;
    if (!isAtRest) targets.hover({ x: event.clientX, y: event.clientY }, keysOf(event));
    if (event.pointerId === dragPointer) drag?.move(pointsOf(event), keysOf(event));
  };

  const onUp = (event: PointerEvent) => {
    touches.up(event.pointerId);
    if (event.pointerId === panPointer) panPointer = -1;
    if (event.pointerId !== dragPointer) return;
    const ending = drag;
    drag = null;
    dragPointer = -1;
    if (event.type === 'pointercancel') ending?.cancel();
    else ending?.end(pointOf(event), keysOf(event));
  };

  const onLeave = (event: PointerEvent) => targets.hover(null, keysOf(event));
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? PIXELS_PER_LINE : 1;
    const step = event.ctrlKey ? PINCH_STEP : WHEEL_STEP;
    const anchor = { x: event.clientX, y: event.clientY };
    targets.zoomAt(Math.exp(-event.deltaY * lines * step), anchor);
  };
  const onMenu = (event: Event) => event.preventDefault();

  const listening = new AbortController();
  const { signal } = listening;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('pointerleave', onLeave, { signal });
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  element.addEventListener('contextmenu', onMenu, { signal });
  return () => {
    dropDrag();
    listening.abort();
  };
}
