import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';

/** Says that the sample is a blend of seeds, as a link may ask for, and gives the seed back. */
export function BlendRow() {
  const { t } = useTranslation();
  const blend = useStudio((state) => state.view.blend);
  const updateView = useStudio((state) => state.updateView);
  if (blend.length === 0) return null;
  const parts = blend.map(({ seed, weight }) => `${seed} × ${Number(weight.toFixed(3))}`);
  return (
    <div className="control-row hint" data-testid="blend" title={parts.join(' + ')}>
      <span>{t('latent.blend', { count: blend.length })}</span>
      <IconButton
        small
        label={t('latent.clearBlend')}
        icon={<X />}
        onClick={() => updateView({ blend: [] })}
      />
    </div>
  );
}
