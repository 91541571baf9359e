import { gaussianBlur } from '../../imaging/gaussian-blur.ts';
import type { FloatImage } from '../../imaging/image.ts';
import type { RandomState } from '../../random/random-state.ts';
import type { AnnotatedImage } from './annotated-image.ts';
import type { Augmentation } from './augmentation.ts';
import { type Affine, sampleBilinear, sampleNearest } from './sample-affine.ts';

function angleOf(rotation: Augmentation['rotation'], random: RandomState): number {
  if (rotation === 'any') return random.uniform(0, 2 * Math.PI);
  return rotation === 'quarter' ? (random.randint(0, 4) * Math.PI) / 2 : 0;
}

/** Where the middle of a window of `side` pixels may lie along an axis of `length`; its middle if it is larger. */
function middleOf(length: number, side: number, random: RandomState): number {
  const room = Math.max(0, length - side);
  const start = room > 0 ? random.uniform(0, room) : (length - side) / 2;
  return start + side / 2 - 0.5;
}

/** Quarter turns at scale 1 move pixels to pixels: their middles must not lie between. */
function drawAffine(
  { width, height }: FloatImage,
  { size, rotation, flips, scale }: Augmentation,
  random: RandomState,
): Affine {
  const enlargement = random.uniform(scale[0], scale[1]);
  const angle = angleOf(rotation, random);
  const mirror = flips && random.randint(0, 2) === 1 ? -1 : 1;
  const side = size / enlargement;
  const centre = { x: middleOf(width, side, random), y: middleOf(height, side, random) };
  const isExact = enlargement === 1 && rotation !== 'any';
  const snap = (value: number) => Math.round(value - size / 2 + 0.5) + size / 2 - 0.5;
  const quarters = (value: number) => (isExact ? Math.round(value) : value);
  const cosine = quarters(Math.cos(angle)) / enlargement;
  const sine = quarters(Math.sin(angle)) / enlargement;
  return {
    x: isExact ? snap(centre.x) : centre.x,
    y: isExact ? snap(centre.y) : centre.y,
    xx: cosine * mirror,
    xy: -sine,
    yx: sine * mirror,
    yy: cosine,
  };
}

function blurred(image: FloatImage, sigma: number): FloatImage {
  const { width, height, channels, data } = image;
  const result = new Float32Array(data.length);
  const plane = new Float32Array(width * height);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < plane.length; i++) plane[i] = data[i * channels + c];
    const soft = gaussianBlur(plane, width, height, sigma);
    for (let i = 0; i < plane.length; i++) result[i * channels + c] = soft[i];
  }
  return { ...image, data: result };
}

/**
 * Draws an example of `size` × `size` pixels from an image: a random place, turned, mirrored, scaled, brighter or
 * darker, blurred. Beyond its borders the image is mirrored. The same stream gives the same example.
 */
export function drawExample(
  { name, image, labels }: AnnotatedImage,
  augmentation: Augmentation,
  random: RandomState,
): AnnotatedImage {
  const { size, gain, offset, largestBlur } = augmentation;
  const affine = drawAffine(image, augmentation, random);
  const factor = random.uniform(gain[0], gain[1]);
  const summand = random.uniform(offset[0], offset[1]);
  const sigma = random.randint(0, 2) * random.uniform(0, largestBlur);
  const crop = sampleBilinear(image, affine, size);
  const soft = sigma > 0 ? blurred(crop, sigma) : crop;
  const data = soft.data.map((value) => value * factor + summand);
  return { name, image: { ...soft, data }, labels: sampleNearest(labels, affine, size) };
}
