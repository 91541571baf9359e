import { badImage } from '../../imaging/bad-image.ts';
import { compactLabels } from '../../imaging/filter-labels.ts';
import { LARGEST_ID } from '../../imaging/label-components.ts';
import type { Segmentation } from '../segmenter.ts';
import type { ThresholdOutcome } from './threshold-image.ts';

/**
 * Objects as a segmenter gives them: numbered without gaps, each with a score of 1, for CellProfiler has none.
 * @param labels `[H, W]`.
 * @throws CytoForgeError `bad-image` when there are more than 65,535.
 */
export function segmentationOfLabels(
  labels: Int32Array,
  width: number,
  height: number,
  facts: Segmentation['facts'],
): Segmentation {
  const compact = compactLabels(labels);
  if (compact.count > LARGEST_ID) {
    throw badImage('The image has too many objects.', {
      found: String(compact.count),
      expected: `at most ${LARGEST_ID}`,
      hint: 'Raise the threshold or use a smaller image.',
    });
  }
  return {
    labels: { width, height, data: Uint16Array.from(compact.labels) },
    scores: new Float32Array(compact.count).fill(1),
    facts,
  };
}

/** The threshold that was applied, or the mean of those of all pixels. */
export function thresholdFact({ final }: Pick<ThresholdOutcome, 'final'>): number {
  if (typeof final === 'number') return final;
  return final.reduce((sum, value) => sum + value, 0) / final.length;
}
