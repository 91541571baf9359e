import { CytoForgeError } from '../../errors.ts';
import type { ByteImage, InstanceMap } from '../../imaging/image.ts';
import { type Resampling, resizeInstanceMap, resizePillow } from '../../imaging/pillow-resize.ts';

/** The original's `--resize_or_crop`. */
export const RESIZE_MODES = [
  'resize_and_crop',
  'crop',
  'scale_width',
  'scale_width_and_crop',
  'resize',
  'none',
] as const;

/** One of them. */
export type ResizeOrCrop = (typeof RESIZE_MODES)[number];

/**
 * Reads the text of `opt.txt`.
 * @throws CytoForgeError `bad-option` for a mode that does not exist.
 */
export function parseResizeOrCrop(text: string): ResizeOrCrop {
  const mode = RESIZE_MODES.find((known) => known === text);
  if (mode) return mode;
  throw new CytoForgeError('bad-option', 'This way of resizing is not known.', {
    where: 'resize_or_crop',
    found: text,
    expected: RESIZE_MODES.join(', '),
  });
}

/** How images and maps of a pair are brought to the network's size; the same for all of a pair. */
export interface Preprocessing {
  mode: ResizeOrCrop;
  loadSize: number;
  fineSize: number;
  /** Upper left corner of the crop, `[x, y]` in pixels of the resized image. */
  cropPosition: readonly [number, number];
  flip: boolean;
  /** What both sides are rounded to with `none`: `2^nDownsampleGlobal`, times `2^nLocalEnhancers` for `local`. */
  multiple: number;
}

interface Size {
  width: number;
  height: number;
}

/** A crop beyond the edge reads zeros, as Pillow's does. */
type Step =
  | { kind: 'resize'; width: number; height: number }
  | { kind: 'crop'; x: number; y: number; side: number }
  | { kind: 'flip' };

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function resizedSize(mode: ResizeOrCrop, size: Size, loadSize: number, multiple: number): Size {
  const rounded = (side: number) => Math.trunc(roundHalfToEven(side / multiple) * multiple);
  switch (mode) {
    case 'resize':
    case 'resize_and_crop':
      return { width: loadSize, height: loadSize };
    case 'scale_width':
    case 'scale_width_and_crop':
      if (size.width === loadSize) return size;
      return { width: loadSize, height: Math.trunc((loadSize * size.height) / size.width) };
    case 'none':
      return { width: rounded(size.width), height: rounded(size.height) };
    case 'crop':
      return size;
  }
}

function planSteps(size: Size, options: Preprocessing): Step[] {
  const { mode, loadSize, fineSize, cropPosition, flip, multiple } = options;
  const resized = resizedSize(mode, size, loadSize, multiple);
  const steps: Step[] = [{ kind: 'resize', ...resized }];
  if (mode.endsWith('crop') && (resized.width > fineSize || resized.height > fineSize)) {
    steps.push({ kind: 'crop', x: cropPosition[0], y: cropPosition[1], side: fineSize });
  }
  if (flip) steps.push({ kind: 'flip' });
  return steps;
}

/** Applies crop and flip to `[H, W, C]` data; `create` makes the zeros. */
function moveStep<Data extends Uint8Array | Int32Array>(
  from: Size & { data: Data },
  channels: number,
  step: Exclude<Step, { kind: 'resize' }>,
  create: (length: number) => Data,
): Size & { data: Data } {
  const flipped = step.kind === 'flip';
  const { width, height } = flipped ? from : { width: step.side, height: step.side };
  const data = create(width * height * channels);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = flipped ? width - 1 - x : x + step.x;
      const fromY = flipped ? y : y + step.y;
      if (fromX < 0 || fromY < 0 || fromX >= from.width || fromY >= from.height) continue;
      const source = (fromY * from.width + fromX) * channels;
      for (let c = 0; c < channels; c++) {
        data[(y * width + x) * channels + c] = from.data[source + c];
      }
    }
  }
  return { width, height, data };
}

/**
 * Resizes, crops and flips an 8-bit image as the original's data loader does.
 * @param resampling `bicubic` for images, `nearest` for label maps
 */
export function preprocessImage(
  image: ByteImage,
  options: Preprocessing,
  resampling: Resampling = 'bicubic',
): ByteImage {
  const { channels } = image;
  return planSteps(image, options).reduce<ByteImage>((current, step) => {
    if (step.kind === 'resize') {
      return resizePillow(current, step.width, step.height, resampling);
    }
    const moved = moveStep(current, channels, step, (length) => new Uint8Array(length));
    return { ...moved, channels };
  }, image);
}

/** The same for an instance map, whose ids are picked, never mixed. */
export function preprocessInstances(instances: InstanceMap, options: Preprocessing): InstanceMap {
  return planSteps(instances, options).reduce<InstanceMap>((current, step) => {
    if (step.kind === 'resize') return resizeInstanceMap(current, step.width, step.height);
    return moveStep(current, 1, step, (length) => new Int32Array(length));
  }, instances);
}
