import { useTranslation } from 'react-i18next';
import type { BenchmarkResults } from '../../../evaluation/benchmark-results.ts';
import { SLICED_TRAITS, type SlicedTrait } from '../../../evaluation/slices/image-slices.ts';
import type { SizeSlice } from '../../../evaluation/slices/size-slices.ts';
import type { SetAnalysis } from '../../../store/benchmark-slice.ts';
import { formatNumber } from '../../format/quantities.ts';
import { ResultCard } from './result-card.tsx';
import { type Slice, SliceChart } from './slice-chart.tsx';

/** The same scores by what makes images and cells hard. */
export function DifficultyTab(props: { results: BenchmarkResults; analysis: SetAnalysis | null }) {
  const { t, i18n } = useTranslation();
  const { results, analysis } = props;
  if (!analysis) return <p className="bench-pending hint">{t('benchmark.results.analysing')}</p>;
  const number = (value: number, digits = 0) =>
    value.toLocaleString(i18n.language, { maximumFractionDigits: digits });
  const range = (trait: SlicedTrait, value: number) =>
    trait === 'size' ? number(value) : `${number(100 * value, 1)} %`;
  const rangeText = (from: string, to: string) => (from === to ? from : `${from} – ${to}`);
  return (
    <div className="bench-cards" data-testid="bench-difficulty">
      {SLICED_TRAITS.map((trait) => (
        <ResultCard
          key={trait}
          title={t(`benchmark.difficulty.${trait}`)}
          hint={t(`benchmark.difficulty.${trait}Hint`)}
        >
          <SliceChart
            results={results}
            slices={analysis.slices[trait].map(
              ({ from, to, images, values }): Slice => ({
                name: rangeText(range(trait, from), range(trait, to)),
                size: t('benchmark.sets.images', { count: images.length }),
                values,
              }),
            )}
          />
        </ResultCard>
      ))}
      <ResultCard
        title={t('benchmark.difficulty.cellSize')}
        hint={t('benchmark.difficulty.cellSizeHint')}
      >
        <SliceChart
          results={results}
          slices={bySize(analysis.sizes).map(
            ({ slice, values }): Slice => ({
              name: rangeText(number(slice.from), number(slice.to)),
              size: t('view.cells', {
                count: slice.objects,
                formatted: formatNumber(slice.objects, i18n.language),
              }),
              values,
            }),
          )}
        />
      </ResultCard>
    </div>
  );
}

/** The recall of every algorithm, size by size; the sizes are the same for all. */
function bySize(sizes: Readonly<Record<string, SizeSlice[]>>) {
  const [longest = []] = Object.values(sizes).sort((a, b) => b.length - a.length);
  return longest.map((slice, at) => ({
    slice,
    values: Object.fromEntries(
      Object.entries(sizes).map(([id, slices]) => [id, slices[at]?.recall ?? null]),
    ),
  }));
}
