import { create } from 'zustand';
import { FITTED, type Viewport } from '../stage/viewport.ts';

/** What a panel can show: everything, the cells before spots and optics, the point mask, the spots' light. */
export const SPOT_LAYERS = ['composite', 'cells', 'points', 'light'] as const;

/** One of them. */
export type SpotLayer = (typeof SPOT_LAYERS)[number];

/** What only the workspace's own surface needs to know; none of it belongs in a link. */
interface SpotsSurface {
  viewport: Viewport;
  left: SpotLayer;
  right: SpotLayer;
  /** Two panels instead of one. */
  sideBySide: boolean;
  /** Marks every spot, also when the image shows them. */
  marks: boolean;
  /** Cell outlines. */
  outlines: boolean;
  tableOpen: boolean;
  /** Number of the cluster that keys and handles are for. */
  selected: number | null;
  /** A handle is under the pointer's hold. */
  dragging: boolean;
  /** Number of the spot that the table points out. */
  spot: number | null;
}

/** The surface state, shared by the panels, the list of clusters and the keys. */
export const useSpotsSurface = create<SpotsSurface>()(() => ({
  viewport: FITTED,
  left: 'composite',
  right: 'points',
  sideBySide: false,
  marks: false,
  outlines: true,
  tableOpen: false,
  selected: null,
  dragging: false,
  spot: null,
}));

/** Changes the surface. */
export const setSpotsSurface = useSpotsSurface.setState;
