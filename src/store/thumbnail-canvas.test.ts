import { describe, expect, it } from 'vitest';
import { exampleMaskManifest } from '../pipeline/fixtures/example-manifests.ts';
import { thumbnailCanvas } from './thumbnail-canvas.ts';

describe('thumbnailCanvas', () => {
  it('is that of the view up to four training sizes, then the middle', () => {
    const of = (width: number, height: number) =>
      thumbnailCanvas({ width, height }, exampleMaskManifest);
    expect(thumbnailCanvas(null, exampleMaskManifest)).toBeNull();
    expect(of(128, 128)).toEqual({ width: 128, height: 128 });
    expect(of(256, 64)).toEqual({ width: 256, height: 64 });
    expect(of(129, 128)).toBeNull();
  });
});
