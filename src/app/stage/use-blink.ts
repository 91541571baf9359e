import { useEffect } from 'react';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { setCompare, stepBlink, useCompare } from './use-compare.ts';
import { useReducedMotion } from './use-reduced-motion.ts';

/** Lets the layers take turns, and Space stop them; by hand only where less motion is asked for. */
export function useBlink(): void {
  const byHand = useReducedMotion();
  const paused = useCompare((compare) => compare.paused);
  const rate = useCompare((compare) => compare.blinkRate);

  useEffect(() => {
    if (byHand || paused) return;
    const timer = setInterval(
      () => setCompare(({ showsAbove }) => ({ showsAbove: !showsAbove })),
      1000 / rate,
    );
    return () => clearInterval(timer);
  }, [byHand, paused, rate]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // Space presses the button that has the focus.
      const onButton = event.target instanceof Element && event.target.closest('button, a');
      if (event.key !== ' ' || onButton || !isForWorkspace(event)) return;
      event.preventDefault();
      stepBlink(byHand);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [byHand]);
}
