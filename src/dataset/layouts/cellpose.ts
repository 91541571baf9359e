import { encodeImageTiff, encodeLabelTiff } from '../../imaging/encode-tiff.ts';
import type { DatasetFile, SampleImages } from '../sample-files.ts';

/**
 * Cellpose's training folder: `NNNNNN_img.tif` (8-bit, the mask where there is no image) and `NNNNNN_masks.tif`
 * (16-bit ids, 0 is background), as `--mask_filter _masks --img_filter _img` reads them.
 */
export function cellposeFiles(index: number, sample: SampleImages): DatasetFile[] {
  const stem = `cellpose/${String(index).padStart(6, '0')}`;
  return [
    { name: `${stem}_img.tif`, data: encodeImageTiff(sample.image ?? sample.mask) },
    { name: `${stem}_masks.tif`, data: encodeLabelTiff(sample.labels) },
  ];
}
