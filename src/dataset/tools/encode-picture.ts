import { encode } from 'fast-png';
import type { LevelImage } from '../../imaging/level-image.ts';
import type { ToolStep } from './tool-step.ts';

/**
 * A PNG of 8 or 16 bits, of as many channels as the picture has. For StyleGAN it is not compressed, as
 * `dataset_tool.py` writes it: training reads it again and again.
 */
export function encodePicture(image: LevelImage, { tool }: Pick<ToolStep, 'tool'>): Uint8Array {
  const depth = image.data instanceof Uint16Array ? 16 : 8;
  const level = tool === 'stylegan' ? 0 : 6;
  return encode({ ...image, depth }, { zlib: { level } });
}
