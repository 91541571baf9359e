import type { Workspace } from '../../store/studio-state.ts';
import { benchmarkShortcuts } from '../benchmark/shortcuts.ts';
import { datasetShortcuts } from '../dataset/shortcuts.ts';
import { exploreShortcuts } from '../explore/shortcuts.ts';
import { paintShortcuts } from '../paint/shortcuts.ts';
import { spotsShortcuts } from '../spots/shortcuts.ts';
import { toolsShortcuts } from '../tools/shortcuts.ts';
import type { Shortcut, ShortcutGroup } from './shortcut.ts';

const EVERYWHERE: ShortcutGroup = {
  workspace: 'all',
  shortcuts: [
    { label: 'help.export', keys: ['E'] },
    { label: 'help.help', keys: ['?'] },
  ],
};

const ROOMS = [
  exploreShortcuts,
  paintShortcuts,
  spotsShortcuts,
  datasetShortcuts,
  benchmarkShortcuts,
  toolsShortcuts,
] as const;

/** Every group that has keys: the open workspace's first, then what holds everywhere, then the others. */
export function shortcutGroups(
  current: Workspace,
  rooms: readonly ShortcutGroup[] = ROOMS,
): ShortcutGroup[] {
  const here = rooms.filter(({ workspace }) => workspace === current);
  const elsewhere = rooms.filter(({ workspace }) => workspace !== current);
  return [...here, EVERYWHERE, ...elsewhere].filter(({ shortcuts }) => shortcuts.length > 0);
}

/**
 * The groups with the lines that have every word of `search` in what they do, in their keys or in their group.
 * @param say A label in the page's language.
 * @param title A group's title.
 */
export function searchShortcuts(
  groups: readonly ShortcutGroup[],
  search: string,
  say: (label: string) => string,
  title: (group: ShortcutGroup) => string,
): ShortcutGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (group: ShortcutGroup, { label, keys }: Shortcut) => {
    const text = `${say(label)} ${keys.join(' ')} ${title(group)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({
      ...group,
      shortcuts: group.shortcuts.filter((line) => matches(group, line)),
    }))
    .filter(({ shortcuts }) => shortcuts.length > 0);
}
