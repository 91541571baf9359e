import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import type { FirFilter } from '../ops/fir-filter.ts';
import { designLowpass } from './lowpass-filter.ts';

/** The filter that follows from a layer's rates and cutoffs (spec A.4); null for a single tap. */
export function designLayerFilter(
  layer: SynthesisLayerConfig,
  side: 'up' | 'down',
): FirFilter | null {
  const isUp = side === 'up';
  return designLowpass({
    taps: isUp ? layer.upTaps : layer.downTaps,
    cutoff: isUp ? layer.inCutoff : layer.outCutoff,
    width: 2 * (isUp ? layer.inHalfWidth : layer.outHalfWidth),
    samplingRate: layer.tmpSamplingRate,
    radial: !isUp && layer.downRadial,
  });
}
