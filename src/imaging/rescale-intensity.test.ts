import { expect, it } from 'vitest';
import { rescaleIntensity } from './rescale-intensity.ts';

it('stretches contrast and holds what is beyond', () => {
  expect([...rescaleIntensity([0, 10, 15, 20, 30], 10, 20)]).toEqual([0, 0, 0.5, 1, 1]);
});

it('parts an image where black and white are one', () => {
  expect([...rescaleIntensity([4, 5, 6], 5, 5)]).toEqual([0, 0, 1]);
});
