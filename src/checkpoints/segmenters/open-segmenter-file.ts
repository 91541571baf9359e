import { CytoForgeError } from '../../errors.ts';
import type { SegmenterArchitectureConfig } from '../bundle/expected-tensors.ts';
import type { ByteSource } from '../byte-source.ts';
import { readSafetensorsHeader } from '../safetensors-header.ts';
import { isSafetensors, safetensorsSource } from '../safetensors-source.ts';
import type { TensorSource } from '../tensor-source.ts';
import { openStateDict } from '../torch/state-dict.ts';
import { checkTensorsAreStored, torchTensorSource } from '../torch/tensor-map.ts';
import { withSizeModel } from './cellpose-size-model.ts';
import type { OpenedSegmenter, StateDictShapes } from './segmenter-format.ts';
import { recogniseSegmenter, SEGMENTER_FORMATS } from './segmenter-formats.ts';
import { stateDictShapes } from './state-dict-shapes.ts';

interface StateDict {
  shapes: StateDictShapes;
  weights: TensorSource;
}

function openSafetensors(source: ByteSource): StateDict {
  const { entries } = readSafetensorsHeader(source);
  const shapes = new Map(entries.map(({ name, shape }) => [name, shape]));
  return { shapes, weights: safetensorsSource(source) };
}

function openTorch(source: ByteSource): StateDict {
  const tensors = openStateDict(source);
  checkTensorsAreStored(source.name, source.size, tensors, tensors.keys());
  return { shapes: stateDictShapes(tensors), weights: torchTensorSource(tensors) };
}

/**
 * Opens an official checkpoint of a segmentation network, a torch state dict or safetensors: the names of its
 * tensors say which network it is.
 * @param sizeModel Cellpose's `size_*.npy`, where there is one.
 * @throws CytoForgeError as `openStateDict`, `readSafetensors` and the format's own `open`; `wrong-architecture`.
 */
export function openSegmenterFile(
  source: ByteSource,
  sizeModel?: ByteSource,
): SegmenterArchitectureConfig & { weights: TensorSource } {
  const { shapes, weights } = isSafetensors(source) ? openSafetensors(source) : openTorch(source);
  const architecture = recogniseSegmenter(shapes);
  if (!architecture) {
    throw new CytoForgeError('wrong-architecture', `${source.name} is of another network.`, {
      where: source.name,
      found: `tensors such as ${[...shapes.keys()][0]}`,
      expected: 'a segmentation network',
    });
  }
  const opened = SEGMENTER_FORMATS[architecture].open(weights, shapes);
  if (sizeModel && architecture === 'cellpose') {
    const { config } = opened as OpenedSegmenter<'cellpose'>;
    return { architecture, config: withSizeModel(config, sizeModel), weights };
  }
  return { architecture, ...opened } as SegmenterArchitectureConfig & { weights: TensorSource };
}
