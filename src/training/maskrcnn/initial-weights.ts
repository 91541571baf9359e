import type { MaskRcnnConfig } from '../../checkpoints/bundle/segmenter-configs.ts';
import { maskRcnnShapes } from '../../checkpoints/segmenters/maskrcnn-shapes.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import type { RandomState } from '../../random/random-state.ts';

const NORM = /\.(bn\d|downsample\.1)\.(\w+)$/;

/** Deviation of a layer's first weights: small where torchvision begins small, else He's for a ReLU. */
function deviationOf(name: string, [, ...inputs]: readonly number[]): number {
  if (name.startsWith('rpn.')) return 0.01;
  if (name.startsWith('roi_heads.box_predictor.cls_score')) return 0.01;
  if (name.startsWith('roi_heads.mask_predictor.mask_fcn_logits')) return 0.01;
  if (name.startsWith('roi_heads.box_predictor.bbox_pred')) return 0.001;
  return Math.sqrt(2 / inputs.reduce((product, side) => product * side, 1));
}

function initialWeight(name: string, shape: readonly number[], random: RandomState): NamedTensor {
  const count = shape.reduce((product, side) => product * side, 1);
  const part = NORM.exec(name)?.[2];
  if (part) {
    const value = part === 'weight' || part === 'running_var' ? 1 : 0;
    return { shape: [...shape], data: new Float32Array(count).fill(value) };
  }
  if (name.endsWith('.bias')) return { shape: [...shape], data: new Float32Array(count) };
  const deviation = deviationOf(name, shape);
  return { shape: [...shape], data: Float32Array.from(random.normal(0, deviation, count)) };
}

/** Weights to begin training with, in the order of `maskRcnnShapes`; the same stream gives the same. */
export function initialWeights(config: MaskRcnnConfig, random: RandomState): TensorSource {
  const shapes = maskRcnnShapes(config);
  const weights = new Map(
    [...shapes].map(([name, shape]) => [name, initialWeight(name, shape, random)]),
  );
  return {
    names: () => [...weights.keys()],
    has: (name) => weights.has(name),
    read: (name) => weights.get(name) as NamedTensor,
  };
}
