import { create } from 'zustand';
import { FITTED, type Viewport } from '../stage/viewport.ts';

/** What only the Explore workspace's own surface needs to know; none of it belongs in a link. */
interface ExploreSurface {
  viewport: Viewport;
  /** Image pixel under the pointer, and the view it is over. */
  hover: { x: number; y: number; side: Side } | null;
  /** The view that the keys 1 to 4 change. */
  activeSide: Side;
  /** The two views beside each other, or in one stage. */
  arrangement: Arrangement;
  /** The grid of seeds takes the place of the views. */
  gridOpen: boolean;
  gridShows: GridShows;
  /** Counts up when the grid is to bring the seed in view before the eye. */
  reveal: number;
  /** Settings on a narrow screen. */
  sheetOpen: boolean;
}

/** The seeds of the typed ranges, every seed there is, or the pinned ones. */
export type GridShows = 'range' | 'endless' | 'pinned';

/** Left or right large view. */
export type Side = 'left' | 'right';

/** Two stages, or two modes compared in one. */
export type Arrangement = 'side' | 'split' | 'blink';

/** The surface state, shared by the two views, the grid and the keys. */
export const useSurface = create<ExploreSurface>()(() => ({
  viewport: FITTED,
  hover: null,
  activeSide: 'right',
  arrangement: 'side',
  gridOpen: false,
  gridShows: 'range',
  reveal: 0,
  sheetOpen: false,
}));

/** Changes the surface. */
export const setSurface = useSurface.setState;
