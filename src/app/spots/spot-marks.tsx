import { useLayoutEffect, useRef } from 'react';
import type { Spot } from '../../imaging/spots/spot.ts';
import type { Extent } from '../stage/viewport.ts';

const INSIDE = '#6fe0e6';
const OUTSIDE = '#ffb454';
const POINTED = '#ffffff';
/** Screen pixels: a smaller mark is not seen. */
const LEAST_RADIUS = 2.2;

/** Circles around spots at the screen's own resolution, in another colour outside of cells. */
export function SpotMarks(props: {
  spots: readonly Spot[];
  /** Number of one that is pointed out. */
  pointed: number | null;
  /** False: only that one. */
  all: boolean;
  place: { left: number; top: number; scale: number };
  panel: Extent;
}) {
  const { spots, pointed, all, place, panel } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const { left, top, scale } = place;
  const ratio = globalThis.devicePixelRatio || 1;
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, panel.width, panel.height);
    const circles = (shown: readonly Spot[], colour: string, grown: number) => {
      context.beginPath();
      for (const { x, y, radius } of shown) {
        const [across, down] = [left + (x + 0.5) * scale, top + (y + 0.5) * scale];
        const reach = Math.max(LEAST_RADIUS, radius * scale) + grown;
        context.moveTo(across + reach, down);
        context.arc(across, down, reach, 0, 2 * Math.PI);
      }
      context.lineWidth = grown > 0 ? 2 : 1.25;
      context.strokeStyle = colour;
      context.stroke();
    };
    if (all) {
      circles(
        spots.filter(({ cell }) => cell !== 0),
        INSIDE,
        0,
      );
      circles(
        spots.filter(({ cell }) => cell === 0),
        OUTSIDE,
        0,
      );
    }
    const one = pointed === null ? undefined : spots[pointed];
    if (one) circles([one], POINTED, 5);
  }, [spots, pointed, all, left, top, scale, panel.width, panel.height, ratio]);
  return (
    <canvas
      ref={canvas}
      className="plane spot-marks"
      style={{ left: 0, top: 0, width: panel.width, height: panel.height }}
      width={Math.round(panel.width * ratio)}
      height={Math.round(panel.height * ratio)}
      aria-hidden
      data-testid="spot-marks"
      data-shown={all ? spots.length : 0}
    />
  );
}
