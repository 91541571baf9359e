import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/open-fixture.ts';
import { openModelFiles } from '../group-files.ts';
import { bundleTensors } from './bundle-tensors.ts';
import type { StyleGan2Manifest } from './manifest.ts';
import { parseManifest } from './parse-manifest.ts';
import { writeBundle } from './write-bundle.ts';

const model = openModelFiles({ kind: 'stylegan', snapshot: fixture('02_sg2_g32_cond.pkl') });

async function write() {
  const files = new Map<string, Uint8Array>();
  const manifest = await writeBundle(model, {
    name: 'tiny',
    precision: 'float16',
    licence: '',
    sink: {
      writeFile: (name, bytes) => {
        files.set(name, bytes.slice());
      },
    },
  });
  return { manifest: manifest as StyleGan2Manifest, files };
}

describe('a StyleGAN2 bundle', () => {
  it('keeps configuration, latent path, filters and strengths exactly', async () => {
    const { manifest, files } = await write();
    const json = new TextDecoder().decode(files.get('model.json'));
    expect(parseManifest(JSON.parse(json))).toEqual(manifest);
    const shard = files.get('weights-001.bin') as Uint8Array<ArrayBuffer>;
    const stored = bundleTensors(manifest, [shard.buffer]);
    const exact = /^mapping|resample_filter|noise_strength|\.bias$/;
    let rounded = 0;
    for (const name of model.weights.names()) {
      const [found, expected] = [stored.read(name), model.weights.read(name)];
      expect(found.shape).toEqual(expected.shape);
      if (exact.test(name)) expect(found.data).toEqual(expected.data);
      else if (found.data.some((value, i) => value !== expected.data[i])) rounded++;
    }
    expect(rounded).toBeGreaterThan(10);
  });

  it.each([
    ['another architecture', { architecture: 'resnet' }, 'config.architecture'],
    ['a w too many', { numWs: 9 }, 'config'],
    ['another resolution', { imgResolution: 64 }, 'config'],
  ])('is refused with %s', async (_, change, where) => {
    const { manifest } = await write();
    const odd = { ...manifest, config: { ...manifest.config, ...change } };
    expect(() => parseManifest(odd)).toThrow(
      expect.objectContaining({ code: 'corrupt', details: expect.objectContaining({ where }) }),
    );
  });

  it('is refused with blocks out of order', async () => {
    const { manifest } = await write();
    const blocks = manifest.config.blocks.toReversed();
    const odd = { ...manifest, config: { ...manifest.config, blocks } };
    expect(() => parseManifest(odd)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});
