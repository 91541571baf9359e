import { type PointerEvent as ReactPointerEvent, useEffect, useState } from 'react';
import { goTo, moveKeyframe, useWalk } from './walk-state.ts';

/** Movement beyond this many pixels makes a press a drag. */
const DRAG_SLOP = 5;

interface Drag {
  from: number;
  /** Pixels from where it was pressed. */
  dx: number;
  startX: number;
}

/** Where a dragged keyframe would come to stand. */
export function placeOfDrag(from: number, dx: number, count: number, segment: number): number {
  return Math.min(count - 1, Math.max(0, from + Math.round(dx / segment)));
}

/** How many places a keyframe gives way while another is dragged over it: -1, 0 or 1. */
export function givesWay(index: number, from: number, to: number): number {
  if (index > from && index <= to) return -1;
  if (index < from && index >= to) return 1;
  return 0;
}

/** Puts keyframes in another order by dragging; a press without a drag brings the playhead there. */
export function useKeyframeDrag(count: number, segment: number) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const from = drag?.from;
  const startX = drag?.startX ?? 0;
  useEffect(() => {
    if (from === undefined) return;
    const onMove = (event: PointerEvent) => setDrag({ from, startX, dx: event.clientX - startX });
    const onUp = (event: PointerEvent) => {
      const dx = event.clientX - startX;
      setDrag(null);
      if (event.type === 'pointercancel') return;
      if (Math.abs(dx) > DRAG_SLOP) moveKeyframe(from, placeOfDrag(from, dx, count, segment));
      else {
        useWalk.setState({ playing: false });
        goTo(from, 'now');
      }
    };
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onUp);
    return () => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onUp);
    };
  }, [from, startX, count, segment]);

  const to = drag && placeOfDrag(drag.from, drag.dx, count, segment);
  return {
    drag: drag && {
      from: drag.from,
      /** Pixels that a cell is moved by while the drag goes on. */
      offsetOf: (index: number) =>
        index === drag.from ? drag.dx : givesWay(index, drag.from, to ?? drag.from) * segment,
    },
    start(event: ReactPointerEvent, index: number) {
      if (event.button === 0) setDrag({ from: index, dx: 0, startX: event.clientX });
    },
  };
}
