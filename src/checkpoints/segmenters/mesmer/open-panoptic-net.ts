import { CytoForgeError } from '../../../errors.ts';
import type { MesmerConfig } from '../../bundle/segmenter-configs.ts';
import type { NamedTensor, TensorSource } from '../../tensor-source.ts';
import type { OpenedSegmenter, StateDictShapes } from '../segmenter-format.ts';
import { batchNormBehind, batchNormOf } from './batch-norm-layers.ts';
import { MESMER_CONFIG } from './official-config.ts';
import { LOCATION_PLANES, panopticTensorShapes } from './panoptic-tensors.ts';

function refuse(where: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', 'This is not the PanopticNet of Mesmer.', {
    where,
    found,
    expected,
    hint: 'Convert the original model again.',
  });
}

function outputsOf(shapes: StateDictShapes, layer: string): number {
  const outputs = shapes.get(`${layer}/kernel`)?.[3];
  if (outputs !== undefined) return outputs;
  throw new CytoForgeError('missing-tensor', `The model has no tensor ${layer}/kernel.`, {
    where: `${layer}/kernel`,
    found: 'no such tensor',
    expected: 'a kernel [height, width, in, out]',
    hint: 'Convert the original model again.',
  });
}

/** How many names there are by counting up, e.g. `conv2_block1_0_conv`, `conv2_block2_1_conv` … */
function countUp(shapes: StateDictShapes, layer: (i: number) => string, from: number): number {
  let count = 0;
  while (shapes.has(`${layer(from + count)}/kernel`)) count++;
  return count;
}

/** Numbers of the heads in the file by their number here: distance and pixelwise heads in pairs, each in its order. */
function headOrder(shapes: StateDictShapes): number[] {
  const count = countUp(shapes, (i) => `conv_1_semantic_${i}`, 0);
  const heads = Array.from({ length: count }, (_, i) => ({
    index: i,
    outputs: outputsOf(shapes, `conv_1_semantic_${i}`),
  }));
  const distances = heads.filter(({ outputs }) => outputs === 1);
  const pixelwise = heads.filter(({ outputs }) => outputs === 3);
  const pairs = distances.length;
  if (pairs === pixelwise.length && 2 * pairs === count && (pairs === 1 || pairs === 2)) {
    return distances.flatMap(({ index }, i) => [index, pixelwise[i].index]);
  }
  const found = heads.map(({ outputs }) => outputs).join(', ');
  throw refuse(
    'conv_1_semantic_0',
    `heads of [${found}] channels`,
    'heads of 1 and 3 channels in pairs',
  );
}

function configOf(shapes: StateDictShapes, heads: number): MesmerConfig {
  const stages = countUp(shapes, (i) => `conv${i}_block1_1_conv`, 2);
  const stage = Array.from({ length: stages }, (_, i) => i + 2);
  const levels = [2, 3, 4, 5].filter((level) => shapes.has(`C${level}_reduced/kernel`));
  return {
    ...MESMER_CONFIG,
    backbone: shapes.has('conv2_block1_3_conv/kernel') ? 'resnet50' : 'small',
    stemChannels: outputsOf(shapes, 'conv1_conv'),
    blocks: stage.map((s) => countUp(shapes, (i) => `conv${s}_block${i}_1_conv`, 1)),
    stageChannels: stage.map((s) => outputsOf(shapes, `conv${s}_block1_0_conv`)),
    inputChannels: (shapes.get('conv_channels/kernel')?.[2] ?? 0) - LOCATION_PLANES,
    pyramidLevels: levels,
    pyramidChannels: outputsOf(shapes, `P${levels[0]}`),
    upsampleChannels: outputsOf(shapes, 'conv_0_semantic_upsample_0'),
    headChannels: outputsOf(shapes, 'conv_0_semantic_0'),
    compartments: MESMER_CONFIG.compartments.slice(0, heads / 2),
  };
}

/** The heads' batch norms in Keras' order: older files name them by a running number. */
function headNorms(shapes: StateDictShapes): string[] {
  const numberOf = (layer: string) => Number(/\d+$/.exec(layer)?.[0] ?? 0);
  const layers = [...shapes.keys()].flatMap((name) => {
    const found = /^(batch_normalization(_\d+)?)\/gamma$/.exec(name);
    return found ? [found[1]] : [];
  });
  return layers.sort((a, b) => numberOf(a) - numberOf(b));
}

function fileNameOf(name: string, order: number[], norms: string[]): string {
  const head = /^(.*_semantic_(?:upsample_)?)(\d+)(\/.*)$/.exec(name);
  if (!head) return name;
  const [, before, index, weight] = head;
  const inFile = order[Number(index)];
  const norm = norms[inFile];
  if (norm && before.startsWith('batch_normalization')) return norm + weight;
  return `${before}${inFile}${weight}`;
}

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
  const order = headOrder(shapes);
  const norms = headNorms(shapes);
  const toFile = (name: string) => fileNameOf(name, order, norms);
  const config = configOf(shapes, order.length);
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
