import { describe, expect, it } from 'vitest';
import { encoderSizes, generatorSizes } from './size-rule.ts';

describe('the sizes a network takes', () => {
  it.each([
    ['global', 4, 1, { multiple: 16, smallest: 32 }],
    ['global', 0, 1, { multiple: 1, smallest: 4 }],
    ['local', 4, 1, { multiple: 32, smallest: 64 }],
    ['local', 3, 2, { multiple: 32, smallest: 64 }],
    ['local', 0, 1, { multiple: 2, smallest: 8 }],
  ] as const)(
    'of netG %s with %i halvings and %i enhancers',
    (netG, halvings, enhancers, sizes) => {
      const config = { netG, nDownsampleGlobal: halvings, nLocalEnhancers: enhancers };
      expect(generatorSizes(config)).toEqual(sizes);
    },
  );

  it('leaves the enhancers out of the encoder', () => {
    expect(encoderSizes({ nDownsample: 4 })).toEqual({ multiple: 16, smallest: 32 });
  });
});
