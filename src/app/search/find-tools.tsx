import { ListFilter, Pin, Search, Square, TextSelect } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBounded, SEARCHED_MEASURES } from '../../pipeline/sample-criteria.ts';
import { formatSeedRanges } from '../../pipeline/seed-ranges.ts';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { NumberField } from '../controls/number-field.tsx';
import { Tip } from '../controls/tip.tsx';
import { setSurface } from '../explore/explore-state.ts';
import { openWay } from '../navigate/navigate-state.ts';
import { CriteriaForm } from './criteria-form.tsx';
import { FindProgress } from './find-progress.tsx';
import './search.css';

/** Most matches asked for at once. */
const MOST_WANTED = 1000;

/** What to look for, how many, and what to do with what was found. */
export function FindTools() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(12);
  const running = useStudio((state) => state.search.status === 'running');
  const bounds = useStudio(
    ({ search }) => SEARCHED_MEASURES.filter((name) => isBounded(search.criteria[name])).length,
  );
  const ready = useStudio((state) => state.modelsStatus === 'ready' && state.maskModel !== null);
  const { startSearch, stopSearch } = useStudio.getState();
  return (
    <>
      <Popover.Root>
        <Popover.Trigger asChild>
          <button type="button" className="button small" data-testid="criteria-open">
            <ListFilter aria-hidden />
            {bounds > 0
              ? t('look.search.criteriaCount', { count: bounds })
              : t('look.search.criteria')}
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover criteria-popover"
            align="start"
            side="top"
            sideOffset={6}
            collisionPadding={8}
            aria-label={t('look.search.criteria')}
          >
            <CriteriaForm />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <span className="tool-group find-wanted">
        {running ? (
          <button
            type="button"
            className="button small"
            data-testid="find-stop"
            onClick={stopSearch}
          >
            <Square aria-hidden />
            {t('look.search.stop')}
          </button>
        ) : (
          <Tip text={t('look.search.findHint')}>
            <button
              type="button"
              className="button primary small"
              data-testid="find-start"
              disabled={!ready}
              onClick={() => startSearch(wanted)}
            >
              <Search aria-hidden />
              {t('look.search.find')}
            </button>
          </Tip>
        )}
        <NumberField
          value={wanted}
          min={1}
          max={MOST_WANTED}
          step={1}
          label={t('look.search.wanted')}
          className="find-count"
          testId="find-count"
          disabled={running}
          onChange={setWanted}
        />
      </span>
      <FindProgress />
      <FoundActions />
    </>
  );
}

function FoundActions() {
  const { t } = useTranslation();
  const found = useStudio((state) => state.search.found);
  const updateView = useStudio((state) => state.updateView);
  if (found.length === 0) return null;
  const seeds = found.map(({ seed }) => seed);
  return (
    <span className="tool-group">
      <IconButton
        small
        label={t('look.search.asRange')}
        icon={<TextSelect />}
        data-testid="found-as-range"
        onClick={() => {
          updateView({ seeds: formatSeedRanges(seeds.toSorted((a, b) => a - b)) });
          setSurface({ gridShows: 'range' });
          openWay('seeds');
        }}
      />
      <IconButton
        small
        label={t('look.search.pin')}
        icon={<Pin />}
        data-testid="found-pin"
        onClick={() => {
          const { pinned } = useStudio.getState().view;
          updateView({ pinned: [...new Set([...pinned, ...seeds])] });
        }}
      />
    </span>
  );
}
