import type { DatasetFile, SampleImages } from '../sample-files.ts';
import { cellposeFiles } from './cellpose.ts';
import type { LayoutName } from './layout-name.ts';
import { imagePairFiles, labelSetFiles } from './pix2pixhd.ts';
import { styleGanFiles } from './stylegan.ts';

const WRITERS: Record<
  Exclude<LayoutName, 'coco'>,
  (index: number, sample: SampleImages) => DatasetFile[]
> = {
  cellpose: cellposeFiles,
  pix2pixhd: imagePairFiles,
  'pix2pixhd-labels': labelSetFiles,
  stylegan: styleGanFiles,
};

/** The files that the chosen layouts have of a sample. */
export function layoutFiles(
  layouts: readonly LayoutName[],
  index: number,
  sample: SampleImages,
): DatasetFile[] {
  return layouts.flatMap((layout) => (layout === 'coco' ? [] : WRITERS[layout](index, sample)));
}
