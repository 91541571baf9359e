import { useEffect } from 'react';
import type { SpotCluster } from '../../pipeline/spots-recipe.ts';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { FITTED, zoomAt } from '../stage/viewport.ts';
import { moveCluster, stretchCluster, turnCluster } from './cluster-geometry.ts';
import { redoSpots, undoSpots } from './edit-spots.ts';
import { type SpotsCommand, spotsCommand } from './key-command.ts';
import { addCluster, changeCluster, duplicateCluster, removeCluster } from './spot-actions.ts';
import { SPOT_LAYERS, setSpotsSurface, useSpotsSurface } from './spots-surface.ts';

/** Listens for the workspace's keys while it is open. */
export function useSpotsKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForWorkspace(event)) return;
      const command = spotsCommand(event);
      if (command && run(command)) event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function changedBy(cluster: SpotCluster, command: SpotsCommand): SpotCluster | null {
  switch (command.do) {
    case 'move':
      return moveCluster(cluster, command.dx, command.dy);
    case 'stretch':
      return stretchCluster(cluster, command.along, command.across);
    case 'turn':
      return turnCluster(cluster, command.degrees);
    default:
      return null;
  }
}

/** @returns False when there is no cluster that it could be for. */
function runOnCluster(command: SpotsCommand): boolean {
  const { selected } = useSpotsSurface.getState();
  const cluster =
    selected === null ? undefined : useStudio.getState().view.spots?.clusters[selected];
  if (selected === null || !cluster) return false;
  if (command.do === 'remove') removeCluster(selected);
  else if (command.do === 'duplicate') duplicateCluster(selected);
  else if (command.do === 'deselect') setSpotsSurface({ selected: null, spot: null });
  else {
    const changed = changedBy(cluster, command);
    if (changed) changeCluster(selected, changed, `${command.do} ${selected}`);
  }
  return true;
}

/** @returns False when the command has no meaning now. */
function run(command: SpotsCommand): boolean {
  switch (command.do) {
    case 'undo':
      undoSpots();
      return true;
    case 'redo':
      redoSpots();
      return true;
    case 'add':
      addCluster();
      return true;
    case 'layer': {
      const layer = SPOT_LAYERS[command.index];
      const { spots } = useStudio.getState().view;
      if (!spots && (layer === 'points' || layer === 'light')) return false;
      setSpotsSurface({ left: layer });
      return true;
    }
    case 'toggle':
      setSpotsSurface((surface) => ({ [command.what]: !surface[command.what] }));
      return true;
    case 'fit':
      setSpotsSurface({ viewport: FITTED });
      return true;
    case 'zoom':
      return zoomBy(command.factor);
    default:
      return runOnCluster(command);
  }
}

function zoomBy(factor: number): boolean {
  const stage = document.querySelector('.spots-stage');
  const { pixels } = useStudio.getState().sample;
  if (!stage || !pixels) return false;
  const panel = { width: stage.clientWidth, height: stage.clientHeight };
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  setSpotsSurface(({ viewport }) => ({
    viewport: zoomAt(viewport, factor, panel, pixels.mask, middle),
  }));
  return true;
}
