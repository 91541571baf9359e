import { Blend, Contrast, Microscope, Shapes } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { useExtent } from '../stage/use-extent.ts';
import type { Side } from './explore-state.ts';
import { PixelReadout } from './pixel-readout.tsx';
import { SamplePlane } from './sample-plane.tsx';
import { SampleStatus } from './sample-status.tsx';
import { StageMessage } from './stage-message.tsx';
import { useStageGestures } from './use-stage-gestures.ts';
import { ZoomControls } from './zoom-controls.tsx';

const ICONS = { mask: Contrast, labels: Shapes, image: Microscope, overlay: Blend };
const MODES = ['mask', 'labels', 'image', 'overlay'] as const;

/** One of the two large views: what it shows, the sample, and the pixel under the pointer. */
export function SampleView(props: { side: Side }) {
  const { side } = props;
  const { t } = useTranslation();
  const field = side === 'left' ? 'leftView' : 'rightView';
  const mode = useStudio((state) => state.view[field]);
  const updateView = useStudio((state) => state.updateView);
  const pixels = useStudio((state) => state.sample.pixels);
  const busy = useStudio((state) => state.sample.status === 'busy');
  const hasImageModel = useStudio(
    (state) => state.imageModel !== null || state.modelsStatus === 'loading',
  );
  const stage = useRef<HTMLDivElement>(null);
  const panel = useExtent(stage);
  const image = pixels && { width: pixels.mask.width, height: pixels.mask.height };
  useStageGestures(stage, side, panel, image);

  return (
    <section className="view" aria-label={t(`view.${side}`)} data-testid={`view-${side}`}>
      <header className="view-head">
        <Segmented
          label={t('view.mode')}
          value={mode}
          onChange={(value) => updateView({ [field]: value })}
          segments={MODES.map((value) => {
            const Icon = ICONS[value];
            const missing = !hasImageModel && (value === 'image' || value === 'overlay');
            return {
              value,
              label: t(`view.${value}`),
              icon: <Icon aria-hidden />,
              disabled: missing,
              hint: missing ? t('view.noImage') : undefined,
            };
          })}
        />
        {side === 'left' && <SampleStatus />}
        {side === 'right' && image && <ZoomControls panel={panel} image={image} />}
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
