import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import type { Variant } from '../../store/variants-slice.ts';
import { formatNumber } from '../format/quantities.ts';
import { useVariants } from '../navigate/use-variants.ts';
import { VariantRow } from '../navigate/variant-row.tsx';
import { VariantThumbnail } from '../navigate/variant-thumbnail.tsx';
import { useSweep } from './sweep-state.ts';
import { sweepSteps, withCurrent } from './sweep-steps.ts';

const take = ({ psi }: Variant) => psi !== undefined && useStudio.getState().updateView({ psi });

/** The sample in view at every truncation; a click takes it. */
export function SweepPanel() {
  const { t, i18n } = useTranslation();
  const seed = useStudio((state) => state.view.seed);
  const blend = useStudio((state) => state.view.blend);
  const psi = useStudio((state) => state.view.psi);
  const count = useSweep((sweep) => sweep.count);
  const variants = useMemo(
    () => withCurrent(sweepSteps(count), psi).map((step): Variant => ({ seed, blend, psi: step })),
    [seed, blend, count, psi],
  );
  useVariants(variants);
  return (
    <VariantRow count={variants.length} testId="sweep">
      {variants.map((variant) => {
        const step = variant.psi ?? 0;
        const shown = formatNumber(step, i18n.language, 2).replace('-', '−');
        return (
          <VariantThumbnail
            key={step}
            variant={variant}
            label={t('sweep.take', { psi: shown })}
            caption={step === 0 ? t('sweep.average') : shown}
            current={step === psi}
            testId={`sweep-${step}`}
            onTake={take}
          />
        );
      })}
    </VariantRow>
  );
}
