import type { SegmenterArchitecture, SegmenterConfigs } from '../bundle/segmenter-configs.ts';
import { CELLPOSE } from './cellpose.ts';
import { MASKRCNN } from './maskrcnn.ts';
import { MESMER } from './mesmer.ts';
import type { SegmenterFormat, StateDictShapes } from './segmenter-format.ts';
import { U2NET } from './u2net.ts';
import { UNET2D } from './unet2d.ts';

/** Every segmentation architecture's format, by its name. */
export const SEGMENTER_FORMATS: { [A in SegmenterArchitecture]: SegmenterFormat<A> } = {
  cellpose: CELLPOSE,
  u2net: U2NET,
  unet2d: UNET2D,
  mesmer: MESMER,
  maskrcnn: MASKRCNN,
};

/** Names of the segmentation architectures. */
export const SEGMENTER_ARCHITECTURES = Object.keys(SEGMENTER_FORMATS) as SegmenterArchitecture[];

/** Whether a model of this architecture segments images. */
export function isSegmenterArchitecture(name: string): name is SegmenterArchitecture {
  return name in SEGMENTER_FORMATS;
}

/** Names and shapes of all tensors that a bundle of this configuration has, in its order. */
export function segmenterTensorShapes<A extends SegmenterArchitecture>(
  architecture: A,
  config: SegmenterConfigs[A],
): Map<string, number[]> {
  return SEGMENTER_FORMATS[architecture].tensorShapes(config);
}

/** Which segmentation network a state dict is of; null for none of them. */
export function recogniseSegmenter(shapes: StateDictShapes): SegmenterArchitecture | null {
  return SEGMENTER_ARCHITECTURES.find((name) => SEGMENTER_FORMATS[name].recognises(shapes)) ?? null;
}
