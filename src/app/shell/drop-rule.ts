import type { Workspace } from '../../store/studio-state.ts';

/** What a workspace does with dropped files. */
export interface DropRule {
  /** Where it holds; `all` holds everywhere, after the open workspace's own. */
  workspace: Workspace | 'all';
  /** i18n keys of the two lines that are shown while files hover. */
  title: string;
  hint: string;
  /** Whether these files are for it, by their names. */
  wants(files: readonly File[]): boolean;
  /** Whether it may be for it while they hover: the browser tells types then, not names. */
  mayWant(items: DataTransfer): boolean;
  take(files: File[]): void;
}
