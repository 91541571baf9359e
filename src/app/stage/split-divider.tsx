import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setCompare, useCompare } from './use-compare.ts';
import type { Extent } from './viewport.ts';

const STEPS: Record<string, number> = { ArrowLeft: -0.01, ArrowRight: 0.01 };

function keepInside(split: number): number {
  return Math.min(1, Math.max(0, split));
}

/** Where a key puts the divider; null for keys that are not its own. */
function splitByKey(key: string, shift: boolean, split: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  const step = STEPS[key];
  return step === undefined ? null : keepInside(split + step * (shift ? 10 : 1));
}

/** The line between the two sides of a split stage: dragged, or moved with the arrow keys. */
export function SplitDivider(props: { panel: Extent; leftName: string; rightName: string }) {
  const { t } = useTranslation();
  const split = useCompare((compare) => compare.split);
  const divider = useRef<HTMLDivElement>(null);

  // Listeners of the element itself: the stage below listens the same way, and must not pan along.
  useEffect(() => {
    const element = divider.current;
    if (!element) return;
    let dragging = false;
    const onDown = (event: PointerEvent) => {
      event.stopPropagation();
      if (event.button !== 0) return;
      dragging = true;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
    };
    const onMove = (event: PointerEvent) => {
      if (!dragging) return;
      event.stopPropagation();
      const stage = element.parentElement?.getBoundingClientRect();
      if (stage) setCompare({ split: keepInside((event.clientX - stage.left) / stage.width) });
    };
    const onUp = (event: PointerEvent) => {
      if (dragging) event.stopPropagation();
      dragging = false;
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
    };
  }, []);

  return (
    <div
      ref={divider}
      className="split-divider"
      role="slider"
      tabIndex={0}
      data-testid="split-divider"
      aria-label={t('look.compare.divider', { left: props.leftName, right: props.rightName })}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      style={{ left: split * props.panel.width }}
      onKeyDown={(event) => {
        const next = splitByKey(event.key, event.shiftKey, split);
        if (next === null) return;
        event.preventDefault();
        event.stopPropagation();
        setCompare({ split: next });
      }}
    >
      <i aria-hidden />
    </div>
  );
}
