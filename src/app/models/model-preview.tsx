import { ImageOff, ScanSearch } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import type { ModelExample } from '../../store/trials-slice.ts';
import { PixelCanvas } from '../stage/pixel-canvas.tsx';

/** What a model makes, small; one that segments makes nothing by itself and shows a sign instead. */
export function ModelPreview({ model, large }: { model: ModelEntry; large?: boolean }) {
  const className = large ? 'model-preview large' : 'model-preview';
  if (model.role !== 'segmenter') return <MadePreview model={model} className={className} />;
  return (
    <div className={className} data-testid="model-sign">
      <ScanSearch aria-hidden />
    </div>
  );
}

/** An example, made once and kept by the browser. */
function MadePreview({ model, className }: { model: ModelEntry; className: string }) {
  const { t } = useTranslation();
  const example = useStudio((state) => state.previews.get(model.sha256));
  // Trials wait until the sample in view is there: it is what the person came for.
  const quiet = useStudio(({ sample }) => sample.status === 'done' || sample.status === 'failed');
  const showPreview = useStudio((state) => state.showPreview);
  useEffect(() => {
    if (quiet) void showPreview(model.sha256);
  }, [quiet, showPreview, model.sha256]);
  return (
    <ExampleFrame
      example={example}
      label={t('trial.previewOf', { name: model.manifest.name })}
      className={className}
    />
  );
}

/** An example, or where one will be. */
export function ExampleFrame(props: {
  example: ModelExample | undefined;
  label: string;
  className: string;
}) {
  const { image, status } = props.example ?? { image: null, status: 'busy' };
  return (
    <div className={props.className} data-testid="model-example" data-status={status}>
      {image && <PixelCanvas smooth image={image} label={props.label} />}
      {status === 'failed' && <ImageOff aria-label={props.label} />}
    </div>
  );
}
