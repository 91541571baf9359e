import { useStudio } from '../../store/studio-store.ts';
import type { DropRule } from '../shell/drop-rule.ts';

const isArchive = (files: readonly File[]): boolean =>
  files.length === 1 && /\.zip$/i.test(files[0].name);

function mayBeArchive({ items }: DataTransfer): boolean {
  const files = [...items].filter(({ kind }) => kind === 'file');
  return files.length === 1 && /zip/i.test(files[0].type);
}

function openModels(files: File[]): void {
  const { dropFiles, openWorkspace } = useStudio.getState();
  openWorkspace('models');
  void dropFiles(files);
}

/** Opens an archive that is a set of ours, wherever the person is. @returns Whether it was one. */
export async function openIfDataset(files: readonly File[]): Promise<boolean> {
  if (!isArchive(files)) return false;
  const { openDataset, openWorkspace } = useStudio.getState();
  if ((await openDataset(files[0])) !== 'dataset') return false;
  openWorkspace('dataset');
  return true;
}

/** A set of ours is opened, models go where models go; `otherwise` hears of what is neither. */
async function openArchive(file: File, otherwise: () => void): Promise<void> {
  const { openDataset, openWorkspace } = useStudio.getState();
  const kind = await openDataset(file);
  if (kind === 'dataset') openWorkspace('dataset');
  else if (kind === 'model') openModels([file]);
  else otherwise();
}

/** An archive anywhere: a set of ours, else models. */
const archiveRule: DropRule = {
  workspace: 'all',
  title: 'dataset.dropRelease',
  hint: 'dataset.dropHint',
  wants: isArchive,
  mayWant: mayBeArchive,
  take: ([file]) => void openArchive(file, () => openModels([file])),
};

/** In the workspace itself, archives and folders of pictures are real sets to compare with. */
const realRule: DropRule = {
  workspace: 'dataset',
  title: 'dataset.realRelease',
  hint: 'dataset.realHint',
  wants: (files) => files.every(({ name }) => /\.(zip|png|tiff?|jpe?g|json|csv|txt)$/i.test(name)),
  mayWant: () => true,
  take(files) {
    const { compareWith, updatePlan } = useStudio.getState();
    const compare = () => {
      updatePlan({ report: true });
      void compareWith(files);
    };
    if (isArchive(files)) void openArchive(files[0], compare);
    else compare();
  },
};

/** What may be dropped here. */
export const datasetDropRules: readonly DropRule[] = [realRule, archiveRule];
