import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenchmarkSet } from '../../../store/benchmark/benchmark-state.ts';
import { Failure } from '../../controls/failure.tsx';
import { setBenchSurface, TABS, type Tab, useBenchSurface } from '../bench-surface.ts';
import { ImagesTab } from '../inspect/images-tab.tsx';
import { SetFacts } from '../sets/set-facts.tsx';
import { CompareTab } from './compare-tab.tsx';
import { DifficultyTab } from './difficulty-tab.tsx';
import { ProtocolTab } from './protocol-tab.tsx';
import { ScoresTab } from './scores-tab.tsx';
import { type SetRow, useSetRows, useShownSet } from './set-rows.ts';
import { useAnalysis } from './use-analysis.ts';
import { useComparedSets } from './use-compared-sets.ts';
import { useResults } from './use-results.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import './results.css';
import './tables.css';
import './plots.css';

/** What came of the chosen set, in parts. */
export function ResultsPanel() {
  const set = useShownSet();
  const rows = useSetRows(set);
  if (!set) return null;
  if (set.error) {
    return (
      <div className="bench-results">
        <Failure error={set.error} testId="bench-refused" />
      </div>
    );
  }
  const hasResults = rows.some(({ results }) => results.some((result) => result !== null));
  if (!hasResults) return <WaitingPanel set={set} />;
  return <ResultTabs set={set} rows={rows} />;
}

function ResultTabs({ set, rows }: { set: BenchmarkSet; rows: readonly SetRow[] }) {
  const { t } = useTranslation();
  const tab = useBenchSurface((surface) => surface.tab);
  const sets = useMemo(() => [set], [set]);
  const results = useResults(sets);
  const current = useAnalysis(results, 'ap50');
  const pair = useComparedSets();
  const tabs = TABS.filter((name) => name !== 'compare' || pair !== null);
  return (
    <Tabs.Root
      className="bench-tabs"
      value={tabs.includes(tab) ? tab : 'scores'}
      onValueChange={(value) => setBenchSurface({ tab: value as Tab })}
    >
      <Tabs.List className="bench-tab-list" aria-label={t('benchmark.results.parts')}>
        {tabs.map((name) => (
          <Tabs.Trigger key={name} value={name} data-testid={`bench-tab-${name}`}>
            {t(`benchmark.results.tab.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="scores" className="bench-tab">
        <ScoresTab results={results} current={current} />
        <SetFacts set={set} />
      </Tabs.Content>
      <Tabs.Content value="images" className="bench-tab bench-images-tab">
        <ImagesTab set={set} rows={rows} />
      </Tabs.Content>
      <Tabs.Content value="difficulty" className="bench-tab">
        <DifficultyTab results={results} analysis={current?.analysis ?? null} />
      </Tabs.Content>
      {pair && (
        <Tabs.Content value="compare" className="bench-tab">
          <CompareTab synthetic={pair.synthetic} real={pair.real} />
        </Tabs.Content>
      )}
      <Tabs.Content value="protocol" className="bench-tab">
        <ProtocolTab results={results} pixelSize={set.micronsPerPixel} />
      </Tabs.Content>
    </Tabs.Root>
  );
}
