import { describe, expect, it } from 'vitest';
import type { TensorSource } from '../tensor-source.ts';
import { recogniseSegmenter } from './segmenter-formats.ts';
import { U2NET } from './u2net.ts';

const SOURCE: TensorSource = {
  names: () => [],
  has: () => false,
  read: () => ({ shape: [], data: new Float32Array() }),
};

function shapesOf(variant: 'u2net' | 'u2netp') {
  return U2NET.tensorShapes({ variant, inputSize: 320 });
}

/** Values of the tensors that are learnt. */
function parametersOf(variant: 'u2net' | 'u2netp'): number {
  return [...shapesOf(variant)]
    .filter(([name]) => !/running_(mean|var)$/.test(name))
    .reduce((sum, [, shape]) => sum + shape.reduce((product, side) => product * side, 1), 0);
}

describe('checkpoints of U²-Net', () => {
  it.each([
    ['u2net', 44_009_869],
    ['u2netp', 1_131_181],
  ] as const)('of the variant %s have as many parameters as the original', (variant, count) => {
    expect(parametersOf(variant)).toBe(count);
    expect(shapesOf(variant).size).toBe(686);
  });

  it.each(['u2net', 'u2netp'] as const)('%s is told by its channels', (variant) => {
    const shapes = shapesOf(variant);
    expect(recogniseSegmenter(shapes)).toBe('u2net');
    expect(U2NET.open(SOURCE, shapes).config).toEqual({ variant, inputSize: 320 });
  });

  it('that lack a tensor are refused by its name', () => {
    const shapes = shapesOf('u2netp');
    shapes.delete('stage3d.rebnconv2d.conv_s1.weight');
    expect(() => U2NET.open(SOURCE, shapes)).toThrow(
      expect.objectContaining({
        code: 'missing-tensor',
        details: expect.objectContaining({ where: 'stage3d.rebnconv2d.conv_s1.weight' }),
      }),
    );
  });
});
