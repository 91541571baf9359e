import { APP_VERSION } from '../version.ts';
import { createAnalysisClient } from './create-analysis-client.ts';
import { createBenchmarkClient } from './create-benchmark-client.ts';
import { createDatasetClient } from './create-dataset-client.ts';
import { createExportClient } from './create-export-client.ts';
import { createGenerationClient } from './create-generation-client.ts';
import { createMaskFilesClient } from './create-mask-files-client.ts';
import { createModelLibrary } from './create-model-library.ts';
import { createModelTrials } from './create-model-trials.ts';
import { createToolsClient } from './create-tools-client.ts';
import { createVideoClient } from './create-video-client.ts';
import { browserDelivery } from './delivery.ts';
import { fetchDemoModels } from './demo-models.ts';
import { fetchSampleSet } from './sample-set.ts';
import type { StudioEngine } from './studio-engine.ts';
import { openWorker } from './worker-link.ts';

/** The page's side of all workers; none is started before it is asked for something. */
export function createStudioEngine(): StudioEngine {
  // Vite finds workers by this very form of words.
  const generation = createGenerationClient(
    () =>
      openWorker(
        new Worker(new URL('../../workers/generation.worker.ts', import.meta.url), {
          type: 'module',
          name: 'generation',
        }),
      ),
    (sha256) => library.find(sha256),
  );
  const trials = createModelTrials(() =>
    openWorker(
      new Worker(new URL('../../workers/generation.worker.ts', import.meta.url), {
        type: 'module',
        name: 'trials',
      }),
    ),
  );
  const library = createModelLibrary(
    () =>
      openWorker(
        new Worker(new URL('../../workers/checkpoint.worker.ts', import.meta.url), {
          type: 'module',
          name: 'checkpoint',
        }),
      ),
    () => fetchDemoModels(new URL(document.baseURI)),
  );
  const delivery = browserDelivery();
  const exports = createExportClient({
    spawn: () =>
      openWorker(
        new Worker(new URL('../../workers/export.worker.ts', import.meta.url), {
          type: 'module',
          name: 'export',
        }),
      ),
    generation,
    library,
    delivery,
    appVersion: APP_VERSION,
  });
  const datasets = createDatasetClient(() =>
    openWorker(
      new Worker(new URL('../../workers/dataset.worker.ts', import.meta.url), {
        type: 'module',
        name: 'dataset',
      }),
    ),
  );
  const videos = createVideoClient(
    () =>
      openWorker(
        new Worker(new URL('../../workers/video.worker.ts', import.meta.url), {
          type: 'module',
          name: 'video',
        }),
      ),
    generation,
  );
  const maskFiles = createMaskFilesClient(() =>
    openWorker(
      new Worker(new URL('../../workers/mask-files.worker.ts', import.meta.url), {
        type: 'module',
        name: 'mask-files',
      }),
    ),
  );
  const tools = createToolsClient(
    () =>
      openWorker(
        new Worker(new URL('../../workers/tools.worker.ts', import.meta.url), {
          type: 'module',
          name: 'tools',
        }),
      ),
    delivery,
    APP_VERSION,
  );
  const benchmark = createBenchmarkClient(
    () =>
      openWorker(
        new Worker(new URL('../../workers/benchmark.worker.ts', import.meta.url), {
          type: 'module',
          name: 'benchmark',
        }),
      ),
    () => fetchSampleSet(new URL(document.baseURI)),
  );
  const analysis = createAnalysisClient(() =>
    openWorker(
      new Worker(new URL('../../workers/analysis.worker.ts', import.meta.url), {
        type: 'module',
        name: 'analysis',
      }),
    ),
  );
  return {
    generation,
    library,
    exports,
    datasets,
    videos,
    trials,
    tools,
    benchmark,
    analysis,
    maskFiles,
    download: delivery.download,
  };
}
