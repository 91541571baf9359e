import type { LabelImage } from '../../../imaging/image.ts';
import type { GoldenCase } from '../../golden-case.ts';

/** A golden tensor `[H, W]` as a label map; counts as looked at. */
export function labelTensor(golden: GoldenCase, name: string): LabelImage {
  const { shape, data } = golden.input(name);
  return { width: shape[1], height: shape[0], data: Uint16Array.from(data) };
}
