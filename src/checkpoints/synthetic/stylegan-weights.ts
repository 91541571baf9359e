import type { StyleGan3Config, SynthesisLayerConfig } from '../bundle/manifest.ts';
import { elementsOf } from '../torch/write-torch.ts';
import { nearNormal } from './near-normal.ts';

/** The numbers of one tensor of a made-up network, `shape` in C order. */
export type WeightValues = (name: string, shape: readonly number[]) => Float32Array;

/** Taps of a layer's filter, which a made-up StyleGAN3 snapshot stores as the official one does. */
export type FilterTaps = (layer: SynthesisLayerConfig, side: 'up' | 'down') => Float32Array;

/** Buffers of the official modules; everything else in a state dict is a parameter (spec A.7). */
const BUFFER =
  /(^|\.)(transform|freqs|phases|magnitude_ema|up_filter|down_filter|w_avg|resample_filter|noise_const)$/;

/** Whether the official module registers this tensor as a buffer, not as a parameter. */
export function isBuffer(name: string): boolean {
  return BUFFER.test(name);
}

const MAPPING_LR_MULTIPLIER = 0.01;
const BINOMIAL = [1, 3, 3, 1];

/** `[4, 4]`, summing to 1, or its row. */
function resampleFilter(shape: readonly number[]): Float32Array {
  const row = BINOMIAL.map((tap) => tap / 8);
  return Float32Array.from(shape.length === 1 ? row : row.flatMap((y) => row.map((x) => x * y)));
}

function constants(name: string, shape: readonly number[]): Float32Array | null {
  const filled = (value: number) => new Float32Array(elementsOf(shape)).fill(value);
  if (name.endsWith('.transform')) return Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  if (name === 'synthesis.input.affine.weight') return filled(0);
  if (name === 'synthesis.input.affine.bias') return Float32Array.of(1, 0, 0, 0);
  if (name.endsWith('.affine.bias') || name.endsWith('.magnitude_ema')) return filled(1);
  if (name.endsWith('.noise_strength')) return filled(0.1);
  if (name.endsWith('.resample_filter')) return resampleFilter(shape);
  return null;
}

function deviationOf(name: string): number {
  if (/(^|\.)mapping\..*\.weight$/.test(name)) return 1 / MAPPING_LR_MULTIPLIER;
  if (name.endsWith('.bias') || name.endsWith('.w_avg')) return 0.1;
  return 1;
}

/**
 * The official initialisation (spec A.2, A.5, A.6, A.8), with small biases in place of zeros: activations keep their
 * size from layer to layer, so a network of these weights draws finite textures.
 */
export function initialWeight(name: string, shape: readonly number[]): Float32Array {
  return constants(name, shape) ?? nearNormal(name, elementsOf(shape), deviationOf(name));
}

/** Frequencies inside the band: `f * bandwidth / (r * exp(r^2)^0.25)` (spec A.5). */
function initialFrequencies(name: string, channels: number, bandwidth: number): Float32Array {
  const values = nearNormal(name, 2 * channels, 1);
  for (let i = 0; i < channels; i++) {
    const radius = Math.hypot(values[2 * i], values[2 * i + 1]) || 1;
    const factor = bandwidth / (radius * Math.exp(radius ** 2) ** 0.25);
    values[2 * i] *= factor;
    values[2 * i + 1] *= factor;
  }
  return values;
}

/**
 * As `initialWeight`, with StyleGAN3's own frequencies, phases and filters.
 * @param taps Of the filters, which follow from the layer's rates and cutoffs.
 */
export function styleGan3Weights(config: StyleGan3Config, taps: FilterTaps): WeightValues {
  const layers = new Map(config.layers.map((layer) => [`synthesis.${layer.name}`, layer]));
  return (name, shape) => {
    const filter = /^(.*)\.(up|down)_filter$/.exec(name);
    const layer = filter && layers.get(filter[1]);
    if (layer) return taps(layer, filter[2] as 'up' | 'down');
    if (name === 'synthesis.input.freqs') {
      return initialFrequencies(name, shape[0], config.input.bandwidth);
    }
    if (name === 'synthesis.input.phases') return nearNormal(name, shape[0], 1 / Math.sqrt(12));
    return initialWeight(name, shape);
  };
}
