import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet, SampleResult } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { setBenchSurface } from '../bench-surface.ts';
import { entryName } from '../entry-name.ts';
import { formatScore } from '../format-score.ts';
import type { SetRow } from '../results/set-rows.ts';
import { seriesColour } from '../series-colour.ts';
import { averagePrecision } from './image-score.ts';

const ROW = 44;

/** The images by the score of the algorithm in the viewer, the worst first. */
export function ImageList(props: {
  set: BenchmarkSet;
  row: SetRow;
  rows: readonly SetRow[];
  order: readonly number[];
  sample: number;
}) {
  const { set, row, order, sample } = props;
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: order.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  useEffect(() => {
    virtual.scrollToIndex(order.indexOf(sample));
  }, [virtual, order, sample]);
  const name = entryName(t, row.entry, entries);
  return (
    <div className="bench-images" data-testid="bench-images">
      <p className="bench-images-head">{t('benchmark.inspect.worstFirst', { name })}</p>
      <div className="bench-images-scroll" ref={scroller}>
        <ul style={{ height: virtual.getTotalSize() }} aria-label={t('benchmark.inspect.images')}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const at = order[index];
            return (
              <li key={at} style={{ transform: `translateY(${start}px)`, height: ROW }}>
                <button
                  type="button"
                  className="bench-image"
                  data-testid="bench-image"
                  aria-current={at === sample}
                  onClick={() => setBenchSurface({ sample: at })}
                >
                  <span className="bench-image-name">{set.info?.samples[at]}</span>
                  <ScoreBar result={row.results[at]} colour={seriesColour(entries, row.entry.id)} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function ScoreBar({ result, colour }: { result: SampleResult | null; colour: string }) {
  const { t, i18n } = useTranslation();
  if (!result) return <small className="hint">{t('benchmark.inspect.notRun')}</small>;
  if (!result.outcome) return <small className="invalid">{t('benchmark.inspect.failed')}</small>;
  const score = averagePrecision(result.outcome.evaluation);
  return (
    <>
      <span className="bench-bar" aria-hidden>
        <i style={{ width: `${100 * (score ?? 0)}%`, background: colour }} />
      </span>
      <span className="number">{formatScore(score, i18n.language)}</span>
    </>
  );
}
