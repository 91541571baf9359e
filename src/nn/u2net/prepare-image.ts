import type { FloatImage } from '../../imaging/image.ts';
import { resizeValues } from '../../imaging/resize-values.ts';

/** Means and deviations of ImageNet's colours, of images up to 1. */
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];

/** Where the three channels of the network's input come from: colours, or the mean of one or two planes. */
function threePlanes({ channels, data }: FloatImage): Float32Array {
  const pixels = data.length / channels;
  const planes = new Float32Array(pixels * 3);
  for (let i = 0; i < pixels; i++) {
    const at = i * channels;
    const grey = channels === 2 ? (data[at] + data[at + 1]) / 2 : data[at];
    for (let c = 0; c < 3; c++) planes[i * 3 + c] = channels < 3 ? grey : data[at + c];
  }
  return planes;
}

/**
 * An image as U²-Net wants it (`RescaleT` and `ToTensorLab(flag=0)` of `data_loader.py`): resized to a square whatever
 * its shape, divided by its largest value, less ImageNet's means. A single plane goes into all three channels, each time
 * with the mean and deviation of red, as there. An image of zeros is not divided.
 * @param image `[H, W, C]`; an alpha channel is left out, two planes are averaged.
 * @returns `[size, size, 3]`
 */
export function prepareForU2Net(image: FloatImage, size: number): FloatImage {
  const resized = resizeValues(image, size, size, { edges: 'constant' });
  const planes = threePlanes(resized);
  const largest = planes.reduce((most, value) => Math.max(most, value), 0);
  const data = planes.map((value, i) => {
    const c = image.channels >= 3 ? i % 3 : 0;
    return ((largest > 0 ? value / largest : 0) - MEANS[c]) / DEVIATIONS[c];
  });
  return { width: size, height: size, channels: 3, data };
}
