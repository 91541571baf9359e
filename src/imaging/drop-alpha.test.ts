import { expect, it } from 'vitest';
import { dropAlpha } from './drop-alpha.ts';

it('drops alpha and keeps the colours', () => {
  const data = Uint8Array.of(1, 2, 3, 0, 4, 5, 6, 255);
  const colours = dropAlpha({ width: 1, height: 2, channels: 4, data });
  expect(colours.channels).toBe(3);
  expect([...colours.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

it('drops the alpha of grey, and leaves an image without any as it is', () => {
  const grey = { width: 2, height: 1, channels: 2 as const, data: Uint8Array.of(7, 0, 8, 9) };
  const opaque = { width: 2, height: 1, channels: 1 as const, data: Uint8Array.of(7, 8) };
  expect(dropAlpha(grey)).toEqual(opaque);
  expect(dropAlpha(opaque)).toBe(opaque);
});
