import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import { type LayerWindow, spanSize } from './layer-window.ts';

const BYTES_PER_FLOAT = 4;

/** Bytes of the map that a window leaves behind. */
export function outputBytes({ outChannels }: SynthesisLayerConfig, { x, y }: LayerWindow): number {
  return BYTES_PER_FLOAT * spanSize(x.output) * spanSize(y.output) * outChannels;
}

/** The least memory a window takes: its upsampled map, before and after the activation. */
export function windowBytes({ outChannels }: SynthesisLayerConfig, { x, y }: LayerWindow): number {
  return 2 * BYTES_PER_FLOAT * x.natural * y.natural * outChannels;
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
