import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { FavouriteButton } from '../favourites/favourite-button.tsx';
import { DisplayMenu } from '../stage/display-menu.tsx';
import { useExtent } from '../stage/use-extent.ts';
import { ArrangementMenu } from './arrangement-menu.tsx';
import type { Side } from './explore-state.ts';
import { ExploreZoom } from './explore-zoom.tsx';
import { ModePicker, useMode } from './mode-picker.tsx';
import { PixelReadout } from './pixel-readout.tsx';
import { SamplePlane } from './sample-plane.tsx';
import { SampleStatus } from './sample-status.tsx';
import { StageMessage } from './stage-message.tsx';
import { useStageGestures } from './use-stage-gestures.ts';

/** One of the two large views: what it shows, the sample, and the pixel under the pointer. */
export function SampleView({ side }: { side: Side }) {
  const { t } = useTranslation();
  const mode = useMode(side);
  const pixels = useStudio((state) => state.sample.pixels);
  const busy = useStudio((state) => state.sample.status === 'busy');
  const stage = useRef<HTMLDivElement>(null);
  const panel = useExtent(stage);
  const image = pixels && { width: pixels.mask.width, height: pixels.mask.height };
  useStageGestures(stage, side, panel, image);

  return (
    <section className="view" aria-label={t(`view.${side}`)} data-testid={`view-${side}`}>
      <header className="view-head">
        <ModePicker side={side} />
        <span className="view-tools">
          {side === 'left' ? (
            <>
              <SampleStatus />
              <FavouriteButton />
              <ArrangementMenu />
            </>
          ) : (
            <>
              {image && <ExploreZoom panel={panel} image={image} />}
              <DisplayMenu image={pixels?.image ?? null} overlay />
            </>
          )}
        </span>
      </header>
      <div className="stage" ref={stage} data-mode={mode}>
        {busy && <div className="busy-line" aria-hidden />}
        {pixels && image && panel.width > 0 ? (
          <SamplePlane side={side} mode={mode} pixels={pixels} panel={panel} />
        ) : null}
        <StageMessage side={side} />
        <PixelReadout side={side} />
      </div>
    </section>
  );
}
