import { ChevronLeft, ChevronRight, LoaderCircle } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { Failure } from '../../controls/failure.tsx';
import { IconButton } from '../../controls/icon-button.tsx';
import { SelectRow } from '../../controls/select-row.tsx';
import { setBenchSurface, useBenchSurface } from '../bench-surface.ts';
import { entryName } from '../entry-name.ts';
import type { SetRow } from '../results/set-rows.ts';
import { ImageFacts } from './image-facts.tsx';
import { ImageStage } from './image-stage.tsx';
import { useInspected } from './use-inspected.ts';
import { VerdictLegend } from './verdict-legend.tsx';
import { objectsByVerdict, type Verdict } from './verdicts.ts';

function toggled(shown: ReadonlySet<Verdict | 'truth'>, verdict: Verdict | 'truth') {
  const next = new Set(shown);
  if (!next.delete(verdict)) next.add(verdict);
  return next;
}

/** One image: what an algorithm found in it, cell by cell. */
export function ImageViewer(props: {
  set: BenchmarkSet;
  row: SetRow;
  rows: readonly SetRow[];
  order: readonly number[];
  sample: number;
}) {
  const { set, row, rows, order, sample } = props;
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const shown = useBenchSurface((surface) => surface.outlines);
  const result = row.results[sample];
  const inspected = useInspected(set, row, sample);
  const evaluation = result?.outcome?.evaluation ?? null;
  const objects = useMemo(() => evaluation && objectsByVerdict(evaluation), [evaluation]);
  const place = order.indexOf(sample);
  const name = set.info?.samples[sample] ?? '';
  const step = (by: 1 | -1) => setBenchSurface({ sample: order[place + by] });
  return (
    <section className="bench-viewer" aria-label={t('benchmark.inspect.viewer')}>
      <header className="bench-viewer-head">
        <IconButton
          label={t('benchmark.inspect.worse')}
          keys="←"
          icon={<ChevronLeft />}
          disabled={place === 0}
          onClick={() => step(-1)}
        />
        <IconButton
          label={t('benchmark.inspect.better')}
          keys="→"
          icon={<ChevronRight />}
          disabled={place === order.length - 1}
          onClick={() => step(1)}
        />
        <h2 data-testid="bench-viewed">{name}</h2>
        <SelectRow
          label={t('benchmark.inspect.algorithm')}
          value={row.entry.id}
          testId="bench-viewer-entry"
          options={rows.map(({ entry }) => ({
            value: entry.id,
            label: entryName(t, entry, entries),
          }))}
          onChange={(entry) => setBenchSurface({ entry, sample })}
        />
      </header>
      <VerdictLegend
        objects={objects}
        shown={shown}
        onToggle={(verdict) => setBenchSurface({ outlines: toggled(shown, verdict) })}
      />
      {result?.error && <Failure error={result.error} testId="bench-image-failed" />}
      <div className="bench-viewer-body">
        {inspected.image ? (
          <ImageStage
            key={`${set.id}/${sample}`}
            inspected={inspected.image}
            objects={objects}
            shown={shown}
            label={t('benchmark.inspect.canvas', { name })}
          />
        ) : (
          <div className="bench-viewer-wait">
            {inspected.isLoading && <LoaderCircle aria-hidden className="bench-spinner" />}
          </div>
        )}
      </div>
      {result?.outcome && <ImageFacts outcome={result.outcome} />}
    </section>
  );
}
