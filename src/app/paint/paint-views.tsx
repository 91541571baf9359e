import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { SplitDivider } from '../stage/split-divider.tsx';
import { useBlink } from '../stage/use-blink.ts';
import { useExtent } from '../stage/use-extent.ts';
import { MapPanel } from './canvas/map-panel.tsx';
import { createMapRasters, type MapRasters } from './canvas/map-rasters.ts';
import { LabelsChip, PaintReadout } from './labels-chip.tsx';
import { LiveChip } from './live-chip.tsx';
import { PaintMessage } from './paint-message.tsx';
import { usePaintSurface } from './paint-surface.ts';
import '../stage/compare.css';

/** The pictures of the painting that is open; null until they are made. */
function useMapRasters(): MapRasters | null {
  const [rasters, setRasters] = useState<MapRasters | null>(null);
  useEffect(() => {
    const made = createMapRasters();
    setRasters(made);
    return () => made.stop();
  }, []);
  return rasters;
}

/** Whether the image is still that of the sample before. */
function useImageIsOld(): boolean {
  const key = useStudio((state) => state.paint.key);
  const pixels = useStudio((state) => state.sample.pixels);
  const isBusy = useStudio((state) => state.sample.status === 'busy');
  const former = useRef({ key, pixels });
  if (former.current.key !== key) former.current = { key, pixels };
  return isBusy && pixels !== null && former.current.pixels === pixels;
}

/** The label map, and the image beside it or with it. */
export function PaintViews() {
  const rasters = useMapRasters();
  return rasters ? <Views rasters={rasters} /> : <div className="paint-views" />;
}

function Views({ rasters }: { rasters: MapRasters }) {
  const { t } = useTranslation();
  const layout = usePaintSurface((surface) => surface.layout);
  const hasImage = useStudio(
    (state) => state.imageModel !== null || state.modelsStatus === 'loading',
  );
  const isBusy = useStudio((state) => state.sample.status === 'busy');
  const openModels = () => useStudio.getState().openWorkspace('models');
  const isOld = useImageIsOld();
  const main = useRef<HTMLElement>(null);
  const panel = useExtent(main);
  const shows = layout === 'beside' ? 'labels' : layout;
  return (
    <div className="paint-views" data-beside={layout === 'beside'}>
      <section className="paint-view" ref={main} aria-label={t('paint.labels')}>
        <MapPanel rasters={rasters} shows={shows} isMain>
          {layout === 'split' && (
            <SplitDivider panel={panel} leftName={t('paint.labels')} rightName={t('paint.live')} />
          )}
          {layout === 'blink' && <Blinking />}
        </MapPanel>
        <div className="stage-chips">
          <LabelsChip panel={panel} />
          {layout !== 'beside' && layout !== 'labels' && <LiveChip />}
        </div>
        <PaintReadout />
        <PaintMessage />
        <p id="paint-canvas-help" className="visually-hidden">
          {t('paint.canvasHelp')}
        </p>
      </section>
      {layout === 'beside' && (
        <section className="paint-view" data-old={isOld} aria-label={t('paint.live')}>
          {hasImage ? (
            <>
              {isBusy && <div className="busy-line" aria-hidden />}
              <MapPanel rasters={rasters} shows="image" isMain={false} />
              <div className="stage-chips">
                <LiveChip />
              </div>
            </>
          ) : (
            <div className="stage-message quiet">
              <p>{t('paint.noImage')}</p>
              <button type="button" className="button small" onClick={openModels}>
                {t('models.manage')}
              </button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

/** Lets labels and image take turns while it is there. */
function Blinking() {
  useBlink();
  return null;
}
