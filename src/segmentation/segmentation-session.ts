import { bundleTensors, type Shard } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { isSegmenterManifest } from '../checkpoints/bundle/segmenter-manifest.ts';
import { CytoForgeError } from '../errors.ts';
import type { BackendChoice, BackendInfo } from '../nn/backend/backend-info.ts';
import { type BackendOptions, useBackend } from '../nn/backend/use-backend.ts';
import { openPipelineSegmenter } from './cellprofiler/pipeline/pipeline-segmenter.ts';
import { type DescribedChoice, expectPipelineMethod } from './describe-choice.ts';
import { openSegmenter, type SegmenterModel } from './open-segmenter.ts';
import type {
  Segmentation,
  Segmenter,
  SegmenterImage,
  SegmenterValues,
  SegmentOptions,
} from './segmenter.ts';

/** Which algorithm runs, with which weights and parameters. */
export interface SegmenterChoice extends DescribedChoice {
  /** SHA-256 of the weights of a loaded model; null for an algorithm without. */
  weights: string | null;
  values: SegmenterValues;
}

/** Algorithms made ready on one backend, each once. Its methods are called one after the other. */
export interface SegmentationSession {
  /** Starts (or switches) the backend; loaded models stay known. @throws CytoForgeError `backend-unavailable`. */
  start(choice: BackendChoice): Promise<BackendInfo>;
  /**
   * Makes a model's weights known; they go to the backend when they are first needed.
   * @throws CytoForgeError `wrong-architecture` for one that does not segment, `truncated`, `corrupt`.
   */
  load(bundle: { manifest: ModelManifest; shards: readonly Shard[] }): void;
  /** The algorithm, ready. @throws CytoForgeError as `openSegmenter`; `bad-option` for weights that are not loaded. */
  open(choice: Omit<SegmenterChoice, 'values'>): Segmenter;
  /** @throws CytoForgeError as `open` and `Segmenter.segment`. */
  segment(
    choice: SegmenterChoice,
    image: SegmenterImage,
    options?: SegmentOptions,
  ): Promise<Segmentation>;
  /** Frees every network. */
  dispose(): void;
}

/** A session without algorithms, on no backend yet. */
export function createSegmentationSession(backend: BackendOptions = {}): SegmentationSession {
  const models = new Map<string, SegmenterModel>();
  const ready = new Map<string, Segmenter>();

  function dispose(): void {
    for (const segmenter of ready.values()) segmenter.dispose();
    ready.clear();
  }

  function modelOf(weights: string | null): SegmenterModel | null {
    if (weights === null) return null;
    const model = models.get(weights);
    if (model) return model;
    throw new CytoForgeError('bad-option', 'The weights are not loaded.', {
      found: weights.slice(0, 12),
      expected: 'a model that was opened here',
      hint: 'Open the model in Models and choose it again.',
    });
  }

  function open({ method, weights, pipeline }: Omit<SegmenterChoice, 'values'>): Segmenter {
    expectPipelineMethod({ method, pipeline });
    const key = `${method} ${weights} ${pipeline ?? ''}`;
    const segmenter =
      ready.get(key) ??
      (pipeline === undefined
        ? openSegmenter(method, modelOf(weights))
        : openPipelineSegmenter(pipeline));
    ready.set(key, segmenter);
    return segmenter;
  }

  return {
    start: async (choice) => {
      dispose();
      return await useBackend(choice, backend);
    },
    load({ manifest, shards }) {
      if (!isSegmenterManifest(manifest)) {
        throw new CytoForgeError('wrong-architecture', 'The model segments no images.', {
          where: manifest.name,
          found: manifest.architecture,
          expected: 'a segmentation network',
        });
      }
      const weights = bundleTensors(manifest, shards);
      models.set(manifest.provenance.weightsSha256, { manifest, weights });
    },
    open,
    async segment(choice, image, options) {
      return open(choice).segment(image, choice.values, options);
    },
    dispose,
  };
}
