import { useStudio } from '../../store/studio-store.ts';
import type { DropRule } from '../shell/drop-rule.ts';
import { looksLikeImages } from '../shell/dropped-files.ts';

const isMaskName = (name: string) => /\.(png|tiff?|zip)$/i.test(name);

/** What may be dropped here: masks and label maps, each of which becomes a sample. */
export const paintDropRules: readonly DropRule[] = [
  {
    workspace: 'paint',
    title: 'paint.drop.title',
    hint: 'paint.drop.hint',
    wants: (files) => files.every(({ name }) => isMaskName(name)),
    mayWant: (items) =>
      looksLikeImages(items) || [...items.items].some(({ type }) => type.includes('zip')),
    take: (files) => void useStudio.getState().openMaskFiles(files),
  },
];
