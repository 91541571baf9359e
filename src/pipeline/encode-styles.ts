import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { badImage } from '../imaging/bad-image.ts';
import type { ByteImage, InstanceMap, LabelImage } from '../imaging/image.ts';
import { readIdMap } from '../imaging/read-id-map.ts';
import { type ImageNotice, readImage } from '../imaging/read-image.ts';
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
import { type LabelClasses, labelClasses } from './label-classes.ts';
import { makeTruth } from './make-truth.ts';
import type { ModelReference } from './recipe.ts';
import { type Scaling, scalingOfModel, wholeImage } from './scaling.ts';
import { classRegions, objectsOfMaps, type StyleObjects } from './style-objects.ts';

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

/** Smallest object looked for in a person's image, in pixels, where the model proposes none. */
const SMALLEST_OBJECT = 30;

function findObjects(
  image: ByteImage,
  { defaults = {} }: Pix2PixHdManifest,
  { background, object }: LabelClasses,
): StyleObjects {
  const truth = {
    threshold: 'otsu',
    fillHoles: true,
    split: 'watershed',
    smallestObject: defaults.smallestObject ?? SMALLEST_OBJECT,
  } as const;
  const { width, height } = image;
  const { labels, instances } = makeTruth(image, truth, { width, height, resampling: 'nearest' });
  if (instances.length === 0) {
    throw badImage('No objects were found in the image.', {
      found: `nothing of ${truth.smallestObject} pixels or more above Otsu's threshold`,
      expected: 'bright cells on a dark background',
      hint: 'Give an instance map along with the image.',
    });
  }
  const map = { width, height, data: Int32Array.from(labels.data) };
  return { map, labelOf: (id) => (id === 0 ? background : object) };
}

function checkSize(image: ByteImage, { map }: StyleObjects, name: string): void {
  if (map.width === image.width && map.height === image.height) return;
  throw badImage('Image and map differ in size.', {
    where: name,
    found: `${map.width} × ${map.height}`,
    expected: `${image.width} × ${image.height}`,
  });
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

function numberObjects(map: InstanceMap, ids: readonly number[]): LabelImage {
  const numbers = new Map(ids.map((id, at) => [id, at + 1]));
  const { width, height, data } = map;
  return { width, height, data: Uint16Array.from(data, (id) => numbers.get(id) ?? 0) };
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
  const { image: read, notices: ofFile } = readImage(request.image.bytes, request.image.name);
  const notices: StyleNotice[] = [...ofFile];
  if (read.channels < config.outputNc) notices.push('grey-repeated');
  const { instances, labels, crop } = request;
  const classes = labelClasses(manifest);
  const given = objectsOfMaps(
    instances && readIdMap(instances.bytes, instances.name),
    labels && readIdMap(labels.bytes, labels.name),
    config.labelNc,
    classes,
  );
  if (!given) notices.push('objects-found');
  const found = given ?? findObjects(read, manifest, classes);
  const objects = config.labelFeat ? classRegions(found) : found;
  checkSize(read, objects, instances?.name ?? labels?.name ?? request.image.name);

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
  const objectIds = [...features.keys()].filter((id) => objects.labelOf(id) !== classes.background);
  const numbers = new Map(objectIds.map((id, at) => [id, at + 1]));
  const styles = [...features].map(([id, feature]): InstanceStyle => {
    const area = areas.get(id) ?? 0;
    const label = objects.labelOf(id);
    return { id: numbers.get(id) ?? 0, label, area, share: area / unit, feature };
  });
  const { name } = request.image;
  return { name, image, labels: numberObjects(map, objectIds), styles, notices };
}
