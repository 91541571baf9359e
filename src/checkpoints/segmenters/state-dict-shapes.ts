import type { TorchTensor } from '../pickle/torch-records.ts';
import type { StateDictShapes } from './segmenter-format.ts';

/** Shapes of the tensors of an open state dict. */
export function stateDictShapes(tensors: ReadonlyMap<string, TorchTensor>): StateDictShapes {
  return new Map([...tensors].map(([name, { shape }]) => [name, shape]));
}
