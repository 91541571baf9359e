import type { RunCount } from '../../src/nn/backend/measure-run.ts';
import type { StageTimes } from '../../src/pipeline/bench-service.ts';
import type { BackendChoice, BackendInfo } from '../../src/pipeline/generation-service.ts';
import type { SampleRecipe } from '../../src/pipeline/recipe.ts';

/** The globals of the bench page, through which the runner drives it. */
export interface BenchPage {
  startBench(choice: BackendChoice, models: string[]): Promise<BackendInfo>;
  timeSample(choice: BackendChoice, recipe: SampleRecipe): Promise<StageTimes>;
  countSample(
    choice: BackendChoice,
    recipe: SampleRecipe,
  ): Promise<{ mask: RunCount; sample: RunCount }>;
}
