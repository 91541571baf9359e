import { describe, expect, it } from 'vitest';
import type { StyleGan3Config } from '../../checkpoints/bundle/manifest.ts';
import { RandomState } from '../../random/random-state.ts';
import { fieldOfCanvas, fieldPitch, fieldWindows, sizeInField } from './field.ts';
import { synthesisGeometry } from './layer-geometry.ts';
import { type LayerWindow, spanSize, trainingWindow } from './layer-window.ts';

function configOf(imgResolution: number, convKernel: number): StyleGan3Config {
  const geometry = synthesisGeometry({ imgResolution, imgChannels: 1, convKernel });
  const mapping = { zDim: 4, cDim: 0, wDim: 4, mappingLayers: 2 };
  return { ...geometry, ...mapping, imgResolution, imgChannels: 1, outputScale: 0.25 };
}

const CONFIGS = [16, 64, 256, 1024].flatMap((side) => [configOf(side, 3), configOf(side, 1)]);
const named = CONFIGS.map(
  (config) => [`${config.imgResolution}, kernel ${config.layers[0].convKernel}`, config] as const,
);

const axesOf = (windows: LayerWindow[]) => windows.flatMap(({ x, y }) => [x, y]);

describe.each(named)('at %s', (_, config) => {
  const side = config.imgResolution;
  const { layers } = config;

  it('asks no more of the training size than the original makes, with its padding', () => {
    const field = fieldOfCanvas(config, { width: side, height: side });
    expect([field.extraX, field.extraY]).toEqual([0, 0]);
    const windows = fieldWindows(config, field, field.canvas);
    for (const [i, { x }] of windows.entries()) {
      const original = trainingWindow(layers[i]).x;
      expect(x.output.from).toBeGreaterThanOrEqual(0);
      expect(x.output.to).toBeLessThanOrEqual(layers[i].outSize);
      const isWhole = spanSize(x.output) === layers[i].outSize;
      if (isWhole && original.padding[0] >= 0) expect(x).toEqual(original);
    }
  });

  it('reads real neighbours inside and zeros outside, for tiles of any size and place', () => {
    const random = new RandomState(side);
    const draw = (from: number, to: number) =>
      from + (Math.floor(random.randn(1)[0] ** 2 * 1e6) % (to - from));
    for (let trial = 0; trial < 40; trial++) {
      const canvas = { width: draw(1, 4 * side), height: draw(1, 4 * side) };
      const field = fieldOfCanvas(config, canvas);
      const { x: across, y: down } = field.canvas;
      expect([spanSize(across), spanSize(down)]).toEqual([canvas.width, canvas.height]);
      const left = draw(0, canvas.width);
      const tile = {
        x: { from: across.from + left, to: across.from + draw(left + 1, canvas.width + 1) },
        y: down,
      };
      const windows = fieldWindows(config, field, tile);
      const whole = fieldWindows(config, field, field.canvas);
      for (const [i, { x }] of windows.entries()) {
        const { inSize, inSamplingRate, convKernel, upFactor, upTaps, padding } = layers[i];
        const size = sizeInField(config, inSize, inSamplingRate, field.extraX);
        expect(x.input.from).toBeGreaterThanOrEqual(whole[i].x.input.from);
        expect(x.input.to).toBeLessThanOrEqual(whole[i].x.input.to);
        expect(x.convolved).toBe(spanSize(x.input) + x.border[0] + x.border[1] - (convKernel - 1));
        expect(x.natural).toBe(x.convolved * upFactor + x.padding[0] + x.padding[1] - upTaps + 1);
        // Zeros before the first sample mean that there is none before it.
        if (x.border[0] > 0 || x.padding[0] >= upFactor) expect(x.input.from).toBe(0);
        if (x.border[1] > 0 || x.padding[1] > 0) expect(x.input.to).toBe(size);
        expect(padding[0]).toBe(padding[2]);
      }
      for (const axis of axesOf(windows)) expect(spanSize(axis.input)).toBeGreaterThan(0);
    }
  });

  it('keeps the middle of every grid where it was', () => {
    for (const pixels of [side + 1, 2 * side, 3 * side - 7]) {
      const { extraX, canvas } = fieldOfCanvas(config, { width: pixels, height: side });
      const fieldSide = side + 2 * extraX * fieldPitch(config);
      const middle = (canvas.x.from + canvas.x.to) / 2;
      expect(fieldSide).toBeGreaterThanOrEqual(pixels);
      expect(fieldSide - pixels).toBeLessThan(2 * fieldPitch(config));
      expect([0, -0.5]).toContain(middle - fieldSide / 2);
    }
  });
});

describe('fieldPitch', () => {
  it('refuses sampling rates that are no multiples of the first', () => {
    const config = configOf(64, 3);
    const layers = config.layers.map((layer, i) =>
      i === 3 ? { ...layer, outSamplingRate: 24 } : layer,
    );
    expect(() => fieldPitch({ ...config, layers })).toThrowError(
      expect.objectContaining({ code: 'unsupported' }),
    );
  });
});
