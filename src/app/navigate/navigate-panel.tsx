import {
  LayoutGrid,
  type LucideIcon,
  Map as MapIcon,
  Orbit,
  Route,
  ScanSearch,
  SlidersHorizontal,
  Star,
} from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ComponentType, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../store/studio-store.ts';
import { useSurface } from '../explore/explore-state.ts';
import { SeedPanel } from '../explore/seed-panel.tsx';
import { SeedTools } from '../explore/seed-tools.tsx';
import { FavouritePanel } from '../favourites/favourite-panel.tsx';
import { FavouriteTools } from '../favourites/favourite-tools.tsx';
import { JitterPanel } from '../jitter/jitter-panel.tsx';
import { JitterTools } from '../jitter/jitter-tools.tsx';
import { PlanePanel } from '../plane/plane-panel.tsx';
import { PlaneTools } from '../plane/plane-tools.tsx';
import { FindPanel } from '../search/find-panel.tsx';
import { FindTools } from '../search/find-tools.tsx';
import { SweepPanel } from '../sweep/sweep-panel.tsx';
import { SweepTools } from '../sweep/sweep-tools.tsx';
import { WalkPanel } from '../walk/walk-panel.tsx';
import { WalkTools } from '../walk/walk-tools.tsx';
import { openWay, useNavigate, WAYS, type Way } from './navigate-state.ts';
import { useNavigateKeys } from './use-navigate-keys.ts';
import './navigate.css';

const PARTS: Record<Way, { icon: LucideIcon; tools: ComponentType; body: ComponentType }> = {
  seeds: { icon: LayoutGrid, tools: SeedTools, body: SeedPanel },
  find: { icon: ScanSearch, tools: FindTools, body: FindPanel },
  favourites: { icon: Star, tools: FavouriteTools, body: FavouritePanel },
  plane: { icon: MapIcon, tools: PlaneTools, body: PlanePanel },
  walk: { icon: Route, tools: WalkTools, body: WalkPanel },
  sweep: { icon: SlidersHorizontal, tools: SweepTools, body: SweepPanel },
  jitter: { icon: Orbit, tools: JitterTools, body: JitterPanel },
};

/** The ways through the latent space, one at a time, below the views. */
export function NavigatePanel() {
  const { t } = useTranslation();
  const way = useNavigate((navigate) => navigate.way);
  const gridOpen = useSurface((surface) => surface.gridOpen);
  const { tools: Tools, body: Body } = PARTS[way];
  useNavigateKeys();
  useEffect(() => {
    // What nobody sees need not be made.
    const { showSeeds, showVariants } = useStudio.getState();
    return () => {
      if (way === 'seeds' || way === 'find' || way === 'plane') showSeeds([], []);
      else showVariants([]);
    };
  }, [way]);
  return (
    <section
      className="seeds"
      aria-label={t('navigate.title')}
      data-layout={gridOpen ? 'grid' : 'strip'}
      data-way={way}
    >
      <Tabs.Root
        className="navigate"
        value={way}
        onValueChange={(next) => openWay(next as Way)}
        activationMode="manual"
      >
        <header className="seeds-head">
          <Tabs.List className="navigate-tabs" aria-label={t('navigate.title')}>
            {WAYS.map((each) => {
              const Icon = PARTS[each].icon;
              return (
                <Tabs.Trigger
                  key={each}
                  value={each}
                  data-testid={`way-${each}`}
                  title={t(`navigate.${each}Hint`)}
                >
                  <Icon aria-hidden />
                  {t(`navigate.${each}`)}
                </Tabs.Trigger>
              );
            })}
          </Tabs.List>
          <div className="navigate-tools">
            <Tools />
          </div>
        </header>
        <Tabs.Content className="navigate-body" value={way} tabIndex={-1}>
          <Body />
        </Tabs.Content>
      </Tabs.Root>
    </section>
  );
}
