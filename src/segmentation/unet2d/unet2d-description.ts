import type { SegmenterDescription } from '../segmenter.ts';

/** UNet2D-nuclei-broad (BioImage Model Zoo): a semantic network, objects by a named step. */
export const UNET2D_DESCRIPTION: SegmenterDescription = {
  method: 'unet2d',
  weights: 'unet2d',
  usesPixelSize: false,
  parameters: [
    { kind: 'number', name: 'threshold', min: 0, max: 1, step: 0.01, default: 0.5 },
    {
      kind: 'choice',
      name: 'instance_step',
      options: ['watershed', 'components'],
      default: 'watershed',
    },
    { kind: 'number', name: 'min_size', min: 0, max: 10_000, step: 1, default: 15, unit: 'pixels' },
  ],
};
