import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import type { ByteImage, InstanceMap } from '../imaging/image.ts';
import { NUCLEUS_LEVEL } from '../imaging/mask-from-labels.ts';
import type { RenderRequest } from '../nn/pix2pixhd/generator-input.ts';
import type { ChosenStyles } from './choose-styles.ts';
import { type LabelClasses, MASK_CLASSES } from './label-classes.ts';
import type { Truth } from './make-truth.ts';

/** Id of object k in the official instance maps, `1000 · class + k`; the background is its class. */
function officialId(id: number, { background, object }: LabelClasses): number {
  return id === 0 ? background : 1000 * object + id;
}

/** Class ids of a mask: nuclei are the class after that of cells, where the model has one. */
function classMap(
  mask: ByteImage,
  { background, object }: LabelClasses,
  labelNc: number,
): ByteImage {
  const nucleus = Math.min(object + 1, labelNc - 1);
  const classOf = (level: number) => (level === NUCLEUS_LEVEL ? nucleus : object);
  return {
    ...mask,
    data: mask.data.map((level) => (level === 0 ? background : classOf(level))),
  };
}

function featuresOf(
  { centres }: ChosenStyles,
  regionOf: (id: number) => number,
): Map<number, readonly number[]> {
  const features = new Map<number, readonly number[]>();
  for (const [id, centre] of centres) {
    const region = regionOf(id);
    if (!features.has(region)) features.set(region, centre);
  }
  return features;
}

/**
 * What an image model is given for a sample, in the official conventions: class ids (or, for a model without
 * classes, the mask itself from -1 to 1), instances 0 and 1000 · class + k, and the styles' vectors. A model with
 * features by label takes those of the background and of the first object.
 */
export function renderRequest(
  config: Pix2PixHdConfig,
  truth: Pick<Truth, 'mask' | 'labels'>,
  styles: ChosenStyles,
  classes: LabelClasses = MASK_CLASSES,
): RenderRequest {
  const { width, height, data } = truth.labels;
  const instanceOf = (id: number) => officialId(id, classes);
  const levels: LabelClasses = { background: 0, object: 255 };
  const labelOf = config.labelNc === 0 ? levels : classes;
  const byLabel = (id: number) => (id === 0 ? labelOf.background : labelOf.object);
  const ids = new Int32Array(data.length);
  for (let at = 0; at < ids.length; at++) ids[at] = instanceOf(data[at]);
  const instances: InstanceMap = { width, height, data: ids };
  return {
    labels: config.labelNc === 0 ? truth.mask : classMap(truth.mask, classes, config.labelNc),
    instances,
    features: featuresOf(styles, config.labelFeat ? byLabel : instanceOf),
  };
}
