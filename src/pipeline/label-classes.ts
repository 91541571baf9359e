import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';

/** What stands for background and objects in the label maps of an image model. */
export interface LabelClasses {
  background: number;
  object: number;
}

/** The classes of models that were trained on masks: no other class was ever there. */
export const MASK_CLASSES: LabelClasses = { background: 0, object: 1 };

/** The class whose styles an encoder was asked for, where that is not the first one. */
function classWithStyles(clusters: NonNullable<Pix2PixHdManifest['styleClusters']>): number {
  const known = Object.keys(clusters).map(Number);
  const objects = known.filter((label) => label > MASK_CLASSES.background);
  return objects.length === 0 || objects.includes(MASK_CLASSES.object)
    ? MASK_CLASSES.object
    : Math.min(...objects);
}

/**
 * The classes to draw a mask with. A model of many classes may be one of masks all the same, `label_nc 35` being
 * the original's default; objects are class 1 unless the model says otherwise (`defaults.objectClass`), or has
 * style clusters of other classes only.
 */
export function labelClasses({
  config,
  styleClusters = {},
  defaults = {},
}: Pick<Pix2PixHdManifest, 'config' | 'styleClusters' | 'defaults'>): LabelClasses {
  const object = defaults.objectClass ?? classWithStyles(styleClusters);
  const last = config.labelNc === 0 ? object : config.labelNc - 1;
  return { background: MASK_CLASSES.background, object: Math.min(object, last) };
}
