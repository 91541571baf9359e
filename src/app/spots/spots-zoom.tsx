import type { Extent } from '../stage/viewport.ts';
import { ZoomControls } from '../stage/zoom-controls.tsx';
import { setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Zoom of the spots' panels. */
export function SpotsZoom({ panel, image }: { panel: Extent; image: Extent }) {
  return (
    <ZoomControls
      panel={panel}
      image={image}
      viewport={useSpotsSurface((surface) => surface.viewport)}
      look={(change) => setSpotsSurface(({ viewport }) => ({ viewport: change(viewport) }))}
    />
  );
}
