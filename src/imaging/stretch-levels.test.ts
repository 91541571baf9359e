import { expect, it } from 'vitest';
import { stretchLevels } from './stretch-levels.ts';

it('spreads dark images, whatever a few hot pixels say', () => {
  const data = new Uint8Array(4000).fill(10, 0, 2000).fill(51, 2000, 3998).fill(250, 3998);
  const stretched = stretchLevels({ width: 80, height: 50, channels: 1, data });
  expect([0, 2000, 3999].map((at) => stretched.data[at])).toEqual([50, 255, 255]);
  expect(data[0]).toBe(10);
});

it('leaves black black', () => {
  const data = new Uint8Array(4);
  expect(stretchLevels({ width: 2, height: 2, channels: 1, data }).data).toEqual(data);
});
