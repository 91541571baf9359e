import type { SegmenterDescription } from '../segmenter.ts';

const pixels = (name: string, min: number, max: number, value: number) =>
  ({ kind: 'number', name, min, max, step: 1, default: value, unit: 'pixels' }) as const;

/**
 * Mesmer (DeepCell). Parameters have the names of `deep_watershed`; of those that are Mesmer's own, `compartment` `auto` is
 * the model's first one, channel 0 is the mean of all for nuclei and none for the membrane, `image_mpp` 0 takes the
 * image's own pixel size, `maxima_threshold` 0 is 0.075 for whole cells and 0.1 for nuclei, and `swap_outputs` is for
 * converted models whose outputs came back in another order.
 */
export const MESMER_DESCRIPTION: SegmenterDescription = {
  method: 'mesmer',
  weights: 'mesmer',
  usesPixelSize: true,
  parameters: [
    {
      kind: 'choice',
      name: 'compartment',
      options: ['auto', 'whole-cell', 'nuclear'],
      default: 'auto',
    },
    { kind: 'number', name: 'nuclear_channel', min: 0, max: 16, step: 1, default: 0 },
    { kind: 'number', name: 'membrane_channel', min: 0, max: 16, step: 1, default: 0 },
    {
      kind: 'number',
      name: 'image_mpp',
      min: 0,
      max: 50,
      step: 0.01,
      default: 0,
      unit: 'microns',
    },
    { kind: 'number', name: 'maxima_threshold', min: 0, max: 1, step: 0.005, default: 0 },
    {
      kind: 'choice',
      name: 'maxima_algorithm',
      options: ['h_maxima', 'peak_local_max'],
      default: 'h_maxima',
    },
    { ...pixels('maxima_smooth', 0, 20, 0), step: 0.5 },
    { kind: 'number', name: 'interior_threshold', min: 0, max: 1, step: 0.01, default: 0.2 },
    { ...pixels('interior_smooth', 0, 20, 2), step: 0.5 },
    pixels('radius', 1, 30, 2),
    pixels('small_objects_threshold', 0, 10_000, 15),
    pixels('fill_holes_threshold', 0, 10_000, 15),
    pixels('pixel_expansion', 0, 30, 0),
    pixels('label_erosion', 0, 30, 0),
    { kind: 'flag', name: 'swap_outputs', default: false },
  ],
};
