import {
  Brush,
  ChartNoAxesCombined,
  Database,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  Sparkles,
  Wrench,
} from 'lucide-react';
import { type ComponentType, lazy } from 'react';
import type { Workspace } from '../../store/studio-state.ts';
import { ExploreWorkspace } from '../explore/explore-workspace.tsx';

interface WorkspaceEntry {
  name: Workspace;
  icon: LucideIcon;
  /** All but the first are fetched when they are opened. */
  component: ComponentType;
  /** Has settings that a narrow screen shows as a sheet. */
  hasSide: boolean;
}

/** Every workspace in the rail's order. */
export const WORKSPACES: readonly WorkspaceEntry[] = [
  { name: 'explore', icon: LayoutDashboard, component: ExploreWorkspace, hasSide: true },
  {
    name: 'paint',
    icon: Brush,
    component: lazy(() => import('../paint/paint-workspace.tsx')),
    hasSide: true,
  },
  {
    name: 'spots',
    icon: Sparkles,
    component: lazy(() => import('../spots/spots-workspace.tsx')),
    hasSide: true,
  },
  {
    name: 'dataset',
    icon: Database,
    component: lazy(() => import('../dataset/dataset-workspace.tsx')),
    hasSide: true,
  },
  {
    name: 'benchmark',
    icon: ChartNoAxesCombined,
    component: lazy(() => import('../benchmark/benchmark-workspace.tsx')),
    hasSide: true,
  },
  {
    name: 'tools',
    icon: Wrench,
    component: lazy(() => import('../tools/tools-workspace.tsx')),
    hasSide: true,
  },
  {
    name: 'models',
    icon: Layers,
    component: lazy(() => import('../models/models-workspace.tsx')),
    hasSide: false,
  },
];
