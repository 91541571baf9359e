import type { SegmenterDescription, SegmenterParameter } from '../segmenter.ts';

const FOREGROUND: readonly SegmenterParameter[] = [
  {
    kind: 'number',
    name: 'gaussian_sigma',
    min: 0,
    max: 20,
    step: 0.1,
    default: 1,
    unit: 'pixels',
  },
  { kind: 'flag', name: 'fill_holes', default: true },
  { kind: 'number', name: 'min_size', min: 0, max: 10_000, step: 1, default: 15, unit: 'pixels' },
];

/** The simplest baseline: what is brighter than Otsu's threshold, each connected piece an object. */
export const OTSU_DESCRIPTION: SegmenterDescription = {
  method: 'otsu',
  weights: null,
  usesPixelSize: false,
  parameters: FOREGROUND,
};

/** The same foreground, its pieces cut at their necks by a watershed of the distance to the background. */
export const OTSU_WATERSHED_DESCRIPTION: SegmenterDescription = {
  method: 'otsu-watershed',
  weights: null,
  usesPixelSize: false,
  parameters: [
    ...FOREGROUND,
    {
      kind: 'number',
      name: 'neck_depth',
      min: 0.01,
      max: 1,
      step: 0.01,
      default: 0.1,
      unit: 'share',
    },
  ],
};
