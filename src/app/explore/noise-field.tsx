import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { Segmented } from '../controls/segmented.tsx';
import { Tip } from '../controls/tip.tsx';

/** The noise of StyleGAN2's layers. */
export function NoiseField() {
  const { t } = useTranslation();
  const noiseMode = useStudio((state) => state.view.noiseMode);
  const updateView = useStudio((state) => state.updateView);
  return (
    <div className="control-row" data-testid="noise-mode">
      <Tip text={t('latent.noiseHint')}>
        <span className="control-label">{t('latent.noise')}</span>
      </Tip>
      <Segmented
        label={t('latent.noise')}
        value={noiseMode}
        segments={[
          { value: 'const', label: t('latent.noiseConst'), hint: t('latent.noiseConstHint') },
          { value: 'random', label: t('latent.noiseRandom'), hint: t('latent.noiseRandomHint') },
          { value: 'none', label: t('latent.noiseNone'), hint: t('latent.noiseNoneHint') },
        ]}
        onChange={(mode) => updateView({ noiseMode: mode })}
      />
    </div>
  );
}
