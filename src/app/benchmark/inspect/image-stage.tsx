import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectedImage } from '../../../store/benchmark/benchmark-state.ts';
import { PixelCanvas } from '../../stage/pixel-canvas.tsx';
import { useExtent } from '../../stage/use-extent.ts';
import { useViewportGestures } from '../../stage/use-viewport-gestures.ts';
import { FITTED, placeImage, type Viewport } from '../../stage/viewport.ts';
import { ZoomControls } from '../../stage/zoom-controls.tsx';
import { OutlineLayer } from './outline-layer.tsx';
import type { Verdict, VerdictObjects } from './verdicts.ts';

/** The image with its outlines; wheel, pinch and drag look closer. */
export function ImageStage(props: {
  inspected: InspectedImage;
  label: string;
  objects: Record<Verdict, VerdictObjects> | null;
  shown: ReadonlySet<Verdict | 'truth'>;
}) {
  const { image, truth, found } = props.inspected;
  const { t } = useTranslation();
  const stage = useRef<HTMLDivElement>(null);
  const panel = useExtent(stage);
  const [viewport, setViewport] = useState<Viewport>(FITTED);
  useViewportGestures(stage, panel, image, {
    look: setViewport,
    keepsPress: () => false,
    onDoubleClick: () => setViewport(FITTED),
  });
  const { left, top, scale } = placeImage(viewport, panel, image);
  const box = { left, top, width: image.width * scale, height: image.height * scale };
  return (
    <>
      <div className="stage bench-stage" ref={stage} data-testid="bench-stage">
        <div className="bench-plane" style={box} data-fine={scale < 1}>
          <PixelCanvas image={image} label={props.label} />
          <OutlineLayer truth={truth} found={found} objects={props.objects} shown={props.shown} />
        </div>
      </div>
      <fieldset className="bench-stage-tools" aria-label={t('benchmark.inspect.zoom')}>
        <ZoomControls
          panel={panel}
          image={image}
          viewport={viewport}
          actualSize
          look={setViewport}
        />
      </fieldset>
    </>
  );
}
