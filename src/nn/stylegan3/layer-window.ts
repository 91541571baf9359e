import type { SynthesisLayerConfig } from '../../checkpoints/bundle/manifest.ts';
import type { Margins } from '../ops/pad-map.ts';

/** Samples of one axis of a map, from `from` up to and without `to`. */
export interface Span {
  from: number;
  to: number;
}

/** How one axis of a layer makes a span of its map: what it reads, and the zeros it puts around it. */
export interface AxisWindow {
  /** Samples of the layer's input. */
  input: Span;
  output: Span;
  /** Zeros of the convolution, which stand for what is outside the field. */
  border: Margins;
  /** Samples after the convolution. */
  convolved: number;
  /** Padding of the filtered leaky ReLU, after zero insertion; negative crops. */
  padding: Margins;
  /** Samples between the two filters. */
  natural: number;
}

/** A rectangle of a layer's map. */
export interface LayerWindow {
  x: AxisWindow;
  y: AxisWindow;
}

export const spanSize = ({ from, to }: Span): number => to - from;

/** Samples between the filters that make `count` samples of the output. */
function naturalSize({ downFactor, downTaps }: SynthesisLayerConfig, count: number): number {
  return (count - 1) * downFactor + downTaps;
}

/**
 * What one axis of a layer (spec A.6) reads to make `output`. Zeros stand only for what lies outside the
 * field, as the original puts them around its own: a window inside reads its real neighbours instead, so that
 * its samples are those of the whole field.
 * @param size samples of the layer's input field
 * @param padLow first number of the layer's padding on this axis
 */
export function axisWindow(
  layer: SynthesisLayerConfig,
  size: number,
  padLow: number,
  output: Span,
): AxisWindow {
  const { convKernel, upFactor, downFactor, upTaps } = layer;
  const grown = convKernel - 1;
  const natural = naturalSize(layer, spanSize(output));
  // Index in the convolved map, zeros inserted, of the first and the last sample under the up filter.
  const first = output.from * downFactor - padLow;
  const last = first + natural + upTaps - 2;
  const convolved = {
    from: Math.max(0, Math.ceil(first / upFactor)),
    to: Math.min(size + grown, Math.floor(last / upFactor) + 1),
  };
  const input = {
    from: Math.max(0, convolved.from - grown),
    to: Math.min(size, convolved.to),
  };
  return {
    input,
    output,
    border: [input.from - convolved.from + grown, convolved.to - input.to],
    convolved: spanSize(convolved),
    padding: [convolved.from * upFactor - first, last + 1 - convolved.to * upFactor],
    natural,
  };
}

/** The window of a layer at the training size, exactly as the original computes it. */
export function trainingWindow(layer: SynthesisLayerConfig): LayerWindow {
  const { inSize, outSize, convKernel, padding } = layer;
  const [xLow, xHigh, yLow, yHigh] = padding;
  const whole: Omit<AxisWindow, 'padding'> = {
    input: { from: 0, to: inSize },
    output: { from: 0, to: outSize },
    border: [convKernel - 1, convKernel - 1],
    convolved: inSize + convKernel - 1,
    natural: naturalSize(layer, outSize),
  };
  return { x: { ...whole, padding: [xLow, xHigh] }, y: { ...whole, padding: [yLow, yHigh] } };
}

/** What names a window's shape: windows of one shape can share what is prepared for them. */
export function windowShape({ x, y }: LayerWindow): string {
  return [x, y].flatMap(({ convolved, border, padding }) => [convolved, border, padding]).join();
}
