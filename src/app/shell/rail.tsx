import { Layers, LayoutDashboard, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { setSurface, useSurface } from '../explore/explore-state.ts';
import { useNarrow } from './use-narrow.ts';

const WORKSPACES = [
  { name: 'explore', icon: LayoutDashboard },
  { name: 'models', icon: Layers },
] as const;

/** The workspaces; on a narrow screen also the way to the settings. */
export function Rail({ current }: { current: 'explore' | 'models' }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const openWorkspace = useStudio((state) => state.openWorkspace);
  const sheetOpen = useSurface((surface) => surface.sheetOpen);
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      {WORKSPACES.map(({ name, icon: Icon }) => (
        <button
          key={name}
          type="button"
          className="rail-item"
          aria-current={current === name ? 'page' : undefined}
          data-testid={`rail-${name}`}
          onClick={() => openWorkspace(name)}
        >
          <Icon aria-hidden />
          <span>{t(`rail.${name}`)}</span>
        </button>
      ))}
      {narrow && current === 'explore' && (
        <button
          type="button"
          className="rail-item"
          aria-expanded={sheetOpen}
          data-testid="rail-adjust"
          onClick={() => setSurface({ sheetOpen: !sheetOpen })}
        >
          <SlidersHorizontal aria-hidden />
          <span>{t('rail.adjust')}</span>
        </button>
      )}
    </nav>
  );
}
