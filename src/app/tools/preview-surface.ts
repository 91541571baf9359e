import { create } from 'zustand';
import { FITTED, type Viewport } from '../stage/viewport.ts';

/** Where all pictures of the preview look: one viewport, so that before and after show the same place. */
export const usePreview = create<{ viewport: Viewport }>()(() => ({ viewport: FITTED }));

/** Changes the viewport. */
export function lookAt(change: (viewport: Viewport) => Viewport): void {
  usePreview.setState(({ viewport }) => ({ viewport: change(viewport) }));
}
