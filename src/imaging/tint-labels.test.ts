import { expect, it } from 'vitest';
import { labelColour } from './label-colours.ts';
import { tintLabels } from './tint-labels.ts';

it('mixes the colours of objects in, and leaves the background', () => {
  const labels = { width: 3, height: 1, data: Uint16Array.of(0, 1, 2) };
  const grey = () =>
    new Uint8ClampedArray(12).fill(100).map((level, i) => (i % 4 === 3 ? 255 : level));
  const [none, half, full] = [grey(), grey(), grey()];
  tintLabels(none, labels, 0);
  tintLabels(half, labels, 0.5);
  tintLabels(full, labels, 1);
  expect(none).toEqual(grey());
  for (const rgba of [half, full]) expect([...rgba.subarray(0, 4)]).toEqual([100, 100, 100, 255]);
  expect([...full.subarray(4, 8)]).toEqual([...labelColour(1), 255]);
  const mixed = labelColour(2).map((level) => (100 + level) / 2);
  for (const [channel, level] of mixed.entries()) {
    expect(Math.abs(half[8 + channel] - level)).toBeLessThanOrEqual(0.5);
  }
});
