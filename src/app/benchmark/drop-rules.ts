import { isImageName } from '../../imaging/image-format.ts';
import { useStudio } from '../../store/studio-store.ts';
import type { DropRule } from '../shell/drop-rule.ts';

/** Pipelines become algorithms, archives and pictures a set to run on; checkpoints are still models. */
export const benchmarkDropRules: readonly DropRule[] = [
  {
    workspace: 'benchmark',
    title: 'benchmark.start.dropRelease',
    hint: 'benchmark.start.dropHint',
    wants: (files) => files.every(({ name }) => /\.cppipe$/i.test(name)),
    mayWant: () => false,
    take(files) {
      for (const file of files) void useStudio.getState().addPipeline(file);
    },
  },
  {
    workspace: 'benchmark',
    title: 'benchmark.start.dropRelease',
    hint: 'benchmark.start.dropHint',
    wants: (files) => files.some(({ name }) => isImageName(name) || /\.zip$/i.test(name)),
    mayWant: () => true,
    take: (files) => void useStudio.getState().addBenchmarkFiles(files),
  },
];
