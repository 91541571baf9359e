import { measureRun, type RunCount } from '../nn/backend/measure-run.ts';
import type { BackendChoice, BackendInfo, BundleData } from './generation-service.ts';
import { createGenerationService, type GenerationOptions } from './local-generation-service.ts';
import type { SampleRecipe } from './recipe.ts';

/** Milliseconds by stage of one sample. */
export interface StageTimes {
  mask: number;
  truth: number;
  image: number;
}

/** What `npm run bench` asks of a thread: one backend, one sample at a time, so that runs can alternate. */
export interface BenchService {
  start(choice: BackendChoice, bundles: BundleData[]): Promise<BackendInfo>;
  /** One sample; the first after `start` also compiles what the backend compiles. */
  time(recipe: SampleRecipe): Promise<StageTimes>;
  /** Dispatches and peak tensor memory of the mask alone and of the whole sample. */
  count(recipe: SampleRecipe): Promise<{ mask: RunCount; sample: RunCount }>;
}

/** A bench over the very service that the page and the command line use. */
export function createBenchService(options: GenerationOptions = {}): BenchService {
  const generation = createGenerationService(options);
  return {
    async start(choice, bundles) {
      const info = await generation.start(choice);
      for (const bundle of bundles) await generation.load(bundle);
      return info;
    },
    time: async (recipe) => (await generation.makeSample(recipe)).timing,
    async count(recipe) {
      const mask = await measureRun(async () => void (await generation.makeRawMask(recipe)));
      const sample = await measureRun(async () => void (await generation.makeSample(recipe)));
      return { mask, sample };
    },
  };
}
