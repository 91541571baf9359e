import { expect, it } from 'vitest';
import { readLabels } from './ascii-mask.ts';
import { labelColour, labelColours } from './label-colours.ts';

it('has a colour of its own for each of 21 ids in a row', () => {
  const colours = new Set(Array.from({ length: 21 }, (_, i) => labelColour(i + 1).join()));
  expect(colours.size).toBe(21);
  expect(labelColour(22)).toEqual(labelColour(1));
});

it('stays within a byte and well above the black of the background', () => {
  for (let id = 1; id <= 21; id++) {
    const colour = labelColour(id);
    for (const tone of colour) expect(tone).toBeLessThanOrEqual(255);
    expect(Math.max(...colour)).toBeGreaterThan(100);
  }
});

it('paints objects opaque and leaves the background clear', () => {
  const painted = labelColours(readLabels('.1'));
  expect([...painted.data]).toEqual([0, 0, 0, 0, ...labelColour(1), 255]);
});
