import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { setSurface, useSurface } from '../explore/explore-state.ts';
import { setShell, useShell } from './shell-state.ts';
import { useNarrow } from './use-narrow.ts';
import { WORKSPACES } from './workspaces.tsx';

/** The workspaces; on a narrow screen also the way to the settings. */
export function Rail({ current }: { current: Workspace }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const openWorkspace = useStudio((state) => state.openWorkspace);
  const exploreSheet = useSurface((surface) => surface.sheetOpen);
  const sideOpen = useShell((shell) => shell.sideOpen);
  const sheetOpen = current === 'explore' ? exploreSheet : sideOpen;
  const toggleSheet = () => {
    if (current === 'explore') setSurface({ sheetOpen: !sheetOpen });
    else setShell({ sideOpen: !sheetOpen });
  };
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
      {narrow && WORKSPACES.some(({ name, hasSide }) => name === current && hasSide) && (
        <button
          type="button"
          className="rail-item"
          aria-expanded={sheetOpen}
          data-testid="rail-adjust"
          onClick={toggleSheet}
        >
          <SlidersHorizontal aria-hidden />
          <span>{t('rail.adjust')}</span>
        </button>
      )}
    </nav>
  );
}
