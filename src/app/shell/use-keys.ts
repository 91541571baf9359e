import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { setSurface, useSurface } from '../explore/explore-state.ts';
import { steppedSeeds } from '../explore/shown-seeds.ts';
import { randomSeed, stepSeed } from '../explore/step-seed.ts';
import { openExport } from '../export/export-dialog-state.ts';
import { openWay } from '../navigate/navigate-state.ts';
import { atActualSize, FITTED, panBy, zoomAt } from '../stage/viewport.ts';
import { isForWorkspace } from './is-for-workspace.ts';
import { type KeyCommand, keyCommand } from './key-command.ts';
import { setShell } from './shell-state.ts';

const MODES = ['mask', 'labels', 'image', 'overlay'] as const;

/** Listens for the studio's shortcuts. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForWorkspace(event)) return;
      const command = keyCommand(event);
      if (!command || !run(command)) return;
      event.preventDefault();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** @returns False when the command has no meaning where the person is. */
function run(command: KeyCommand): boolean {
  if (command.do === 'help') {
    setShell({ helpOpen: true });
    return true;
  }
  if (command.do === 'export') {
    openExport('last');
    return true;
  }
  const { workspace } = useStudio.getState();
  return workspace === 'explore' && runInExplore(command);
}

function runInExplore(command: KeyCommand): boolean {
  const { view, pin, unpin, updateView, pickInstance, imageModel } = useStudio.getState();
  switch (command.do) {
    case 'seed':
      updateView({ seed: stepSeed(view.seed, steppedSeeds(), command.by) });
      return true;
    case 'random':
      updateView({ seed: randomSeed() });
      return true;
    case 'pin':
      if (view.pinned.includes(view.seed)) unpin(view.seed);
      else pin(view.seed);
      return true;
    case 'mode': {
      const mode = MODES[command.index];
      if (!imageModel && (mode === 'image' || mode === 'overlay')) return false;
      const side = useSurface.getState().activeSide;
      updateView(side === 'left' ? { leftView: mode } : { rightView: mode });
      return true;
    }
    case 'grid':
      openWay('seeds');
      setSurface(({ gridOpen }) => ({ gridOpen: !gridOpen }));
      return true;
    case 'deselect':
      if (useSurface.getState().gridOpen) setSurface({ gridOpen: false });
      else pickInstance(null);
      return true;
    case 'fit':
      setSurface({ viewport: FITTED });
      return true;
    default:
      return moveViewport(command);
  }
}

function moveViewport(command: KeyCommand): boolean {
  const stage = document.querySelector('.stage');
  const { pixels } = useStudio.getState().sample;
  if (!stage || !pixels) return false;
  const panel = { width: stage.clientWidth, height: stage.clientHeight };
  const { mask } = pixels;
  const middle = { x: panel.width / 2, y: panel.height / 2 };
  setSurface(({ viewport }) => {
    if (command.do === 'zoom')
      return { viewport: zoomAt(viewport, command.factor, panel, mask, middle) };
    if (command.do === 'pan')
      return { viewport: panBy(viewport, command.dx, command.dy, panel, mask) };
    return { viewport: atActualSize(viewport, panel, mask) };
  });
  return true;
}
