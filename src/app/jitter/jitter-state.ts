import { create } from 'zustand';
import type { LatentPoint } from '../../pipeline/latent-sum.ts';
import { useStudio } from '../../store/studio-store.ts';

/** Steps that can be taken back. */
const MOST_STEPS = 100;

interface JitterState {
  /** Share of another seed in each neighbour, 0 .. 1. */
  strength: number;
  roll: number;
  /** The samples one came from, the last at the end. */
  trail: LatentPoint[];
}

/** How neighbours are drawn, and the way back. */
export const useJitter = create<JitterState>()(() => ({ strength: 0.2, roll: 0, trail: [] }));

/** Makes a neighbour the sample in view; its own neighbours come around it. */
export function takeNeighbour({ seed, blend }: LatentPoint): void {
  const { view, updateView } = useStudio.getState();
  const from = { seed: view.seed, blend: view.blend };
  useJitter.setState(({ trail }) => ({ trail: [...trail, from].slice(-MOST_STEPS) }));
  updateView({ seed, blend });
}

/** Goes back to the sample that a neighbour was taken from. */
export function goBack(): void {
  const { trail } = useJitter.getState();
  const to = trail[trail.length - 1];
  if (!to) return;
  useJitter.setState({ trail: trail.slice(0, -1) });
  useStudio.getState().updateView({ seed: to.seed, blend: to.blend });
}

/** Draws other neighbours. */
export function rollAgain(): void {
  useJitter.setState(({ roll }) => ({ roll: roll + 1 }));
}
