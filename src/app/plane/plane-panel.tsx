import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { planeBlend } from '../../pipeline/latent-plane.ts';
import { useStudio } from '../../store/studio-store.ts';
import { stopPaced } from '../navigate/paced-view.ts';
import { useFrames } from '../navigate/use-frames.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';
import { useExtent } from '../stage/use-extent.ts';
import { cellsAround, type PlaneCell } from './plane-cells.ts';
import { followOnPlane, moveOnPlane, PLANE_STEPS, usePlane } from './plane-state.ts';
import { usePadGestures } from './use-pad-gestures.ts';
import './plane.css';

/** Rest before the newly visible seeds are asked for. */
const REST_MS = 120;
/** From this many pixels on a seed has room for its number. */
const ROOM_FOR_NUMBER = 60;

/** The latent plane: seeds as a map that is dragged under a cross; the sample in view is at the cross. */
export function PlanePanel() {
  const { t } = useTranslation();
  const pad = useRef<HTMLDivElement>(null);
  const extent = useExtent(pad);
  const position = usePlane((plane) => plane.position);
  const drifting = usePlane((plane) => plane.drifting);
  const isElsewhere = usePlane((plane) => plane.isElsewhere);
  const { cell } = usePlane((plane) => PLANE_STEPS[plane.zoom]);
  usePadGestures(pad);
  useFollowView();
  useFrames(drifting, (seconds) => {
    const { position, velocity } = usePlane.getState();
    moveOnPlane({ x: position.x + velocity.x * seconds, y: position.y + velocity.y * seconds });
  });
  useEffect(() => leavePlane, []);

  const cells = useMemo(() => cellsAround(position, cell, extent), [position, cell, extent]);
  useShownSeedsOfPlane(cells);
  const parts = planeBlend(position.x, position.y);
  return (
    <div
      ref={pad}
      className="plane-pad"
      data-testid="plane-pad"
      data-elsewhere={isElsewhere}
      role="application"
      aria-label={t('plane.pad')}
      aria-describedby="plane-place"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move on it, as its label says
      tabIndex={0}
    >
      <div className="plane-map" aria-hidden>
        {cells.map(({ x, y, seed, left, top, weight }) => (
          <div
            key={`${x} ${y}`}
            className="plane-cell"
            style={{
              width: cell - 6,
              height: cell - 6,
              transform: `translate(${left - cell / 2 + 3}px, ${top - cell / 2 + 3}px)`,
            }}
          >
            <PlaneMask seed={seed} />
            {weight > 0 && !isElsewhere && (
              <span className="plane-weight" style={{ opacity: 0.2 + 0.8 * weight }} />
            )}
            {cell >= ROOM_FOR_NUMBER && <span className="plane-seed number">{seed}</span>}
          </div>
        ))}
        <span className="plane-cross" />
      </div>
      {isElsewhere && <p className="plane-note">{t('plane.elsewhere')}</p>}
      <p id="plane-place" className="visually-hidden" aria-live={drifting ? 'off' : 'polite'}>
        {t('plane.place', {
          x: position.x.toFixed(3),
          y: position.y.toFixed(3),
          parts: parts.map(({ seed, weight }) => `${seed} × ${weight}`).join(' + '),
        })}
      </p>
    </div>
  );
}

const PlaneMask = memo(function PlaneMask({ seed }: { seed: number }) {
  const image = useStudio((state) => state.thumbnails.get(seed)?.image ?? null);
  return image && <PixelCanvas image={image} label="" smooth />;
});

function leavePlane(): void {
  stopPaced();
  usePlane.setState({ drifting: false });
}

/** What another part of the studio brings into view is found on the plane. */
function useFollowView(): void {
  const seed = useStudio((state) => state.view.seed);
  const blend = useStudio((state) => state.view.blend);
  useEffect(() => followOnPlane({ seed, blend }), [seed, blend]);
}

/** What is near the cross is made first. */
function useShownSeedsOfPlane(cells: PlaneCell[]): void {
  const key = cells.map(({ seed }) => seed).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cells of the same seeds ask for the same
  useEffect(() => {
    const distance = ({ left, top }: PlaneCell) => Math.hypot(left, top);
    const nearest = [...cells].sort((a, b) => distance(a) - distance(b)).map(({ seed }) => seed);
    const timer = setTimeout(() => useStudio.getState().showSeeds(nearest, []), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
}
