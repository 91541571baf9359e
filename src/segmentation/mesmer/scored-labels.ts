import { badImage } from '../../imaging/bad-image.ts';
import { compactLabels } from '../../imaging/filter-labels.ts';
import type { LabelImage } from '../../imaging/image.ts';
import { LARGEST_ID } from '../../imaging/label-components.ts';
import { meanByObject } from '../instances/mean-by-object.ts';

/** Labels in another size, by the nearest pixels. */
function resizeLabels(labels: LabelImage, width: number, height: number): LabelImage {
  if (labels.width === width && labels.height === height) return labels;
  const columns = Int32Array.from({ length: width }, (_, x) =>
    Math.floor(((x + 0.5) * labels.width) / width),
  );
  const data = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * labels.height) / height) * labels.width;
    for (let x = 0; x < width; x++) data[y * width + x] = labels.data[row + columns[x]];
  }
  return { width, height, data };
}

/**
 * Labels of the network's scale brought to the image's size, each with the mean of `interior` over it. Objects that the
 * smaller size has no pixel for are gone.
 * @param labels `[H', W']`, 1 … count, of the width of the maps
 * @param interior `[H', W']`
 * @throws CytoForgeError `bad-image` for more objects than a label map can hold.
 */
export function scoredLabels(
  { labels, count }: { labels: Int32Array; count: number },
  interior: Float32Array,
  from: { width: number; height: number },
  to: { width: number; height: number },
): { labels: LabelImage; scores: Float32Array } {
  if (count > LARGEST_ID) {
    throw badImage('The mask has too many objects.', {
      found: String(count),
      expected: `at most ${LARGEST_ID}`,
      hint: 'Raise the threshold or use a smaller image.',
    });
  }
  const found = { ...from, data: Uint16Array.from(labels) };
  const scores = meanByObject(found, interior);
  const resized = resizeLabels(found, to.width, to.height);
  const ids = Int32Array.from(resized.data);
  const present = new Set(ids);
  return {
    labels: { ...to, data: Uint16Array.from(compactLabels(ids).labels) },
    scores: scores.filter((_, i) => present.has(i + 1)),
  };
}
