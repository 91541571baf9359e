import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { setPaintSurface, usePaintSurface } from './paint-surface.ts';

const STEP = 0.02;

/** The line between labels and image, which is dragged. */
export function SplitHandle() {
  const { t } = useTranslation();
  const split = usePaintSurface((surface) => surface.split);
  const handle = useRef<HTMLDivElement>(null);
  const put = (value: number) => setPaintSurface({ split: Math.min(1, Math.max(0, value)) });
  const onMove = (event: PointerEvent) => {
    const room = handle.current?.parentElement?.getBoundingClientRect();
    if (!room || !handle.current?.hasPointerCapture(event.pointerId)) return;
    put((event.clientX - room.left) / room.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    put(split + by);
  };
  return (
    <div
      ref={handle}
      className="split-handle"
      role="slider"
      tabIndex={0}
      aria-label={t('paint.layouts.split')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(split * 100)}
      style={{ left: `${split * 100}%` }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        event.stopPropagation();
        onMove(event);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
