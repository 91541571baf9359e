import { encodeGreyPng, encodeImagePng, encodeLabelPng } from '../../imaging/encode-png.ts';
import type { ByteImage } from '../../imaging/image.ts';
import type { DatasetFile, SampleImages } from '../sample-files.ts';

const stemOf = (index: number) => String(index).padStart(6, '0');

/** Classes of a mask: 0 outside, 1 in cells, 2 in their nuclei. */
function classesOfMask({ mask, nuclei }: SampleImages): ByteImage {
  const data = mask.data.map((level, at) => {
    if (level === 0) return 0;
    return nuclei && nuclei.data[at] !== 0 ? 2 : 1;
  });
  return { ...mask, data };
}

/** The folders that pix2pixHD trains on with `--label_nc 0 --no_instance`: `train_A` masks, `train_B` images. */
export function imagePairFiles(index: number, sample: SampleImages): DatasetFile[] {
  const files = [
    { name: `pix2pixhd/train_A/${stemOf(index)}.png`, data: encodeGreyPng(sample.mask) },
  ];
  if (sample.image) {
    const data = encodeImagePng(sample.image);
    files.push({ name: `pix2pixhd/train_B/${stemOf(index)}.png`, data });
  }
  return files;
}

/**
 * The folders that pix2pixHD trains on with classes and instances: `train_label` (8-bit classes), `train_inst` (16-bit
 * ids) and `train_img`.
 */
export function labelSetFiles(index: number, sample: SampleImages): DatasetFile[] {
  const folder = (name: string) => `pix2pixhd-labels/${name}/${stemOf(index)}.png`;
  const files = [
    { name: folder('train_label'), data: encodeGreyPng(classesOfMask(sample)) },
    { name: folder('train_inst'), data: encodeLabelPng(sample.labels) },
  ];
  if (sample.image) files.push({ name: folder('train_img'), data: encodeImagePng(sample.image) });
  return files;
}
