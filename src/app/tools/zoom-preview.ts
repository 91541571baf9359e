import { zoomAt } from '../stage/viewport.ts';
import { lookAt } from './preview-surface.ts';

/** A panel and an image of one size: zooming about the middle does not depend on it. */
const UNIT = { width: 1, height: 1 };

/** Zooms all pictures of the preview about the point in their middle. */
export function zoomPreview(factor: number): void {
  lookAt((viewport) => zoomAt(viewport, factor, UNIT, UNIT, { x: 0.5, y: 0.5 }));
}
