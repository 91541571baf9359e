import type { TFunction } from 'i18next';
import type {
  BenchmarkAlgorithm,
  BenchmarkImage,
  BenchmarkResults,
  BenchmarkRun,
} from '../../../evaluation/benchmark-results.ts';
import type { ImageTraits } from '../../../evaluation/slices/image-traits.ts';
import type { BackendInfo } from '../../../pipeline/generation-service.ts';
import { parameterValues } from '../../../segmentation/parameter-values.ts';
import {
  type BenchmarkSet,
  resultKey,
  type SampleResult,
} from '../../../store/benchmark/benchmark-state.ts';
import { runnableEntries } from '../../../store/benchmark/benchmark-tasks.ts';
import { describeEntry } from '../../../store/benchmark/describe-entry.ts';
import type { StudioState } from '../../../store/studio-state.ts';
import { APP_VERSION } from '../../../version.ts';
import { entryName } from '../entry-name.ts';
import { isSynthetic, setName } from '../sets/set-name.ts';

/** What of the store results are made of. */
export type ResultsState = Pick<StudioState, 'benchmarkEntries' | 'benchmarkResults' | 'models'> & {
  backend: BackendInfo | null;
};

/** Of the bootstrap: any will do, as long as it is the same. */
const SEED = 1;
const RESAMPLES = 2000;
const CONFIDENCE = 0.95;

/** An image on which everything failed was never measured. */
const UNMEASURED: ImageTraits = {
  ...{ width: 0, height: 0, objects: 0, density: 0 },
  ...{ size: null, brightness: null, touching: null },
};

function algorithmsOf(t: TFunction, state: ResultsState): BenchmarkAlgorithm[] {
  return runnableEntries(state).flatMap(({ entry, weights }) => {
    const description = describeEntry(entry);
    if (!description) return [];
    const model = state.models.find(({ sha256 }) => sha256 === weights);
    return [
      {
        id: entry.id,
        name: entryName(t, entry, state.benchmarkEntries),
        method: entry.method,
        parameters: {
          ...(entry.pipeline ? { pipeline: entry.pipeline.name } : {}),
          ...parameterValues(description, entry.values),
        },
        weights: model
          ? {
              name: model.manifest.name,
              architecture: model.manifest.architecture,
              sha256: model.sha256,
            }
          : null,
      },
    ];
  });
}

/** The images of a set that anything ran on, and what came of them. */
function runsOf(
  set: BenchmarkSet,
  at: number,
  state: ResultsState,
): { images: BenchmarkImage[]; runs: BenchmarkRun[] } {
  const rows = runnableEntries(state).map(({ entry, weights }) => ({
    entry,
    results: state.benchmarkResults.get(resultKey(set, entry, weights)) ?? [],
  }));
  const images: BenchmarkImage[] = [];
  const runs: BenchmarkRun[] = [];
  for (const [sample, name] of (set.info?.samples ?? []).entries()) {
    const found = rows.flatMap(({ entry, results }) => {
      const result: SampleResult | null = results[sample] ?? null;
      return result ? [{ algorithm: entry.id, result }] : [];
    });
    if (found.length === 0) continue;
    const traits = found.find(({ result }) => result.outcome)?.result.outcome?.traits;
    const image = images.push({ name, traits: traits ?? UNMEASURED }) - 1;
    for (const { algorithm, result } of found) {
      runs.push({
        ...{ algorithm, set: at, image },
        evaluation: result.outcome?.evaluation ?? null,
        error: result.error,
        seconds: (result.outcome?.milliseconds ?? 0) / 1000,
        facts: result.outcome?.facts ?? {},
      });
    }
  }
  return { images, runs };
}

/**
 * All that the benchmark found, as plain data with names in the page's language: what tables, plots and reports are
 * made of.
 * @param sets Those to take, one or several.
 */
export function resultsOf(
  t: TFunction,
  state: ResultsState,
  sets: readonly BenchmarkSet[],
  started: string,
): BenchmarkResults {
  const parts = sets.map((set, at) => ({ set, ...runsOf(set, at, state) }));
  const { backend } = state;
  return {
    format: 'cytoforge-benchmark',
    version: 1,
    protocol: {
      version: APP_VERSION,
      started,
      backend: backend ? `${backend.backend} (${backend.device})` : '',
      ...{ seed: SEED, resamples: RESAMPLES, confidence: CONFIDENCE },
    },
    algorithms: algorithmsOf(t, state),
    sets: parts.map(({ set, images }) => ({
      name: setName(t, set),
      kind: isSynthetic(set) ? 'synthetic' : 'real',
      origin: set.info?.layout ?? '',
      images,
    })),
    runs: parts.flatMap(({ runs }) => runs),
    comparison: null,
  };
}
