import { describe, expect, it } from 'vitest';
import { lendTensors } from './tensor-source.ts';

describe('lendTensors', () => {
  it('gives what it has until it is taken back', () => {
    const tensor = { shape: [1], data: Float32Array.of(7) };
    const { lent, takeBack } = lendTensors({
      names: () => ['a'],
      has: (name) => name === 'a',
      read: () => tensor,
    });
    expect([lent.names(), lent.has('a'), lent.has('b'), lent.read('a')]).toEqual([
      ['a'],
      true,
      false,
      tensor,
    ]);
    takeBack();
    expect(() => lent.read('a')).toThrow('given back');
    expect(() => lent.names()).toThrow('given back');
  });
});
