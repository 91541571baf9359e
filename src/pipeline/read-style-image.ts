import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { badImage } from '../imaging/bad-image.ts';
import type { ByteImage } from '../imaging/image.ts';
import { readIdMap } from '../imaging/read-id-map.ts';
import { readImage } from '../imaging/read-image.ts';
import type { StyleImage, StyleNotice } from './encode-styles.ts';
import { type LabelClasses, labelClasses } from './label-classes.ts';
import { makeTruth } from './make-truth.ts';
import { splitMask } from './split-mask.ts';
import { classRegions, objectsOfMaps, type StyleObjects } from './style-objects.ts';

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

/**
 * Reads a person's image and the objects in it: those of the maps that came along, or those that Otsu's threshold and
 * the watershed find. A model with features per class gets one region for each class.
 * @throws CytoForgeError `bad-image` when a file cannot be read, sizes differ or nothing is found.
 */
export function readStyleImage(
  files: StyleImage,
  manifest: Pix2PixHdManifest,
): { image: ByteImage; objects: StyleObjects; notices: StyleNotice[] } {
  const { config } = manifest;
  const { image, notices: ofFile } = readImage(files.image.bytes, files.image.name);
  const notices: StyleNotice[] = [...ofFile];
  if (image.channels < config.outputNc) notices.push('grey-repeated');
  const { instances, labels } = files;
  const classes = labelClasses(manifest);
  const map = instances && readIdMap(instances.bytes, instances.name);
  const split = map && splitMask(map);
  if (split) notices.push('mask-split');
  const given = objectsOfMaps(
    split ?? map,
    labels && readIdMap(labels.bytes, labels.name),
    config.labelNc,
    classes,
  );
  if (!given) notices.push('objects-found');
  const objects = given ?? findObjects(image, manifest, classes);
  checkSize(image, objects, instances?.name ?? labels?.name ?? files.image.name);
  return { image, objects: config.labelFeat ? classRegions(objects) : objects, notices };
}
