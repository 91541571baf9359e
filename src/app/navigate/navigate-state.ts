import { create } from 'zustand';
import { setSurface } from '../explore/explore-state.ts';

/** Ways to move through the latent space, in the order of their tabs. */
export const WAYS = ['seeds', 'find', 'favourites', 'plane', 'walk', 'sweep', 'jitter'] as const;

/** One of them. */
export type Way = (typeof WAYS)[number];

/** Which way is open. */
export const useNavigate = create<{ way: Way }>()(() => ({ way: 'seeds' }));

/** Ways that have the grid in place of the views. */
const WITH_GRID: readonly Way[] = ['seeds', 'find', 'favourites'];

/** Opens a way; the grid in place of the views is only there for those that list samples. */
export function openWay(way: Way): void {
  if (!WITH_GRID.includes(way)) setSurface({ gridOpen: false });
  useNavigate.setState({ way });
}
