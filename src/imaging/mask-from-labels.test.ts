import { expect, it } from 'vitest';
import { draw, readLabels } from './ascii-mask.ts';
import { maskFromLabels } from './mask-from-labels.ts';

it('is 255 where there is an object', () => {
  const mask = maskFromLabels(readLabels('.1\nz.'));
  expect(draw(mask)).toEqual(['.#', '#.']);
  expect([...mask.data]).toEqual([0, 255, 255, 0]);
});
