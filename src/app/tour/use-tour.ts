import type { Driver } from 'driver.js';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { useExportDialog } from '../export/export-dialog-state.ts';
import { endTour, offersTour, startTour, useTourState } from './tour-state.ts';

/** So many samples a first data set has: enough to look at, done in a moment. */
const SAMPLES = 4;

/** Downloads a small data set from the seed in view on, with its progress in the dialog. */
function downloadFirst(): void {
  const { view, startExport } = useStudio.getState();
  const seeds = formatSeedRanges(Array.from({ length: SAMPLES }, (_, i) => view.seed + i));
  useExportDialog.setState({ open: true, seeds });
  void startExport({ seeds, fileName: 'cytoforge-first.zip', toPickedFile: false });
}

/** Offers the tour on a first visit, once there is something to see, and runs it when it is asked for. */
export function useTour(): void {
  const { t } = useTranslation();
  const running = useTourState((tour) => tour.running);
  const shown = useStudio((state) => state.sample.status === 'done');
  const [offers] = useState(() => offersTour(location.hash));

  useEffect(() => {
    if (offers && shown && offersTour('')) startTour();
  }, [offers, shown]);

  useEffect(() => {
    if (!running) return;
    let tour: Driver | null = null;
    let over = false;
    useStudio.getState().openWorkspace('explore');
    void import('./run-tour.ts').then(({ runTour }) => {
      if (over) return;
      tour = runTour(
        {
          step: (name) => ({ title: t(`tour.${name}Title`), text: t(`tour.${name}Text`) }),
          next: t('tour.next'),
          back: t('tour.back'),
          skip: t('tour.skip'),
          download: t('tour.download'),
          progress: t('tour.progress', { current: '{{current}}', total: '{{total}}' }),
        },
        downloadFirst,
        endTour,
      );
    });
    return () => {
      over = true;
      tour?.destroy();
    };
  }, [running, t]);
}
