import { figuresOf } from '../../../evaluation/figures.ts';
import type { ImageEvaluation } from '../../../evaluation/image-evaluation.ts';

/** TP / (TP + FP + FN) of an image at an IoU of 0.5; null where there is nothing and nothing was found. */
export function averagePrecision({ counts }: ImageEvaluation): number | null {
  return figuresOf(counts).ap50;
}
