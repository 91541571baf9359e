import type { RefObject } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { type PanelPoint, useViewportGestures } from '../stage/use-viewport-gestures.ts';
import { type Extent, pixelAt } from '../stage/viewport.ts';
import { type Side, setSurface, useSurface } from './explore-state.ts';

/** The cell under a press becomes the picked one, or no longer is. */
function pickUnder(pixel: PanelPoint | null): void {
  const { sample, pickedInstance, pickInstance } = useStudio.getState();
  const labels = sample.pixels?.labels;
  const id = pixel && labels ? labels.data[pixel.y * labels.width + pixel.x] : 0;
  pickInstance(id === 0 || id === pickedInstance ? null : id);
}

/** Wheel and pinch zoom, drag pans, move reads the pixel, click picks the instance under it. */
export function useStageGestures(
  ref: RefObject<HTMLElement | null>,
  side: Side,
  panel: Extent,
  image: Extent | null,
): void {
  const pixelUnder = (point: PanelPoint) =>
    image && pixelAt(useSurface.getState().viewport, panel, image, point);
  useViewportGestures(ref, panel, image, {
    look: (change) => setSurface(({ viewport }) => ({ viewport: change(viewport) })),
    // Capturing the pointer would take the click from the buttons of a message.
    keepsPress: ({ target }) =>
      target instanceof Element && target.closest('.stage-message') !== null,
    onMove(point) {
      const pixel = pixelUnder(point);
      setSurface({ hover: pixel && { ...pixel, side } });
    },
    onEnter: () => setSurface({ activeSide: side }),
    onLeave: () => setSurface({ hover: null }),
    onClick: (point) => pickUnder(pixelUnder(point)),
  });
}
