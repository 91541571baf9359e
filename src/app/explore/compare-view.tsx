import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { FavouriteButton } from '../favourites/favourite-button.tsx';
import { CompareControls } from '../stage/compare-controls.tsx';
import { CompareStage } from '../stage/compare-stage.tsx';
import { DisplayMenu } from '../stage/display-menu.tsx';
import { useExtent } from '../stage/use-extent.ts';
import { ArrangementMenu } from './arrangement-menu.tsx';
import { ExploreZoom } from './explore-zoom.tsx';
import { ModePicker, useMode } from './mode-picker.tsx';
import { PixelReadout } from './pixel-readout.tsx';
import { SamplePlane } from './sample-plane.tsx';
import { SampleStatus } from './sample-status.tsx';
import { StageMessage } from './stage-message.tsx';
import { useStageGestures } from './use-stage-gestures.ts';

/** The side whose pixel readout and message a stage of both has. */
const SIDE = 'left';

/** Both modes in one stage: at a divider, or in turns. */
export function CompareView({ mode }: { mode: 'split' | 'blink' }) {
  const { t } = useTranslation();
  const [left, right] = [useMode('left'), useMode('right')];
  const pixels = useStudio((state) => state.sample.pixels);
  const busy = useStudio((state) => state.sample.status === 'busy');
  const stage = useRef<HTMLDivElement>(null);
  const panel = useExtent(stage);
  const image = pixels && { width: pixels.mask.width, height: pixels.mask.height };
  useStageGestures(stage, SIDE, panel, image);

  return (
    <section
      className="view compare-view"
      aria-label={t(`look.compare.${mode}`)}
      data-testid="view-compare"
    >
      <header className="view-head">
        <span className="compare-modes">
          <ModePicker side="left" label={t('view.left')} />
          <i aria-hidden>{t('look.compare.with')}</i>
          <ModePicker side="right" label={t('view.right')} />
        </span>
        <span className="view-tools">
          <CompareControls mode={mode} />
          <SampleStatus />
          <FavouriteButton />
          {image && <ExploreZoom panel={panel} image={image} />}
          <DisplayMenu image={pixels?.image ?? null} overlay />
          <ArrangementMenu />
        </span>
      </header>
      <div className="stage" ref={stage} data-mode={mode}>
        {busy && <div className="busy-line" aria-hidden />}
        {pixels && panel.width > 0 ? (
          <CompareStage
            mode={mode}
            panel={panel}
            above={{
              name: t(`view.${left}`),
              content: <SamplePlane side={SIDE} mode={left} pixels={pixels} panel={panel} />,
            }}
            below={{
              name: t(`view.${right}`),
              content: <SamplePlane side={SIDE} mode={right} pixels={pixels} panel={panel} />,
            }}
          />
        ) : null}
        <StageMessage side={SIDE} />
        <PixelReadout side={SIDE} />
      </div>
    </section>
  );
}
