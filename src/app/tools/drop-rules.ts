import { isImageName } from '../../imaging/image-format.ts';
import { useStudio } from '../../store/studio-store.ts';
import type { DropRule } from '../shell/drop-rule.ts';

/** Folders, archives and pictures become the source; a checkpoint among other files is still a model. */
export const toolsDropRules: readonly DropRule[] = [
  {
    workspace: 'tools',
    title: 'tools.start.dropRelease',
    hint: 'tools.start.dropHint',
    wants: (files) => files.some(({ name }) => isImageName(name) || /\.zip$/i.test(name)),
    mayWant: () => true,
    take: (files) => void useStudio.getState().takeToolFiles(files),
  },
];
