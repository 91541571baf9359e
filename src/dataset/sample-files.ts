import { encodeGreyPng, encodeLabelPng, encodeRgbPng } from '../imaging/encode-png.ts';
import type { ByteImage, LabelImage } from '../imaging/image.ts';
import type { InstanceShape } from '../imaging/instance-statistics.ts';
import type { Spot } from '../imaging/spots/spot.ts';
import type { SampleFileNames } from './dataset-manifest.ts';
import { spotTable } from './spot-table.ts';
import type { DatasetEntry } from './zip-writer.ts';

/** What of a sample goes into a data set, all of one size. */
export interface SampleImages {
  /** 0 or 255. */
  mask: ByteImage;
  labels: LabelImage;
  /** Grey or RGB; null for masks only. */
  image: ByteImage | null;
  /** Not 0 in the nuclei of cells; null or absent where they are not told apart. */
  nuclei?: ByteImage | null;
  /** Shapes and styles of the objects, where they are known; measured when absent. */
  instances?: readonly (InstanceShape & { cluster: number | null })[];
  /** Null or absent without spots. */
  spots?: { list: readonly Spot[]; mask: ByteImage } | null;
}

/** A file whose bytes are known. */
export interface DatasetFile extends DatasetEntry {
  data: Uint8Array;
}

/** The names of a sample's files: `masks/000042.png` and its like. */
export function sampleFileNames(
  index: number,
  hasImage: boolean,
  hasSpots = false,
): SampleFileNames {
  const number = String(index).padStart(6, '0');
  const names: SampleFileNames = {
    mask: `masks/${number}.png`,
    labels: `labels/${number}.png`,
    image: hasImage ? `images/${number}.png` : null,
  };
  if (!hasSpots) return names;
  return { ...names, spots: `spots/${number}.png`, spotTable: `spots/${number}.csv` };
}

/**
 * The files of one sample: mask and point mask 8 bit grey, labels 16 bit grey, image 8 bit grey or RGB, and the table of
 * spots.
 */
export function encodeSampleFiles(names: SampleFileNames, sample: SampleImages): DatasetFile[] {
  const files: DatasetFile[] = [
    { name: names.mask, data: encodeGreyPng(sample.mask) },
    { name: names.labels, data: encodeLabelPng(sample.labels) },
  ];
  if (names.image && sample.image) {
    const encode = sample.image.channels === 1 ? encodeGreyPng : encodeRgbPng;
    files.push({ name: names.image, data: encode(sample.image) });
  }
  if (names.spots && names.spotTable && sample.spots) {
    files.push({ name: names.spots, data: encodeGreyPng(sample.spots.mask) });
    const table = new TextEncoder().encode(spotTable(sample.spots.list));
    files.push({ name: names.spotTable, data: table });
  }
  return files;
}
