import { describe, expect, it } from 'vitest';
import type { SynthesisLayerConfig } from '../checkpoints/bundle/manifest.ts';
import { checkMemory, estimateDrawBytes } from './estimate-memory.ts';
import { exampleMaskManifest } from './fixtures/example-manifests.ts';

describe('estimateDrawBytes', () => {
  it('knows the widest map of the official 256 pixel generator', () => {
    const layer = (outSize: number, downFactor: number, outChannels: number) =>
      ({ outSize, downFactor, outChannels }) as SynthesisLayerConfig;
    const layers = [layer(148, 2, 362), layer(276, 2, 256), layer(256, 2, 128), layer(256, 1, 3)];
    // Spec A.3 gives 308 MiB for that map with its filter margins; held before and after activation.
    const bytes = estimateDrawBytes({ ...exampleMaskManifest.config, layers });
    expect(bytes / 2 ** 20).toBeCloseTo(2 * 297.6, 0);
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
