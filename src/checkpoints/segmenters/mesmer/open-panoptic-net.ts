import type { NamedTensor, TensorSource } from '../../tensor-source.ts';
import type { OpenedSegmenter, StateDictShapes } from '../segmenter-format.ts';
import { batchNormBehind, batchNormOf } from './batch-norm-layers.ts';
import { configOfShapes } from './config-of-shapes.ts';
import { fileHeads } from './file-heads.ts';
import { refuse } from './layer-shapes.ts';
import { panopticTensorShapes } from './panoptic-tensors.ts';

/** Where a weight comes from: a name of the file, or a batch norm that the converter folded away. */
type Origin = { name: string } | { foldedEpsilon: number };

function originOf(shapes: StateDictShapes, name: string, toFile: (name: string) => string): Origin {
  const [layer, weight] = name.split('/');
  const norm = batchNormOf(layer) ?? batchNormBehind(layer);
  if (!norm) return { name: toFile(name) };
  const folded = toFile(`${norm.convolution}/folded_bias`);
  if (!shapes.has(folded) || weight === 'kernel') return { name: toFile(name) };
  return weight === 'bias' ? { name: folded } : { foldedEpsilon: norm.epsilon };
}

/** A batch norm that changes nothing. */
function identityNorm(name: string, shape: number[], epsilon: number): NamedTensor {
  const values = { gamma: 1, moving_variance: 1 - epsilon, beta: 0, moving_mean: 0 };
  const value = values[name.slice(name.lastIndexOf('/') + 1) as keyof typeof values];
  return { shape, data: new Float32Array(shape[0]).fill(value) };
}

/** Whether weights under these Keras names are of a PanopticNet with an input of its own. */
export function isPanopticNet(shapes: StateDictShapes): boolean {
  return shapes.has('conv_channels/kernel') && shapes.has('conv_1_semantic_0/kernel');
}

/**
 * Opens a PanopticNet under Keras names. The heads are put in pairs of inner distance and pixelwise transform, by their
 * channels and their order: the first pair is taken for whole cells, the second for nuclei, as in Mesmer.
 * @throws CytoForgeError `wrong-architecture` or `missing-tensor` with the first tensor that differs.
 */
export function openPanopticNet(
  weights: TensorSource,
  shapes: StateDictShapes,
): OpenedSegmenter<'mesmer'> {
  const { count, toFile } = fileHeads(shapes);
  const config = configOfShapes(shapes, count);
  const expected = panopticTensorShapes(config);
  const origins = new Map<string, Origin>();
  for (const [name, shape] of expected) {
    const origin = originOf(shapes, name, toFile);
    origins.set(name, origin);
    if (!('name' in origin)) continue;
    const found = shapes.get(origin.name);
    if (found?.join() === shape.join()) continue;
    const present = found ? `shape [${found.join(', ')}]` : 'no such tensor';
    throw refuse(origin.name, present, `shape [${shape.join(', ')}]`);
  }
  const read = (name: string): NamedTensor => {
    const origin = origins.get(name) ?? { name };
    if ('name' in origin) return weights.read(origin.name);
    return identityNorm(name, expected.get(name) ?? [], origin.foldedEpsilon);
  };
  const names = [...expected.keys()];
  return { config, weights: { names: () => names, has: (name) => expected.has(name), read } };
}
