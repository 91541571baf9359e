import { create } from 'zustand';
import { setSurface } from '../explore/explore-state.ts';

/** Ways to move through the latent space, in the order of their tabs. */
export const WAYS = ['seeds', 'plane', 'walk', 'sweep', 'jitter'] as const;

/** One of them. */
export type Way = (typeof WAYS)[number];

/** Which way is open. */
export const useNavigate = create<{ way: Way }>()(() => ({ way: 'seeds' }));

/** Opens a way; the grid in place of the views is only there for seeds. */
export function openWay(way: Way): void {
  if (way !== 'seeds') setSurface({ gridOpen: false });
  useNavigate.setState({ way });
}
