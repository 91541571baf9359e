import type { Pix2PixHdConfig } from '../checkpoints/bundle/manifest.ts';
import type { ByteImage, InstanceMap } from '../imaging/image.ts';
import type { RenderRequest } from '../nn/pix2pixhd/generator-input.ts';
import { BACKGROUND_CLASS, type ChosenStyles, OBJECT_CLASS } from './choose-styles.ts';
import type { Truth } from './make-truth.ts';

/** Id of object k in the official instance maps, `1000 · class + k`; the background is its class. */
function officialId(id: number): number {
  return id === 0 ? BACKGROUND_CLASS : 1000 * OBJECT_CLASS + id;
}

/** Class ids 0 and 1 of a 0/255 mask. */
function classMap(mask: ByteImage): ByteImage {
  return {
    ...mask,
    data: mask.data.map((level) => (level === 0 ? BACKGROUND_CLASS : OBJECT_CLASS)),
  };
}

function featuresOf({ centres }: ChosenStyles, byClass: boolean): Map<number, readonly number[]> {
  const features = new Map<number, readonly number[]>();
  for (const [id, centre] of centres) {
    const key = byClass ? Math.sign(id) * OBJECT_CLASS : officialId(id);
    if (!features.has(key)) features.set(key, centre);
  }
  return features;
}

/**
 * What an image model is given for a sample, in the official conventions: classes 0 and 1 (or, for a model
 * without classes, the mask itself from -1 to 1), instances 0 and 1000 + k, and the styles' vectors. A model
 * with features per class takes those of the background and of the first object.
 */
export function renderRequest(
  config: Pix2PixHdConfig,
  truth: Pick<Truth, 'mask' | 'labels'>,
  styles: ChosenStyles,
): RenderRequest {
  const { width, height, data } = truth.labels;
  const instances: InstanceMap = { width, height, data: Int32Array.from(data, officialId) };
  return {
    labels: config.labelNc === 0 ? truth.mask : classMap(truth.mask),
    instances,
    features: featuresOf(styles, config.labelFeat),
  };
}
