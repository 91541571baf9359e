import { expect, it } from 'vitest';
import { listsOf, plainFields } from './config-fields.ts';

it('takes a configuration apart into lines and lists', () => {
  const config = {
    wDim: 64,
    input: { size: 36 },
    ids: [0, 1],
    none: [],
    encoder: null,
    layers: [{ name: 'L0' }, { name: 'L1' }],
  };
  expect(plainFields(config)).toEqual([
    ['wDim', '64'],
    ['input.size', '36'],
    ['ids', '[0,1]'],
    ['none', '[]'],
    ['encoder', 'null'],
  ]);
  expect(listsOf(config)).toEqual([{ name: 'layers', items: config.layers }]);
});
