import type { Workspace } from '../../store/studio-state.ts';

/** One line of the cheat sheet. */
export interface Shortcut {
  /** i18n key of what it does. */
  label: string;
  /** Keys pressed together or one of them, as written on them, or the i18n key of that. */
  keys: readonly string[];
}

/** The keys of one workspace, or those that hold everywhere. */
export interface ShortcutGroup {
  workspace: Workspace | 'all';
  shortcuts: readonly Shortcut[];
}
