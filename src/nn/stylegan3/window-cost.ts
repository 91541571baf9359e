import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import { planesPerGroup } from '../ops/planes-per-group.ts';
import { type LayerWindow, spanSize } from './layer-window.ts';

const BYTES_PER_FLOAT = 4;

/** Bytes of the map that a window leaves behind. */
export function outputBytes({ outChannels }: SynthesisLayerConfig, { x, y }: LayerWindow): number {
  return BYTES_PER_FLOAT * spanSize(x.output) * spanSize(y.output) * outChannels;
}

/** Samples that the block filters read more than there are, at most, on each axis. */
const BLOCK_EXCESS = 16;

/**
 * Bytes in use at the highest point of a window: what it reads (which its caller holds), its convolution, and the
 * filtered leaky ReLU. That widens the map group by group of planes, two of a group at a time; on a GPU it widens
 * the whole, one pass after the other, and holds what each pass makes.
 */
export function windowBytes(
  { inChannels, outChannels }: SynthesisLayerConfig,
  { x, y }: LayerWindow,
  onGpu: boolean,
): number {
  const map = (height: number, width: number) => BYTES_PER_FLOAT * height * width * outChannels;
  const input = BYTES_PER_FLOAT * spanSize(y.input) * spanSize(x.input) * inChannels;
  const convolved = map(y.convolved, x.convolved);
  const output = map(spanSize(y.output), spanSize(x.output));
  const convolution = Math.max(2 * input + 2 * convolved, input + 3 * convolved);
  if (onGpu) {
    const rising = map(y.natural, x.convolved) + map(y.natural, x.natural);
    const falling = map(spanSize(y.output), x.natural) + output;
    return Math.max(convolution, input + convolved + rising + falling);
  }
  const samples = (y.natural + BLOCK_EXCESS) * (x.natural + BLOCK_EXCESS);
  const planes = Math.min(outChannels, planesPerGroup(samples));
  const groups = 2 * BYTES_PER_FLOAT * samples * planes;
  return Math.max(convolution, input + 2 * convolved + output + groups);
}

/** Multiplications of a window: the convolution's, and the filters' one axis after the other. */
export function windowWork(layer: SynthesisLayerConfig, { x, y }: LayerWindow): number {
  const { inChannels, outChannels, convKernel, upTaps, upFactor, downTaps } = layer;
  const convolution = x.convolved * y.convolved * inChannels * convKernel ** 2;
  const rising = ((y.convolved + y.natural) * x.natural * upTaps) / upFactor;
  const falling = (y.natural + spanSize(y.output)) * spanSize(x.output) * downTaps;
  return (convolution + rising + falling) * outChannels;
}

/** The largest, or the sum, of a number for each layer with its window. */
export function overLayers(
  layers: SynthesisLayerConfig[],
  windows: LayerWindow[],
  measure: (layer: SynthesisLayerConfig, window: LayerWindow) => number,
): { largest: number; sum: number } {
  const values = layers.map((layer, i) => measure(layer, windows[i]));
  return { largest: Math.max(0, ...values), sum: values.reduce((sum, value) => sum + value, 0) };
}
