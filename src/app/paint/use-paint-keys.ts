import { useEffect } from 'react';
import { useStudio } from '../../store/studio-store.ts';
import { isForWorkspace } from '../shell/is-for-workspace.ts';
import { paintKey } from './paint-key.ts';
import { setPaintSurface, usePaintSurface } from './paint-surface.ts';
import { runPaintCommand } from './run-paint-command.ts';

/** Listens for the workspace's keys, before the shell's own: some letters mean other things here. */
export function usePaintKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForWorkspace(event) || useStudio.getState().workspace !== 'paint') return;
      const onCanvas = event.target instanceof Element && event.target.closest('.map-panel');
      const isPress = event.key === 'Enter' || event.key === ' ';
      // Buttons keep Enter and Space; tabs, lists and menus their arrows.
      if (!onCanvas && event.target !== document.body) {
        if (isPress || event.key.startsWith('Arrow')) return;
      }
      const { crosshair, layout } = usePaintSurface.getState();
      if (event.key === ' ' && !crosshair) {
        // There Space stops the blinking.
        if (layout === 'blink') return;
        setPaintSurface({ spaceHeld: true });
        event.preventDefault();
        return;
      }
      const command = paintKey(event);
      if (!command || !runPaintCommand(command)) return;
      event.preventDefault();
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ') setPaintSurface({ spaceHeld: false });
    };
    const onBlur = () => setPaintSurface({ spaceHeld: false });
    addEventListener('keydown', onKeyDown, { capture: true });
    addEventListener('keyup', onKeyUp);
    addEventListener('blur', onBlur);
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true });
      removeEventListener('keyup', onKeyUp);
      removeEventListener('blur', onBlur);
    };
  }, []);
}
