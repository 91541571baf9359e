import { useEffect } from 'react';
import type { PaintState } from '../../store/painting/paint-state.ts';
import { useStudio } from '../../store/studio-store.ts';
import { translateMessage } from '../i18n/start.ts';
import { announce } from './paint-surface.ts';

/** What a change of the painting is in words; null when it is nothing to tell. */
function wordsOf(now: PaintState, before: PaintState): string | null {
  if (now.key !== before.key) return null;
  const { entries, position } = now.history;
  if (entries !== before.history.entries || position !== before.history.position) {
    const entry = entries[position - 1];
    const what = entry
      ? translateMessage(entry.label, entry.values)
      : translateMessage('paint.history.opened');
    return translateMessage('paint.say.done', { what, count: now.cells });
  }
  if (now.selection === before.selection || now.version !== before.version) return null;
  const count = now.selection.length;
  if (count === 0) return translateMessage('paint.say.deselected');
  const [id] = now.selection;
  const area = useStudio.getState().paintPixels()?.cell(id)?.area ?? 0;
  return translateMessage('paint.say.selected', { count, id, area });
}

/** Says what was done to the map, undone, and selected: what the canvas shows to those who see it. */
export function useAnnouncements(): void {
  useEffect(
    () =>
      useStudio.subscribe(({ paint }, { paint: before }) => {
        const words = paint === before ? null : wordsOf(paint, before);
        if (words) announce(words);
      }),
    [],
  );
}
