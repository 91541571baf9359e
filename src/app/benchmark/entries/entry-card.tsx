import { ChevronRight } from 'lucide-react';
import { Collapsible, Switch } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { SegmenterDescription } from '../../../segmentation/segmenter.ts';
import type { BenchmarkEntry } from '../../../store/benchmark/benchmark-state.ts';
import { describeEntry } from '../../../store/benchmark/describe-entry.ts';
import { weightsOf } from '../../../store/benchmark/entry-weights.ts';
import { useStudio } from '../../../store/studio-store.ts';
import { entryName } from '../entry-name.ts';
import { seriesColour } from '../series-colour.ts';
import { EntryActions } from './entry-actions.tsx';
import { BORDER_PARAMETER, BorderNote, MissingWeights, PixelSizeNote } from './entry-notes.tsx';
import { EstimateButton } from './estimate-button.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { WeightsRow } from './weights-row.tsx';

function leavesOutBorder(
  { values }: BenchmarkEntry,
  { parameters }: SegmenterDescription,
): boolean {
  const parameter = parameters.find(({ name }) => name === BORDER_PARAMETER);
  return parameter !== undefined && (values[BORDER_PARAMETER] ?? parameter.default) === true;
}

/** One algorithm: on or off, what it is, and its weights and parameters behind a fold. */
export function EntryCard({ entry }: { entry: BenchmarkEntry }) {
  const { t } = useTranslation();
  const entries = useStudio((state) => state.benchmarkEntries);
  const weights = useStudio((state) => weightsOf(entry, state.models));
  const changeEntry = useStudio((state) => state.changeEntry);
  const description = describeEntry(entry);
  if (!description) return null;
  const name = entryName(t, entry, entries);
  const isMissing = weights === undefined;
  const changed = Object.keys(entry.values).length;
  return (
    <Collapsible.Root
      className="bench-entry"
      data-testid={`entry-${entry.id}`}
      data-on={entry.on && !isMissing}
    >
      <div className="bench-entry-head">
        <Collapsible.Trigger
          className="bench-entry-fold"
          aria-label={t('benchmark.entry.expand', { name })}
        >
          <ChevronRight aria-hidden />
          <span className="bench-swatch" style={{ background: seriesColour(entries, entry.id) }} />
          <span className="bench-entry-words">
            <strong>{name}</strong>
            <small>
              {changed > 0
                ? t('benchmark.entry.changed', { count: changed })
                : t('benchmark.entry.defaults')}
            </small>
          </span>
        </Collapsible.Trigger>
        <Switch.Root
          className="switch"
          aria-label={t('benchmark.entry.on', { name })}
          data-testid={`entry-on-${entry.id}`}
          checked={entry.on && !isMissing}
          disabled={isMissing}
          onCheckedChange={(on) => changeEntry(entry.id, { on })}
        >
          <Switch.Thumb className="switch-thumb" />
        </Switch.Root>
      </div>
      {isMissing && <MissingWeights />}
      {entry.on && !isMissing && description.usesPixelSize && <PixelSizeNote />}
      {entry.on && leavesOutBorder(entry, description) && <BorderNote entry={entry.id} />}
      <Collapsible.Content className="bench-entry-body">
        <p className="hint">
          {t(entry.pipeline ? 'benchmark.entry.pipeline' : `benchmark.explain.${entry.method}`)}
        </p>
        <WeightsRow entry={entry} />
        <ParameterForm entry={entry} parameters={description.parameters} />
        {entry.method === 'cellpose' && !isMissing && <EstimateButton entry={entry.id} />}
        <EntryActions entry={entry} />
      </Collapsible.Content>
    </Collapsible.Root>
  );
}
