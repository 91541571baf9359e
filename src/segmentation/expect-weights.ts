import type { SegmenterManifestOf } from '../checkpoints/bundle/manifest.ts';
import type { SegmenterArchitecture } from '../checkpoints/bundle/segmenter-configs.ts';
import type { TensorSource } from '../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../errors.ts';
import type { SegmenterModel } from './open-segmenter.ts';

/** Weights that are of the architecture an algorithm needs. */
export interface ExpectedWeights<A extends SegmenterArchitecture> {
  manifest: SegmenterManifestOf<A>;
  weights: TensorSource;
}

/**
 * The model, if it is of the architecture.
 * @throws CytoForgeError `wrong-architecture` for another one or none.
 */
export function expectWeights<A extends SegmenterArchitecture>(
  architecture: A,
  model: SegmenterModel | null,
): ExpectedWeights<A> {
  if (model?.manifest.architecture === architecture) return model as ExpectedWeights<A>;
  throw new CytoForgeError(
    'wrong-architecture',
    'The algorithm needs weights of its own network.',
    {
      where: model?.manifest.name,
      found: model ? `a ${model.manifest.architecture} model` : 'no model',
      expected: `a ${architecture} model`,
      hint: 'Choose a model of this kind, or open one in Models.',
    },
  );
}
