import type { SegmenterDescription } from '../segmenter.ts';

/** Colours of an image that Cellpose segments: all of them, or one. */
export const CHANNELS = ['grey', 'red', 'green', 'blue'] as const;

/** Colours that the nuclei may be in, beside the channel to segment. */
export const NUCLEI_CHANNELS = ['none', 'red', 'green', 'blue'] as const;

/** Classic Cellpose; names and defaults of `CellposeModel.eval` in version 3. */
export const CELLPOSE_DESCRIPTION: SegmenterDescription = {
  method: 'cellpose',
  weights: 'cellpose',
  usesPixelSize: false,
  parameters: [
    // 0: estimated from the image.
    { kind: 'number', name: 'diameter', min: 0, max: 2000, step: 1, default: 0, unit: 'pixels' },
    { kind: 'choice', name: 'chan', options: CHANNELS, default: 'grey' },
    { kind: 'choice', name: 'chan2', options: NUCLEI_CHANNELS, default: 'none' },
    { kind: 'flag', name: 'invert', default: false },
    { kind: 'number', name: 'flow_threshold', min: 0, max: 4, step: 0.05, default: 0.4 },
    { kind: 'number', name: 'cellprob_threshold', min: -20, max: 20, step: 0.5, default: 0 },
    {
      kind: 'number',
      name: 'min_size',
      min: 0,
      max: 100_000,
      step: 1,
      default: 15,
      unit: 'pixels',
    },
    {
      kind: 'number',
      name: 'max_size_fraction',
      min: 0,
      max: 1,
      step: 0.05,
      default: 0.4,
      unit: 'share',
    },
    // 0: as many as the size of the objects asks for.
    { kind: 'number', name: 'niter', min: 0, max: 10_000, step: 10, default: 0 },
    { kind: 'flag', name: 'resample', default: true },
    { kind: 'flag', name: 'interp', default: true },
    { kind: 'flag', name: 'augment', default: false },
    {
      kind: 'number',
      name: 'tile_overlap',
      min: 0.05,
      max: 0.5,
      step: 0.05,
      default: 0.1,
      unit: 'share',
    },
    { kind: 'number', name: 'bsize', min: 64, max: 1024, step: 16, default: 224, unit: 'pixels' },
    { kind: 'number', name: 'batch_size', min: 1, max: 64, step: 1, default: 8 },
  ],
};
