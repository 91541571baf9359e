import { describe, expect, it } from 'vitest';
import { RandomState } from '../random/random-state.ts';
import { exampleImageManifest } from './fixtures/example-manifests.ts';
import { drawCrop, preprocessingAt, scalingOfModel, wholeImage } from './scaling.ts';

const { config } = exampleImageManifest;
const size = { width: 300, height: 200 };

describe('scaling', () => {
  it("is the model's, with the multiple of its generator", () => {
    const scaling = scalingOfModel(config);
    expect(scaling).toEqual({ mode: 'none', loadSize: 256, fineSize: 256 });
    expect(preprocessingAt(config, scaling, [0, 0]).multiple).toBe(8);
    expect(preprocessingAt({ ...config, netG: 'local' }, scaling, [0, 0]).multiple).toBe(16);
    expect(wholeImage(config, scaling).fineSize).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    ['crop', 236, 136],
    ['resize_and_crop', 36, 36],
    ['scale_width_and_crop', 36, 2],
    ['none', 236, 136],
  ] as const)('draws a crop of %s within the image', (mode, lastX, lastY) => {
    const random = new RandomState(1);
    const scaling = { mode, loadSize: 100, fineSize: 64 };
    const drawn = Array.from({ length: 500 }, () => drawCrop(scaling, size, random));
    const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
    expect([Math.min(...xs), Math.min(...ys)].every((least) => least >= 0 && least < 5)).toBe(true);
    expect(Math.max(...xs)).toBeLessThanOrEqual(lastX);
    expect(Math.max(...xs)).toBeGreaterThan(lastX - 5);
    expect(Math.max(...ys)).toBeLessThanOrEqual(lastY);
    expect(Math.max(...ys)).toBeGreaterThan(lastY - 5);
  });

  it('crops a smaller image nowhere', () => {
    const scaling = { mode: 'crop', loadSize: 1, fineSize: 512 } as const;
    expect(drawCrop(scaling, size, new RandomState(1))).toEqual([0, 0]);
  });
});
