import { describe, expect, it } from 'vitest';
import { exampleRecipe } from './fixtures/example-recipe.ts';
import { resizeCanvas } from './resize-canvas.ts';

const size = (width: number, height: number) => ({ width, height, resampling: 'bicubic' as const });
const plain = { canvas: null, size: size(256, 256) };

describe('resizeCanvas', () => {
  it('lets the size follow, there and back', () => {
    const wide = resizeCanvas(plain, { width: 128, height: 64 }, 64);
    expect(wide).toEqual({ canvas: { width: 128, height: 64 }, size: size(512, 256) });
    expect(resizeCanvas(wide, { width: 64, height: 192 }, 64).size).toEqual(size(256, 768));
    expect(resizeCanvas(wide, null, 64)).toEqual(plain);
  });

  it('knows the training size by its pixels', () => {
    const { canvas } = resizeCanvas(exampleRecipe, { width: 64, height: 64 }, 64);
    expect(canvas).toBeNull();
  });

  it('keeps to sizes that recipes have, and to the shape of the canvas', () => {
    const huge = resizeCanvas(plain, { width: 16_384, height: 4096 }, 64);
    expect(huge.size).toEqual(size(16_384, 4096));
  });
});
