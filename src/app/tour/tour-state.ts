import { create } from 'zustand';
import { readStorage, writeStorage } from '../../store/browser-storage.ts';

/** Set once the tour was seen or skipped; browser tests set it themselves. */
export const TOUR_KEY = 'cytoforge.tour';

/** Whether the tour runs. */
export const useTourState = create<{ running: boolean }>()(() => ({ running: false }));

/** Begins the tour, at whatever place the person is. */
export function startTour(): void {
  useTourState.setState({ running: true });
}

/** Ends the tour, and remembers that it was there. */
export function endTour(): void {
  writeStorage(TOUR_KEY, 'seen');
  useTourState.setState({ running: false });
}

/**
 * Whether the tour offers itself: on a first visit to the bare page. A link shows what its sender meant it to.
 * @param fragment Of the address.
 */
export function offersTour(fragment: string): boolean {
  return fragment.replace(/^#/, '') === '' && readStorage(TOUR_KEY) === null;
}
