import { describe, expect, it } from 'vitest';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { paddedSize } from './padded-size.ts';

const { config } = exampleImageManifest;

describe('paddedSize', () => {
  it('is nothing when the model takes the size as it is', () => {
    expect(paddedSize(config, { width: 64, height: 200 })).toBeNull();
  });

  it('is the next multiple of both sides', () => {
    const sizes = { multiple: 8, smallest: 16 };
    expect(paddedSize(config, { width: 64, height: 201 })).toEqual({
      width: 64,
      height: 208,
      sizes,
    });
    expect(paddedSize(config, { width: 8, height: 16 })).toEqual({ width: 16, height: 16, sizes });
  });

  it('counts the halvings of local enhancers', () => {
    const local = { ...config, netG: 'local' as const, nLocalEnhancers: 2 };
    expect(paddedSize(local, { width: 200, height: 96 })).toMatchObject({ width: 224, height: 96 });
  });
});
