import { useTranslation } from 'react-i18next';
import { paddedSize } from '../../pipeline/padded-size.ts';
import { useStudio } from '../../store/studio-store.ts';
import { Tip } from '../controls/tip.tsx';
import { useChosenModels } from './use-defaults.ts';

/** Says so where the image model cannot render the chosen size as it is. */
export function RenderedSize() {
  const { t } = useTranslation();
  const size = useStudio((state) => state.view.size);
  const { image } = useChosenModels();
  if (image?.manifest.architecture !== 'pix2pixhd') return null;
  const padded = paddedSize(image.manifest.config, size);
  if (!padded) return null;
  const { width, height, sizes } = padded;
  return (
    <Tip text={t('mask.renderedHint', { ...sizes })}>
      <p className="hint rendered-size" data-testid="rendered-size">
        {t('mask.rendered', { width, height })}
      </p>
    </Tip>
  );
}
