import type { SegmenterDescription } from '../segmenter.ts';

/**
 * U²-Net and U²-NetP: a semantic network, objects by a named step that is not the authors'. An `input_size` of 0 is the one
 * that the weights come with.
 */
export const U2NET_DESCRIPTION: SegmenterDescription = {
  method: 'u2net',
  weights: 'u2net',
  usesPixelSize: false,
  parameters: [
    {
      ...{ kind: 'number', name: 'input_size', min: 0, max: 2048, step: 32, default: 0 },
      unit: 'pixels',
    },
    { kind: 'flag', name: 'stretch', default: true },
    {
      kind: 'choice',
      name: 'threshold_method',
      options: ['fixed', 'otsu'],
      default: 'fixed',
    },
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
