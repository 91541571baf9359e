import { describe, expect, it } from 'vitest';
import type { StyleGan2Block } from '../checkpoints/bundle/manifest.ts';
import { synthesisGeometry } from '../nn/stylegan3/layer-geometry.ts';
import { checkMemory, estimateDrawBytes } from './estimate-memory.ts';
import { exampleMaskManifest } from './fixtures/example-manifests.ts';

describe('estimateDrawBytes', () => {
  it('knows the widest map of the official 256 pixel generator', () => {
    const geometry = synthesisGeometry({ imgResolution: 256, imgChannels: 3 });
    const config = { ...exampleMaskManifest.config, ...geometry, imgResolution: 256 };
    const manifest = { ...exampleMaskManifest, config };
    // L10: 148² of 362 channels, 150² of 256, then 562 × 150, 562² (spec A.3: 308 MiB), 276 × 562 and 276².
    const passes = [30, 22, 82, 308, 151, 74].reduce((sum, mebibytes) => sum + mebibytes);
    const onGpu = estimateDrawBytes(manifest, { backend: 'webgpu' });
    expect(onGpu / 2 ** 20).toBeCloseTo(passes, -1);
    // L11, whose planes are widened by groups of 64 MiB, two of which are there at a time.
    const groups = [74, 2 * 53, 53, 2 * 64].reduce((sum, mebibytes) => sum + mebibytes);
    expect(estimateDrawBytes(manifest) / 2 ** 20).toBeCloseTo(groups, -1);
  });

  it('keeps a canvas within what the training size takes, and within less where it must', () => {
    const geometry = synthesisGeometry({ imgResolution: 256, imgChannels: 3 });
    const config = { ...exampleMaskManifest.config, ...geometry, imgResolution: 256 };
    const manifest = { ...exampleMaskManifest, config };
    const original = estimateDrawBytes(manifest);
    for (const side of [256, 300, 1024, 4096]) {
      const canvas = { width: side, height: side };
      expect(estimateDrawBytes(manifest, { canvas })).toBeLessThanOrEqual(original);
    }
    const memory = original / 2;
    expect(estimateDrawBytes(manifest, { memory })).toBeLessThanOrEqual(memory);
  });

  it('knows the widest map of the official StyleGAN2 of 1024 pixels', () => {
    const { config, ...manifest } = exampleMaskManifest;
    const { architecture, ...base } = manifest;
    const channels = [512, 512, 512, 512, 512, 256, 128, 64, 32];
    const blocks = channels.map((outChannels, i): StyleGan2Block => {
      const layer = { outChannels, useNoise: true, convClamp: 256, filterShape: [4, 4] };
      return {
        resolution: 4 * 2 ** i,
        filterShape: [4, 4],
        conv0: i > 0 ? { ...layer, inChannels: channels[i - 1] } : null,
        conv1: { ...layer, inChannels: outChannels },
        torgbClamp: 256,
      };
    });
    const bytes = estimateDrawBytes({
      ...base,
      architecture: 'stylegan2',
      config: { ...config, architecture: 'skip', blocks },
    });
    expect(bytes).toBe(2 * 4 * 1024 ** 2 * 32);
  });
});

describe('checkMemory', () => {
  it('says what is needed and what there is', () => {
    expect(() => checkMemory(32 * 2 ** 30, 4 * 2 ** 30, 'Choose a smaller size.')).toThrowError(
      expect.objectContaining({
        code: 'out-of-memory',
        details: {
          found: '32,768 MiB needed',
          expected: 'at most 4,096 MiB',
          hint: 'Choose a smaller size.',
        },
      }),
    );
    expect(() => checkMemory(100, 100, '')).not.toThrow();
    expect(() => checkMemory(1e15, Infinity, '')).not.toThrow();
  });
});
