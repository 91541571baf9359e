import { cocoSample } from '../../dataset/coco.ts';
import { layoutFiles } from '../../dataset/layouts/layout.ts';
import type { LayoutName } from '../../dataset/layouts/layout-name.ts';
import {
  encodeSampleFiles,
  type SampleImages,
  sampleFileNames,
} from '../../dataset/sample-files.ts';

/** Bytes that a ZIP says of a file besides the file: two headers and two names. */
const ZIP_OVERHEAD = 140;
/** Recipes, annotations and tables are deflated; so much of them is left. */
const DEFLATED = 0.2;

/**
 * Bytes that one sample takes in the ZIP, by encoding it as the export does.
 * @param recipe As it stands in the manifest.
 */
export function bytesOfSample(
  sample: SampleImages,
  recipe: unknown,
  layouts: readonly LayoutName[],
): number {
  const names = sampleFileNames(0, sample.image !== null, Boolean(sample.spots));
  const files = [...encodeSampleFiles(names, sample), ...layoutFiles(layouts, 0, sample)];
  const coco = layouts.includes('coco') ? cocoSample(0, names.mask, sample.labels) : null;
  const text = JSON.stringify(recipe).length + (coco ? JSON.stringify(coco).length : 0);
  return files.reduce((sum, { data }) => sum + data.length + ZIP_OVERHEAD, DEFLATED * text);
}
