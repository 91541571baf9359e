import { ChevronDown, Download, LayoutGrid, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { IconButton } from '../controls/icon-button.tsx';
import { Segmented } from '../controls/segmented.tsx';
import { openExport } from '../export/export-dialog-state.ts';
import { EndlessFields } from './endless-fields.tsx';
import { setSurface, useSurface } from './explore-state.ts';
import { RangeField } from './range-field.tsx';

/** Which seeds the grid shows, and how. */
export function SeedTools() {
  const { t } = useTranslation();
  const shows = useSurface((surface) => surface.gridShows);
  const gridOpen = useSurface((surface) => surface.gridOpen);
  const pinned = useStudio((state) => state.view.pinned.length);
  return (
    <>
      <Segmented
        label={t('grid.title')}
        value={shows}
        onChange={(gridShows) => setSurface({ gridShows })}
        segments={[
          { value: 'range', label: t('grid.range') },
          { value: 'endless', label: t('grid.endless'), hint: t('grid.endlessHint') },
          {
            value: 'pinned',
            label: pinned > 0 ? `${t('grid.pinned')} ${pinned}` : t('grid.pinned'),
          },
        ]}
      />
      {shows === 'range' && <RangeField />}
      {shows === 'endless' && <EndlessFields />}
      {shows === 'pinned' && pinned > 0 && <PinnedActions />}
      <span className="grow" />
      <button
        type="button"
        className="button quiet small"
        data-testid="grid-toggle"
        aria-expanded={gridOpen}
        onClick={() => setSurface({ gridOpen: !gridOpen })}
      >
        {gridOpen ? <ChevronDown aria-hidden /> : <LayoutGrid aria-hidden />}
        <span className="wide">{t(gridOpen ? 'grid.collapse' : 'grid.expand')}</span>
      </button>
    </>
  );
}

function PinnedActions() {
  const { t } = useTranslation();
  const updateView = useStudio((state) => state.updateView);
  return (
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
  );
}
