import type { FloatImage } from '../../imaging/image.ts';
import { medianDiameter } from '../../imaging/median-diameter.ts';
import { normalisePlanes } from '../../imaging/normalise-planes.ts';
import { resizeBilinear, resizeLabels } from '../../imaging/resize-bilinear.ts';
import type { AnnotatedImage } from '../data/annotated-image.ts';

/** The mean of an image's colours as the first of the network's planes, the others 0. */
function greyPlanes({ width, height, channels, data }: FloatImage, planes: number): FloatImage {
  const colours = channels === 2 ? 1 : Math.min(channels, 3);
  const values = new Float32Array(width * height * planes);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < colours; c++) values[i * planes] += data[i * channels + c] / colours;
  }
  return { width, height, channels: planes, data: values };
}

/** Whether an image teaches enough: official training leaves out those with fewer than five objects. */
export function hasEnoughObjects({ labels }: AnnotatedImage): boolean {
  const ids = new Set(labels.data);
  ids.delete(0);
  return ids.size >= 5;
}

/**
 * An image as CPnet sees it: percentiles normalised, and scaled so that its median object has the network's diameter.
 * @param diameter of the network in pixels
 * @param planes that the network takes
 */
export function prepareForCellpose(
  { name, image, labels }: AnnotatedImage,
  diameter: number,
  planes: number,
): AnnotatedImage {
  const scale = diameter / (medianDiameter(labels) || diameter);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const normalised = normalisePlanes(greyPlanes(image, planes));
  return {
    name,
    image: resizeBilinear(normalised, width, height),
    labels: resizeLabels(labels, width, height),
  };
}
