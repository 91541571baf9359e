import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import type { ByteImage, InstanceMap, LabelImage } from '../imaging/image.ts';
import type { ImageNotice } from '../imaging/read-image.ts';
import { estimateEncodeBytes } from '../nn/pix2pixhd/estimate-memory.ts';
import { normaliseImage } from '../nn/pix2pixhd/input-maps.ts';
import type { Pix2PixHd } from '../nn/pix2pixhd/load-pix2pixhd.ts';
import { paddedSide, type SizeRule } from '../nn/pix2pixhd/pad-to-multiple.ts';
import {
  type Preprocessing,
  preprocessImage,
  preprocessInstances,
} from '../nn/pix2pixhd/preprocess.ts';
import { encodeFeatures } from '../nn/pix2pixhd/render-image.ts';
import { encoderSizes } from '../nn/pix2pixhd/size-rule.ts';
import { labelClasses } from './label-classes.ts';
import { readStyleImage } from './read-style-image.ts';
import type { ModelReference } from './recipe.ts';
import { type Scaling, scalingOfModel, wholeImage } from './scaling.ts';

/** A file as a person gave it. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** An image whose styles are wanted, with what is known of its objects. */
export interface StyleImage {
  image: NamedBytes;
  instances: NamedBytes | null;
  labels: NamedBytes | null;
}

/** What the networks' worker is asked to encode. */
export interface EncodeRequest extends StyleImage {
  imageModel: ModelReference;
  /** Null: the whole image at the model's own scale. */
  crop: (Scaling & { position: [x: number, y: number] }) | null;
}

/** What was done to an image on the way to its styles. */
export type StyleNotice =
  | ImageNotice
  /** The encoder reads RGB: grey was repeated. */
  | 'grey-repeated'
  /** The map is a mask of 0 and 255: the watershed told its objects apart. */
  | 'mask-split'
  /** No map came along: Otsu's threshold and the watershed found the objects. */
  | 'objects-found'
  /** The image was brought to the size the model was trained at. */
  | 'scaled-to-model'
  /** The size is no multiple of what the encoder halves: edges were mirrored, and cut off again. */
  | 'padded';

/** The style of one object, or of the background. */
export interface InstanceStyle {
  /** Id in `labels`: 0 for what is background. */
  id: number;
  /** Its class. */
  label: number;
  /** Pixels. */
  area: number;
  /** The original's measure: the area over a 32nd of the image. */
  share: number;
  /** The encoder's output averaged over the instance, `[featNum]`. */
  feature: number[];
}

/** An image, the objects in it and the style of each. */
export interface EncodedImage {
  name: string;
  /** As the encoder saw it, grey where the file is. */
  image: ByteImage;
  /** Objects from 1, in the order of their ids; 0 is the background. */
  labels: LabelImage;
  styles: InstanceStyle[];
  notices: StyleNotice[];
}

/** The original's unit of area; of a model that was trained on crops, that of a crop. */
function areaUnit({ width, height }: ByteImage, { mode, fineSize }: Scaling): number {
  const limit = mode.endsWith('crop') ? fineSize : Number.POSITIVE_INFINITY;
  return Math.trunc((Math.min(width, limit) * Math.min(height, limit)) / 32);
}

/** Whether an image is mirrored at its edges to a size that a network takes. */
function isPadded({ width, height }: ByteImage, sizes: SizeRule): boolean {
  return paddedSide(width, sizes) !== width || paddedSide(height, sizes) !== height;
}

function areasOf({ data }: InstanceMap): Map<number, number> {
  const areas = new Map<number, number>();
  for (const id of data) areas.set(id, (areas.get(id) ?? 0) + 1);
  return areas;
}

/**
 * The style of every object of an image, and of its background: the encoder's output averaged over it.
 * @param manifest Of the model, for its options.
 * @param checkBytes Throws when the encoder's maps do not fit in memory.
 * @throws CytoForgeError `bad-image` when a file cannot be read, sizes differ or nothing is found; `unsupported` for a
 * model without an encoder; `bad-option` for options it cannot have; `cancelled`.
 */
export async function encodeStyles(
  request: Omit<EncodeRequest, 'imageModel'>,
  manifest: Pix2PixHdManifest,
  model: Pix2PixHd,
  checkBytes: (needed: number) => void,
  signal?: AbortSignal,
): Promise<EncodedImage> {
  const { config } = manifest;
  const { crop } = request;
  const { image: read, objects, notices } = readStyleImage(request, manifest);
  const scaling = crop ?? scalingOfModel(config);
  const steps: Preprocessing = crop
    ? { ...wholeImage(config, crop), fineSize: crop.fineSize, cropPosition: crop.position }
    : wholeImage(config, scaling);
  const image = preprocessImage(read, steps);
  const map = preprocessInstances(objects.map, steps);
  if (!crop && (image.width !== read.width || image.height !== read.height)) {
    notices.push('scaled-to-model');
  }
  if (config.encoder && isPadded(image, encoderSizes(config.encoder))) notices.push('padded');

  checkBytes(estimateEncodeBytes(config, image.width, image.height));
  const input = normaliseImage(image, config.outputNc);
  const features = await encodeFeatures(model, input, map, signal);
  const areas = areasOf(map);
  const unit = areaUnit(image, scaling);
  const { background } = labelClasses(manifest);
  const objectIds = [...features.keys()].filter((id) => objects.labelOf(id) !== background);
  const numbers = new Map(objectIds.map((id, at) => [id, at + 1]));
  const numberOf = (id: number) => numbers.get(id) ?? 0;
  const styles = [...features].map(([id, feature]): InstanceStyle => {
    const area = areas.get(id) ?? 0;
    return { id: numberOf(id), label: objects.labelOf(id), area, share: area / unit, feature };
  });
  const labels = { ...map, data: Uint16Array.from(map.data, numberOf) };
  return { name: request.image.name, image, labels, styles, notices };
}
