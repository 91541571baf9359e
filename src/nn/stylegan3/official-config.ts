import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import { synthesisGeometry } from './layer-geometry.ts';

/** The variants of StyleGAN3: translation, or translation and rotation. */
export type StyleGan3Variant = 't' | 'r';

/** What `train.py` gives the synthesis network of a variant (spec A.3, A.10). */
const VARIANTS = {
  t: { channelBase: 32768, channelMax: 512 },
  r: { channelBase: 65536, channelMax: 1024, convKernel: 1, useRadialFilters: true },
} as const;

const W_DIM = 512;

/** The generator that the official training makes of itself: three channels, no classes, two mapping layers. */
export function officialStyleGan3Config(
  variant: StyleGan3Variant,
  imgResolution: number,
): StyleGan3Config {
  const imgChannels = 3;
  return {
    zDim: W_DIM,
    cDim: 0,
    wDim: W_DIM,
    mappingLayers: 2,
    imgResolution,
    imgChannels,
    outputScale: 0.25,
    ...synthesisGeometry({ imgResolution, imgChannels, ...VARIANTS[variant] }),
  };
}
