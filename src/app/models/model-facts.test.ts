import { describe, expect, it } from 'vitest';
import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { exampleImageManifest } from '../../pipeline/fixtures/example-manifests.ts';
import { modelFacts } from './model-facts.ts';

function factsOf(changes: Partial<Pix2PixHdConfig>): Map<string, unknown> {
  const config = { ...exampleImageManifest.config, ...changes };
  const facts = modelFacts({ ...exampleImageManifest, config });
  return new Map(facts.map(({ name, value }) => [name, value]));
}

describe('modelFacts', () => {
  it('names the generator and its blocks', () => {
    const global = factsOf({ netG: 'global' });
    expect(global.get('generator')).toBe('global, ngf 16');
    expect(global.get('blocks')).toBe('4');
    const local = factsOf({ netG: 'local', nLocalEnhancers: 1 });
    expect(local.get('generator')).toBe('local, ngf 16');
    expect(local.get('blocks')).toBe('4 + 3');
    const twice = factsOf({ netG: 'local', nLocalEnhancers: 2 });
    expect(twice.get('generator')).toBe('local × 2, ngf 16');
    expect(twice.get('blocks')).toBe('4 + 3 + 3');
  });

  it('counts the features of instances and of labels', () => {
    expect(factsOf({ instanceFeat: true }).get('features')).toBe('1');
    expect(factsOf({ instanceFeat: false, labelFeat: true }).get('features')).toBe('1');
    expect(factsOf({ instanceFeat: false }).get('features')).toBe('0');
  });

  it('says how large a segmentation network is and what it scales images to', () => {
    const { format, version, name, provenance } = exampleImageManifest;
    const weights = [{ name: 'w', shape: [100, 125, 10], dtype: 'float32' as const }];
    const facts = modelFacts({
      ...{ format, version, name, provenance },
      architecture: 'cellpose',
      config: { channels: [2, 16, 32], diameter: 17 },
      weightsManifest: [{ paths: ['w.bin'], weights }],
    });
    expect(facts).toEqual([
      { name: 'weightCount', value: '0.13 M' },
      { name: 'channels', value: '2 · 16 · 32' },
      { name: 'cellDiameter', value: '17 px' },
    ]);
  });
});
