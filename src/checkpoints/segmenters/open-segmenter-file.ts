import { CytoForgeError } from '../../errors.ts';
import type { SegmenterArchitectureConfig } from '../bundle/expected-tensors.ts';
import type { ByteSource } from '../byte-source.ts';
import type { TensorSource } from '../tensor-source.ts';
import { openStateDict } from '../torch/state-dict.ts';
import { checkTensorsAreStored, torchTensorSource } from '../torch/tensor-map.ts';
import { recogniseSegmenter, SEGMENTER_FORMATS } from './segmenter-formats.ts';
import { stateDictShapes } from './state-dict-shapes.ts';

/**
 * Opens an official checkpoint of a segmentation network: its state dict's names say which one it is.
 * @throws CytoForgeError as `openStateDict` and the format's own `open`; `wrong-architecture`.
 */
export function openSegmenterFile(
  source: ByteSource,
): SegmenterArchitectureConfig & { weights: TensorSource } {
  const tensors = openStateDict(source);
  const shapes = stateDictShapes(tensors);
  const architecture = recogniseSegmenter(shapes);
  if (!architecture) {
    throw new CytoForgeError('wrong-architecture', `${source.name} is of another network.`, {
      where: source.name,
      found: `tensors such as ${[...shapes.keys()][0]}`,
      expected: 'a segmentation network',
    });
  }
  checkTensorsAreStored(source.name, source.size, tensors, tensors.keys());
  const opened = SEGMENTER_FORMATS[architecture].open(torchTensorSource(tensors), shapes);
  return { architecture, ...opened } as SegmenterArchitectureConfig & { weights: TensorSource };
}
