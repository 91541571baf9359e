import { ChevronDown, Download, LayoutGrid, PinOff } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { openExport } from '../export/export-dialog-state.ts';
import { formatNumber } from '../format/quantities.ts';
import { setSurface, useSurface } from './explore-state.ts';
import { SeedList } from './seed-list.tsx';

/** The seeds: which ones, their thumbnails as a strip or a grid, and the pinned ones. */
export function SeedPanel({ layout }: { layout: 'strip' | 'grid' }) {
  const { t } = useTranslation();
  const shows = useSurface((surface) => surface.gridShows);
  const pinned = useStudio((state) => state.view.pinned);
  const seedList = useStudio((state) => state.seedList);
  const updateView = useStudio((state) => state.updateView);
  const seeds = shows === 'pinned' ? pinned : seedList;
  return (
    <section className="seeds" aria-label={t('grid.title')} data-layout={layout}>
      <header className="seeds-head">
        <Segmented
          label={t('grid.title')}
          value={shows}
          onChange={(gridShows) => setSurface({ gridShows })}
          segments={[
            { value: 'all', label: t('grid.all') },
            {
              value: 'pinned',
              label: pinned.length > 0 ? `${t('grid.pinned')} ${pinned.length}` : t('grid.pinned'),
            },
          ]}
        />
        {shows === 'all' ? (
          <SeedsField />
        ) : (
          pinned.length > 0 && (
            <>
              <button
                type="button"
                className="button small"
                data-testid="export-pinned"
                onClick={() => openExport('pinned')}
              >
                <Download aria-hidden />
                {t('grid.exportPinned')}
              </button>
              <IconButton
                small
                label={t('grid.clearPinned')}
                icon={<PinOff />}
                onClick={() => updateView({ pinned: [] })}
              />
            </>
          )
        )}
        <span className="grow" />
        <button
          type="button"
          className="button quiet small"
          data-testid="grid-toggle"
          aria-expanded={layout === 'grid'}
          onClick={() => setSurface({ gridOpen: layout === 'strip' })}
        >
          {layout === 'strip' ? <LayoutGrid aria-hidden /> : <ChevronDown aria-hidden />}
          <span className="wide">{t(layout === 'strip' ? 'grid.expand' : 'grid.collapse')}</span>
        </button>
      </header>
      {shows === 'pinned' && pinned.length === 0 ? (
        <p className="seeds-empty hint">{t('grid.noPinned')}</p>
      ) : (
        <SeedList key={layout} seeds={seeds} layout={layout} />
      )}
    </section>
  );
}

function SeedsField() {
  const { t, i18n } = useTranslation();
  const text = useStudio((state) => state.view.seeds);
  const error = useStudio((state) => state.seedsError);
  const count = useStudio((state) => state.seedList.length);
  const updateView = useStudio((state) => state.updateView);
  const note = useId();
  return (
    <>
      <input
        className="field number seeds-field"
        aria-label={t('grid.field')}
        aria-invalid={error !== null}
        aria-describedby={note}
        data-testid="grid-seeds"
        placeholder={t('grid.placeholder')}
        spellCheck={false}
        autoComplete="off"
        inputMode="text"
        value={text}
        onChange={(event) => updateView({ seeds: event.target.value })}
      />
      <span id={note} className={error ? 'invalid' : 'hint number'} aria-live="polite">
        {error
          ? `${t('grid.invalid')}${error.details.found ? `: ${error.details.found}` : ''}`
          : t('grid.count', { count, formatted: formatNumber(count, i18n.language) })}
      </span>
    </>
  );
}
