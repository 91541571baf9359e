import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { neighboursOf } from '../../pipeline/neighbours.ts';
import { useStudio } from '../../store/studio-store.ts';
import type { Variant } from '../../store/variants-slice.ts';
import { useVariants } from '../navigate/use-variants.ts';
import { VariantRow } from '../navigate/variant-row.tsx';
import { VariantThumbnail } from '../navigate/variant-thumbnail.tsx';
import { takeNeighbour, useJitter } from './jitter-state.ts';

/** Neighbours around the sample. */
const COUNT = 11;

const stay = () => undefined;

/** The sample in view and others a little away from it; a click goes there. */
export function JitterPanel() {
  const { t } = useTranslation();
  const seed = useStudio((state) => state.view.seed);
  const blend = useStudio((state) => state.view.blend);
  const { strength, roll } = useJitter();
  const variants = useMemo(() => {
    const centre = { seed, blend };
    return [centre, ...neighboursOf(centre, { strength, roll, count: COUNT })];
  }, [seed, blend, strength, roll]);
  useVariants(variants);
  return (
    <VariantRow count={COUNT + 1} testId="jitter">
      {variants.map((variant: Variant, at) => {
        const isCentre = at === 0;
        const other = variant.blend[variant.blend.length - 1]?.seed ?? seed;
        return (
          <VariantThumbnail
            // biome-ignore lint/suspicious/noArrayIndexKey: places stay, what they show changes
            key={at}
            variant={variant}
            label={isCentre ? t('jitter.centreLabel') : t('jitter.take', { seed: other })}
            caption={isCentre ? t('jitter.centre') : `+ ${other}`}
            current={isCentre}
            testId={isCentre ? 'jitter-centre' : `jitter-${at}`}
            onTake={isCentre ? stay : takeNeighbour}
          />
        );
      })}
    </VariantRow>
  );
}
