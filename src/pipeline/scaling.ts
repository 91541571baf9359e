import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import {
  type Preprocessing,
  parseResizeOrCrop,
  type ResizeOrCrop,
} from '../nn/pix2pixhd/preprocess.ts';
import { generatorSizes } from '../nn/pix2pixhd/size-rule.ts';
import type { RandomState } from '../random/random-state.ts';

/** The options of the original that bring an image to the network's size (spec B.7). */
export interface Scaling {
  mode: ResizeOrCrop;
  loadSize: number;
  fineSize: number;
}

/** What a crop needs not know of an image. */
interface Size {
  width: number;
  height: number;
}

/**
 * The options a model was trained with.
 * @throws CytoForgeError `bad-option` for a mode that does not exist.
 */
export function scalingOfModel(config: Pix2PixHdConfig): Scaling {
  const { resizeOrCrop, loadSize, fineSize } = config;
  return { mode: parseResizeOrCrop(resizeOrCrop), loadSize, fineSize };
}

/** Options and a crop as `preprocessImage` takes them; nothing is flipped, as in testing. */
export function preprocessingAt(
  config: Pix2PixHdConfig,
  scaling: Scaling,
  cropPosition: readonly [number, number],
): Preprocessing {
  return { ...scaling, cropPosition, flip: false, multiple: generatorSizes(config).multiple };
}

/** The same scale without a crop, so that every object of an image is seen. */
export function wholeImage(config: Pix2PixHdConfig, scaling: Scaling): Preprocessing {
  const whole = { ...scaling, fineSize: Number.POSITIVE_INFINITY };
  return preprocessingAt(config, whole, [0, 0]);
}

/**
 * Where an image is cropped, drawn as the original's `get_params` does, from NumPy's stream instead of Python's: x,
 * then y. Modes without a crop draw too.
 */
export function drawCrop(
  { mode, loadSize, fineSize }: Scaling,
  { width, height }: Size,
  random: RandomState,
): [x: number, y: number] {
  const squared = mode === 'resize_and_crop';
  const scaled = squared || mode === 'scale_width_and_crop';
  const newWidth = scaled ? loadSize : width;
  const newHeight = squared ? loadSize : scaled ? Math.trunc((loadSize * height) / width) : height;
  const draw = (side: number) => random.randint(0, Math.max(0, side - fineSize) + 1);
  return [draw(newWidth), draw(newHeight)];
}
