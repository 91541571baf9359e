import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import type { SizeRule } from './pad-to-multiple.ts';

/**
 * The sizes of a network that halves its input `halvings` times. Every reflection padding must have something to
 * reflect: the residual blocks two pixels, the outer convolutions four, these after `pooled` of the halvings.
 */
function ruleOf(halvings: number, pooled: number): SizeRule {
  return { multiple: 2 ** halvings, smallest: Math.max(2 * 2 ** halvings, 4 * 2 ** pooled) };
}

/** The sizes a generator takes: multiples of `2^nDownsampleGlobal`, times `2^nLocalEnhancers` for `local`. */
export function generatorSizes(
  config: Pick<Pix2PixHdConfig, 'netG' | 'nDownsampleGlobal' | 'nLocalEnhancers'>,
): SizeRule {
  const pooled = config.netG === 'local' ? config.nLocalEnhancers : 0;
  return ruleOf(config.nDownsampleGlobal + pooled, pooled);
}

/** The sizes an encoder takes. */
export function encoderSizes({ nDownsample }: { nDownsample: number }): SizeRule {
  return ruleOf(nDownsample, 0);
}
