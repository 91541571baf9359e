import { describe, expect, it } from 'vitest';
import { estimateRenderBytes } from '../nn/pix2pixhd/estimate-memory.ts';
import { estimateDrawBytes } from './estimate-memory.ts';
import { estimateSampleBytes, estimateSampleMs } from './estimate-sample.ts';
import { exampleImageManifest, exampleMaskManifest } from './fixtures/example-manifests.ts';
import { resizeCanvas } from './resize-canvas.ts';

const plain = {
  canvas: null,
  size: { width: 256, height: 256, resampling: 'bicubic' as const },
};
const wide = resizeCanvas(plain, { width: 128, height: 64 }, 64);

describe('estimateSampleMs', () => {
  it('goes with the pixels of each stage', () => {
    const measured = { extent: plain, timing: { mask: 100, truth: 10, image: 50 } };
    expect(estimateSampleMs(measured, plain, 64)).toBe(160);
    expect(estimateSampleMs(measured, wide, 64)).toBe(320);
    expect(estimateSampleMs(measured, { ...wide, size: plain.size }, 64)).toBe(260);
    const back = { ...measured, extent: wide };
    expect(estimateSampleMs(back, plain, 64)).toBe(80);
  });
});

describe('estimateSampleBytes', () => {
  it('is that of the larger network', () => {
    const { config } = exampleImageManifest;
    expect(estimateSampleBytes(exampleMaskManifest, null, wide)).toBe(
      estimateDrawBytes(exampleMaskManifest, { canvas: wide.canvas }),
    );
    expect(estimateSampleBytes(exampleMaskManifest, exampleImageManifest, wide, 'wasm')).toBe(
      estimateRenderBytes(config, 512, 256, 'wasm'),
    );
  });
});
