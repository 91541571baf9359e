import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import { CytoForgeError } from '../../errors.ts';
import type { CanvasSize } from '../stylegan/mask-network.ts';
import { axisWindow, type LayerWindow, type Span } from './layer-window.ts';

/**
 * The plane a canvas is cut from: the network of the training size with more input samples on every side. Its
 * layers' grids keep their pitch and lie on those of the training size, so the middle of a field is the original
 * picture but for what the border's zeros did to that.
 */
export interface Field {
  /** Input samples added on each side of an axis. */
  extraX: number;
  extraY: number;
  /** The canvas, in pixels of the field's output. */
  canvas: { x: Span; y: Span };
}

function outputRate({ layers, input }: StyleGan3Config): number {
  return layers[layers.length - 1]?.outSamplingRate ?? input.samplingRate;
}

/**
 * Pixels per input sample: the field grows by these steps.
 * @throws CytoForgeError `unsupported` when the layers' sampling rates are no multiples of the first.
 */
export function fieldPitch(config: StyleGan3Config): number {
  const first = config.input.samplingRate;
  const rates = config.layers.flatMap((layer) => [layer.inSamplingRate, layer.outSamplingRate]);
  const odd = rates.find((rate) => !Number.isInteger(rate / first));
  if (odd !== undefined) {
    throw new CytoForgeError('unsupported', 'This generator draws its training size only.', {
      found: `a layer of sampling rate ${odd}`,
      expected: `multiples of the input's ${first}`,
    });
  }
  return outputRate(config) / first;
}

function axisOfField(config: StyleGan3Config, pixels: number): { extra: number; canvas: Span } {
  const pitch = fieldPitch(config);
  const extra = Math.max(0, Math.ceil((pixels - config.imgResolution) / (2 * pitch)));
  const from = Math.floor((config.imgResolution + 2 * extra * pitch - pixels) / 2);
  return { extra, canvas: { from, to: from + pixels } };
}

/**
 * The smallest field that holds a canvas in its middle. A canvas smaller than the training size is the middle of
 * the original picture; where sizes differ by an odd number, the middle is half a pixel to the left and above.
 */
export function fieldOfCanvas(config: StyleGan3Config, { width, height }: CanvasSize): Field {
  const [x, y] = [axisOfField(config, width), axisOfField(config, height)];
  return { extraX: x.extra, extraY: y.extra, canvas: { x: x.canvas, y: y.canvas } };
}

/** Samples of a map of `size` at `rate` when the input has `extra` samples more on each side. */
export function sizeInField(config: StyleGan3Config, size: number, rate: number, extra: number) {
  return size + (2 * extra * rate) / config.input.samplingRate;
}

/** One window per layer, in the layers' order, that together make a rectangle of the field's output. */
export function fieldWindows(
  config: StyleGan3Config,
  { extraX, extraY }: Field,
  rectangle: { x: Span; y: Span },
): LayerWindow[] {
  let output = rectangle;
  const windows = config.layers.toReversed().map((layer): LayerWindow => {
    const size = (extra: number) => sizeInField(config, layer.inSize, layer.inSamplingRate, extra);
    const x = axisWindow(layer, size(extraX), layer.padding[0], output.x);
    const y = axisWindow(layer, size(extraY), layer.padding[2], output.y);
    output = { x: x.input, y: y.input };
    return { x, y };
  });
  return windows.toReversed();
}
