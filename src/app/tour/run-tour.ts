import { type Driver, type DriverHook, driver } from 'driver.js';
import 'driver.js/dist/driver.css';
import './tour.css';
import { prepareStep, type TourStep, tourSteps } from './tour-steps.ts';

/** The words of the tour. */
export interface TourWords {
  step(name: TourStep): { title: string; text: string };
  next: string;
  back: string;
  skip: string;
  /** The last button, which downloads. */
  download: string;
  /** With `{{current}}` and `{{total}}`. */
  progress: string;
}

const REDUCED_MOTION = '(prefers-reduced-motion: reduce)';

/** driver.js calls whatever it points at a button of a dialog, which a section is not. */
const ATTRIBUTES = ['aria-haspopup', 'aria-expanded', 'aria-controls'] as const;

/**
 * Starts the tour.
 * @param words In the page's language.
 * @param onDownload The last step's button was pressed.
 * @param onEnd The tour is over, also when it was skipped.
 */
export function runTour(words: TourWords, onDownload: () => void, onEnd: () => void): Driver {
  const go =
    (by: 1 | -1): DriverHook =>
    (_, __, { driver, index = 0 }) => {
      prepareStep(index + by);
      driver.moveTo(index + by);
    };
  const tour = driver({
    steps: tourSteps(words.step),
    animate: !matchMedia(REDUCED_MOTION).matches,
    duration: 250,
    overlayOpacity: 0.4,
    stagePadding: 6,
    stageRadius: 10,
    popoverClass: 'tour',
    showProgress: true,
    progressText: words.progress,
    nextBtnText: words.next,
    prevBtnText: words.back,
    doneBtnText: words.download,
    // A press beside the lit part is a slip, not a wish to end; arrows belong to the seeds.
    overlayClickBehavior: () => undefined,
    allowKeyboardControl: false,
    onNextClick: go(1),
    onPrevClick: go(-1),
    onDoneClick() {
      tour.destroy();
      onDownload();
    },
    onPopoverRender({ closeButton, nextButton, wrapper }) {
      closeButton.textContent = words.skip;
      closeButton.setAttribute('aria-label', words.skip);
      wrapper.dataset.testid = 'tour';
      nextButton.dataset.testid = 'tour-next';
      closeButton.dataset.testid = 'tour-skip';
      nextButton.classList.add('button', 'primary', 'small');
    },
    onHighlighted(element, _, { state }) {
      state.popover?.nextButton.focus();
      for (const name of ATTRIBUTES) {
        if (element?.tagName === 'SECTION') element.removeAttribute(name);
      }
    },
    onDestroyed: () => {
      removeEventListener('keyup', onEscape);
      onEnd();
    },
  });
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') tour.destroy();
  };
  addEventListener('keyup', onEscape);
  prepareStep(0);
  tour.drive();
  return tour;
}
