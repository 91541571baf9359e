import { expect, it } from 'vitest';
import { binarise } from './binarise.ts';

it('makes background of what lies below the threshold only', () => {
  const image = {
    width: 4,
    height: 1,
    channels: 1 as const,
    data: Uint8Array.of(0, 239, 240, 255),
  };
  expect([...binarise(image, 240).data]).toEqual([0, 0, 255, 255]);
});

it('turns colour to grey first', () => {
  const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255);
  const image = { width: 3, height: 1, channels: 3 as const, data };
  expect([...binarise(image, 77).data]).toEqual([0, 255, 0]);
  expect([...binarise(image, 76).data]).toEqual([255, 255, 0]);
});
