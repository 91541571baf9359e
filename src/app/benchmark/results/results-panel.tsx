import { Tabs } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../controls/failure.tsx';
import { setBenchSurface, type Tab, useBenchSurface } from '../bench-surface.ts';
import { ImagesTab } from '../inspect/images-tab.tsx';
import { SetFacts } from '../sets/set-facts.tsx';
import { useSetRows, useShownSet } from './set-rows.ts';
import { WaitingPanel } from './waiting-panel.tsx';

/** What came of the chosen set, in parts. */
export function ResultsPanel() {
  const { t } = useTranslation();
  const set = useShownSet();
  const rows = useSetRows(set);
  const tab = useBenchSurface((surface) => surface.tab);
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
  const tabs: readonly Tab[] = ['images'];
  return (
    <Tabs.Root
      className="bench-tabs"
      value={tab}
      onValueChange={(value) => setBenchSurface({ tab: value as Tab })}
    >
      <Tabs.List className="bench-tab-list" aria-label={t('benchmark.results.parts')}>
        {tabs.map((name) => (
          <Tabs.Trigger key={name} value={name} data-testid={`bench-tab-${name}`}>
            {t(`benchmark.results.tab.${name}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value="images" className="bench-tab bench-images-tab">
        <ImagesTab set={set} rows={rows} />
      </Tabs.Content>
      <SetFacts set={set} />
    </Tabs.Root>
  );
}
