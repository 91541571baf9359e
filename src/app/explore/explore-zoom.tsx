import type { Extent } from '../stage/viewport.ts';
import { ZoomControls } from '../stage/zoom-controls.tsx';
import { setSurface, useSurface } from './explore-state.ts';

/** Zoom of both large views. */
export function ExploreZoom({ panel, image }: { panel: Extent; image: Extent }) {
  return (
    <ZoomControls
      panel={panel}
      image={image}
      viewport={useSurface((surface) => surface.viewport)}
      actualSize
      look={(change) => setSurface(({ viewport }) => ({ viewport: change(viewport) }))}
    />
  );
}
