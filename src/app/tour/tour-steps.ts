import type { DriveStep } from 'driver.js';
import { setSurface } from '../explore/explore-state.ts';

/** The three steps of the tour. */
export type TourStep = 'seed' | 'style' | 'download';

/** Where a step points, and what must be open for it. */
interface TourPlace {
  name: TourStep;
  side: 'top' | 'left' | 'bottom';
  align: 'start' | 'center' | 'end';
  find(): Element | null;
}

const PLACES: readonly TourPlace[] = [
  {
    name: 'seed',
    side: 'top',
    align: 'start',
    find: () => document.querySelector('.seeds'),
  },
  {
    name: 'style',
    side: 'left',
    align: 'center',
    find: () =>
      document.querySelector('[data-testid^="cluster-"]')?.closest('.inspector-section') ?? null,
  },
  {
    name: 'download',
    side: 'bottom',
    align: 'end',
    find: () => document.querySelector('[data-testid="export-open"]'),
  },
];

/** Milliseconds to wait for what a step points at: on a narrow screen a sheet opens first. */
const PATIENCE = 3000;

/** The steps with their words. @param say A step's title and text. */
export function tourSteps(say: (step: TourStep) => { title: string; text: string }): DriveStep[] {
  return PLACES.map(({ name, side, align, find }) => {
    const { title, text } = say(name);
    return {
      element: () => find() as Element,
      waitForElement: PATIENCE,
      popover: { title, description: text, side, align },
    };
  });
}

/** Opens what the step with this index points at. */
export function prepareStep(index: number): void {
  setSurface({ gridOpen: false, sheetOpen: PLACES[index]?.name === 'style' });
}
