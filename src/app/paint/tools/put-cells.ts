import { useStudio } from '../../../store/studio-store.ts';
import { translateMessage } from '../../i18n/start.ts';
import type { Point } from '../canvas/viewing.ts';
import { announce } from '../paint-surface.ts';
import { openStripSample, stripName } from '../strip/strip-samples.ts';

/** The sample of the strip at a point of the page; null when there is none. */
export function dropTargetAt({ x, y }: Point): string | null {
  const under = document.elementFromPoint(x, y)?.closest('[data-strip-sample]');
  return under?.getAttribute('data-strip-sample') ?? null;
}

/** Runs once another painting than the present one is open. */
function onceAnotherIsOpen(run: () => void): void {
  const before = useStudio.getState().paint.key;
  const stop = useStudio.subscribe(({ paint, workspace }) => {
    if (workspace !== 'paint' || paint.status === 'failed') stop();
    else if (paint.status === 'ready' && paint.key !== before) {
      stop();
      run();
    }
  });
}

/** Copies the selected cells into another sample of the strip, where they were in this one, and shows it. */
export function putCellsInto(sample: string): void {
  const { copyCells } = useStudio.getState();
  copyCells();
  onceAnotherIsOpen(() => {
    void useStudio.getState().pasteCells(null);
    announce(translateMessage('paint.strip.putInto', { name: stripName(sample) }));
  });
  openStripSample(sample);
}
