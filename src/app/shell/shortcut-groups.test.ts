import { describe, expect, it } from 'vitest';
import type { ShortcutGroup } from './shortcut.ts';
import { searchShortcuts, shortcutGroups } from './shortcut-groups.ts';

const ROOMS: ShortcutGroup[] = [
  { workspace: 'explore', shortcuts: [{ label: 'next seed', keys: ['→'] }] },
  {
    workspace: 'paint',
    shortcuts: [
      { label: 'brush', keys: ['B'] },
      { label: 'larger brush', keys: [']'] },
    ],
  },
  { workspace: 'spots', shortcuts: [] },
];

const search = (text: string) =>
  searchShortcuts(
    ROOMS,
    text,
    (label) => label,
    ({ workspace }) => workspace,
  );

describe('the cheat sheet', () => {
  it('begins with the open workspace and leaves out those without keys', () => {
    expect(shortcutGroups('paint', ROOMS).map(({ workspace }) => workspace)).toEqual([
      'paint',
      'all',
      'explore',
    ]);
  });

  it('finds lines by what they do, their keys and their workspace', () => {
    expect(search('')).toHaveLength(2);
    expect(search('large BRUSH').flatMap(({ shortcuts }) => shortcuts)).toEqual([
      { label: 'larger brush', keys: [']'] },
    ]);
    expect(search('paint')[0].shortcuts).toHaveLength(2);
    expect(search('→').map(({ workspace }) => workspace)).toEqual(['explore']);
    expect(search('nothing of it')).toEqual([]);
  });
});
