import { useEffect, useSyncExternalStore } from 'react';
import type { ThemeChoice } from '../../store/studio-state.ts';
import { useStudio } from '../../store/studio-store.ts';

const LIGHT = '(prefers-color-scheme: light)';

function watchSystem(changed: () => void): () => void {
  const query = matchMedia(LIGHT);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The colours a choice stands for now. */
export function resolvedTheme(choice: ThemeChoice, systemIsLight: boolean): 'dark' | 'light' {
  if (choice === 'system') return systemIsLight ? 'light' : 'dark';
  return choice;
}

/** The theme on screen, for what is drawn on a canvas with the page's colours. */
export function useThemeShown(): 'dark' | 'light' {
  const choice = useStudio((state) => state.theme);
  const systemIsLight = useSyncExternalStore(watchSystem, () => matchMedia(LIGHT).matches);
  return resolvedTheme(choice, systemIsLight);
}

/** Gives the page the chosen theme, and the browser's own bars its colour. */
export function useTheme(): void {
  const shown = useThemeShown();
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = shown;
    const surface = getComputedStyle(root).getPropertyValue('--surface');
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', surface);
  }, [shown]);
}
