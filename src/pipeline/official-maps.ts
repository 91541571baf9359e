import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import { badImage } from '../imaging/bad-image.ts';
import type { ByteImage, InstanceMap } from '../imaging/image.ts';
import { type IdMap, readIdMap } from '../imaging/read-id-map.ts';
import { readImage } from '../imaging/read-image.ts';
import {
  type Preprocessing,
  preprocessImage,
  preprocessInstances,
} from '../nn/pix2pixhd/preprocess.ts';
import type { NamedBytes } from './encode-styles.ts';

/** The files that make one image, as the original's data loader pairs them. */
export interface MapFiles {
  /** Class ids, or an image for a model without classes (`label_nc 0`). */
  labels: NamedBytes;
  instances: NamedBytes | null;
  /** A real image of the same objects, for the encoder. */
  image: NamedBytes | null;
}

/** The maps at their own size. */
export interface OfficialMaps {
  labels: ByteImage;
  instances: IdMap | null;
  image: ByteImage | null;
}

/** The maps at the network's size. */
export interface NetworkMaps {
  labels: ByteImage;
  instances: InstanceMap | null;
  /** The ids that features belong to: classes for a model of `label_feat`. */
  regions: InstanceMap | null;
  image: ByteImage | null;
}

function readClasses({ bytes, name }: NamedBytes, labelNc: number): ByteImage {
  const { width, height, data } = readIdMap(bytes, name);
  const at = data.findIndex((id) => id < 0 || id >= labelNc);
  if (at >= 0) {
    throw badImage('The label map has a class the model does not know.', {
      where: `${name}, x ${at % width}, y ${Math.trunc(at / width)}`,
      found: `class ${data[at]}`,
      expected: `0 to ${labelNc - 1}`,
      hint:
        data[at] === 255 ? 'A 0/255 mask is not a label map: write 1 where it has 255.' : undefined,
    });
  }
  return { width, height, channels: 1, data: Uint8Array.from(data) };
}

function expectSize(name: string, map: { width: number; height: number }, labels: ByteImage): void {
  if (map.width === labels.width && map.height === labels.height) return;
  throw badImage('The files of one image differ in size.', {
    where: name,
    found: `${map.width} × ${map.height}`,
    expected: `${labels.width} × ${labels.height}, as the labels`,
  });
}

/**
 * Reads the files of one image.
 * @throws CytoForgeError `bad-image` for a class that the model does not know (it says where), files of different
 * sizes, and what is no image.
 */
export function readMaps(files: MapFiles, { labelNc }: Pix2PixHdConfig): OfficialMaps {
  const labels =
    labelNc > 0
      ? readClasses(files.labels, labelNc)
      : readImage(files.labels.bytes, files.labels.name).image;
  const instances = files.instances && readIdMap(files.instances.bytes, files.instances.name);
  if (files.instances && instances) expectSize(files.instances.name, instances, labels);
  const image = files.image && readImage(files.image.bytes, files.image.name).image;
  if (files.image && image) expectSize(files.image.name, image, labels);
  return { labels, instances, image };
}

/** Levels of 8-bit files are fractions to the original, cut off where ids are wanted: only 255 is 1. */
function idsOfFeatures({ width, height, bits, data }: IdMap): InstanceMap {
  if (bits > 8) return { width, height, data };
  return { width, height, data: data.map((id) => Math.trunc(id / 255)) };
}

/** Brings the maps of one image to the network's size: images bicubic, ids nearest. */
export function scaleMaps(
  { labels, instances, image }: OfficialMaps,
  { labelNc, labelFeat }: Pix2PixHdConfig,
  steps: Preprocessing,
): NetworkMaps {
  const scaled = preprocessImage(labels, steps, labelNc > 0 ? 'nearest' : 'bicubic');
  const { width, height, data } = scaled;
  const classes = { width, height, data: Int32Array.from(data) };
  return {
    labels: scaled,
    instances: instances && preprocessInstances(instances, steps),
    regions: labelFeat
      ? classes
      : instances && preprocessInstances(idsOfFeatures(instances), steps),
    image: image && preprocessImage(image, steps),
  };
}
