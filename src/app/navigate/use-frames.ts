import { useEffect, useRef } from 'react';

/** Longer pauses (a tab in the background) count as this many seconds, so that nothing leaps. */
const LONGEST_FRAME = 0.25;

/** Calls back on every frame of the display while `active`, with the seconds since the one before. */
export function useFrames(active: boolean, onFrame: (seconds: number) => void): void {
  const latest = useRef(onFrame);
  latest.current = onFrame;
  useEffect(() => {
    if (!active) return;
    let before = performance.now();
    let id = requestAnimationFrame(function frame(now) {
      const seconds = Math.max(0, (now - before) / 1000);
      before = now;
      latest.current(Math.min(LONGEST_FRAME, seconds));
      id = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(id);
  }, [active]);
}
