import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { OptionalNumber } from '../../controls/optional-number.tsx';
import { Tip } from '../../controls/tip.tsx';

/** How a set was recognised, what of it cannot be used, and the size of its pixels. */
export function SetFacts({ set }: { set: BenchmarkSet }) {
  const { t } = useTranslation();
  const setPixelSize = useStudio((state) => state.setPixelSize);
  if (!set.info) return null;
  const { layout, withoutImage } = set.info;
  return (
    <div className="bench-set-facts">
      <span>
        {t('benchmark.sets.layout')} <b>{t(`dataset.realLayout.${layout}`)}</b>
      </span>
      <span className="bench-pixel-size">
        <Tip text={t('benchmark.sets.pixelSizeHint')}>
          <span>{t('benchmark.sets.pixelSize')}</span>
        </Tip>
        <OptionalNumber
          label={t('benchmark.sets.pixelSize')}
          value={set.micronsPerPixel}
          min={0.01}
          max={100}
          digits={4}
          placeholder={t('benchmark.sets.pixelSizeUnknown')}
          testId="bench-pixel-size"
          onChange={(value) => setPixelSize(set.id, value)}
        />
        {t('benchmark.sets.microns')}
      </span>
      {withoutImage > 0 && (
        <span className="bench-set-warning">
          <TriangleAlert aria-hidden />
          {t('benchmark.sets.withoutImage', { count: withoutImage })}
        </span>
      )}
    </div>
  );
}
