import { isImageName } from '../../imaging/image-format.ts';
import { useStudio } from '../../store/studio-store.ts';
import { benchmarkDropRules } from '../benchmark/drop-rules.ts';
import { datasetDropRules, openIfDataset } from '../dataset/drop-rules.ts';
import { setSurface } from '../explore/explore-state.ts';
import { paintDropRules } from '../paint/drop-rules.ts';
import { spotsDropRules } from '../spots/drop-rules.ts';
import { toolsDropRules } from '../tools/drop-rules.ts';
import type { DropRule } from './drop-rule.ts';
import { looksLikeImages } from './dropped-files.ts';

/** Images give their styles. */
const styleRule: DropRule = {
  workspace: 'all',
  title: 'style.dropRelease',
  hint: 'style.takeHint',
  wants: (files) => files.every(({ name }) => isImageName(name)),
  mayWant: looksLikeImages,
  take(files) {
    const { openWorkspace, takeStyles } = useStudio.getState();
    openWorkspace('explore');
    setSurface({ gridOpen: false, sheetOpen: true });
    void takeStyles(files);
  },
};

/** Everything else is opened as models. */
const modelRule: DropRule = {
  workspace: 'all',
  title: 'models.dropRelease',
  hint: 'models.dropHint',
  wants: () => true,
  mayWant: () => true,
  take(files) {
    const { dropFiles, openWorkspace } = useStudio.getState();
    openWorkspace('models');
    void dropFiles(files);
  },
};

const RULES = [
  ...paintDropRules,
  ...spotsDropRules,
  ...toolsDropRules,
  ...benchmarkDropRules,
  ...datasetDropRules,
  styleRule,
  modelRule,
];

/** Those of the open workspace first, then those that hold everywhere. */
function rulesHere(): DropRule[] {
  const { workspace } = useStudio.getState();
  return [
    ...RULES.filter((rule) => rule.workspace === workspace),
    ...RULES.filter((rule) => rule.workspace === 'all'),
  ];
}

/** Whose the files are. */
export function ruleForFiles(files: readonly File[]): DropRule {
  return rulesHere().find((rule) => rule.wants(files)) ?? modelRule;
}

/** Whose they may be while they hover. */
export function ruleForHover(items: DataTransfer): DropRule {
  return rulesHere().find((rule) => rule.mayWant(items)) ?? modelRule;
}

/** Takes dropped files. A data set of ours opens wherever it is dropped, but where sets are worked on. */
export async function takeDropped(files: File[]): Promise<void> {
  const { workspace } = useStudio.getState();
  const worksOnSets = workspace === 'tools' || workspace === 'benchmark';
  if (!worksOnSets && (await openIfDataset(files))) return;
  ruleForFiles(files).take(files);
}
