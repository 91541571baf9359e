import { expect, it } from 'vitest';
import { changeLevels } from './change-levels.ts';

it('multiplies, adds, rounds and holds the levels in range', () => {
  const data = Uint8Array.of(0, 1, 100, 200, 255);
  const image = { width: 5, height: 1, channels: 1 as const, data };
  expect([...changeLevels(image, 1.1, 19).data]).toEqual([19, 20, 129, 239, 255]);
  expect([...changeLevels(image, 0.9, -20).data]).toEqual([0, 0, 70, 160, 210]);
});

it('adds as much of the range to 16 bits as to 8', () => {
  const image = { width: 3, height: 1, channels: 1 as const, data: Uint16Array.of(0, 1000, 65000) };
  expect([...changeLevels(image, 1, 10).data]).toEqual([2570, 3570, 65535]);
});
