import { useStudio } from '../../store/studio-store.ts';
import { addKeyframes } from './walk-state.ts';

/** Puts the sample in view at the end of the walk. */
export function addCurrent(): void {
  const { seed, blend } = useStudio.getState().view;
  addKeyframes([{ seed, blend }]);
}

/** Puts the pinned seeds at the end of the walk, in the order they were pinned. */
export function addPinned(): void {
  addKeyframes(useStudio.getState().view.pinned.map((seed) => ({ seed, blend: [] })));
}
