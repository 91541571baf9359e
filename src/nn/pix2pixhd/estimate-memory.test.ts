import { beforeAll, describe, expect, it } from 'vitest';
import type { Pix2PixHdConfig } from '../../checkpoints/bundle/manifest.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { loadEncoder } from './encoder.ts';
import { estimateEncodeBytes, estimateRenderBytes } from './estimate-memory.ts';
import { madeUpWeights, TINY_CONFIG } from './fixtures/tiny-model.ts';
import { loadPix2PixHd } from './load-pix2pixhd.ts';
import { runNetwork } from './run-network.ts';

describe('estimateRenderBytes', () => {
  beforeAll(() => useBackend('wasm'));

  it.each([
    ['a wide input', { generatorInputNc: 40 }],
    ['a slim generator', {}],
    ['a wide generator', { ngf: 16 }],
    ['blocks at full size', { ngf: 8, nDownsampleGlobal: 0 }],
    ['a deep generator', { ngf: 8, nDownsampleGlobal: 3, nBlocksGlobal: 4 }],
    ['a local enhancer', { netG: 'local' }],
    ['a local enhancer of a wide input', { netG: 'local', generatorInputNc: 40 }],
    ['two local enhancers', { netG: 'local', ngf: 8, nLocalEnhancers: 2, nBlocksLocal: 1 }],
    ['a local enhancer with blocks at its size', { netG: 'local', ngf: 8, nDownsampleGlobal: 0 }],
  ] satisfies [string, Partial<Pix2PixHdConfig>][])(
    'comes within 3 % of what %s takes',
    async (_, change) => {
      const config = { ...TINY_CONFIG, ...change, encoder: null };
      const model = loadPix2PixHd(config, madeUpWeights(config));
      const { peakBytes } = await tf.profile(() =>
        tf.tidy(() => {
          runNetwork(model.generator, tf.zeros([1, 96, 128, config.generatorInputNc]));
          return [];
        }),
      );
      const ratio = estimateRenderBytes(config, 128, 96) / peakBytes;
      model.dispose();
      expect(ratio).toBeGreaterThan(0.97);
      expect(ratio).toBeLessThan(1.03);
    },
  );

  it('adds what WASM keeps for itself: no more than the heap has grown to', () => {
    const config = { ...TINY_CONFIG, ngf: 16, encoder: null };
    const model = loadPix2PixHd(config, madeUpWeights(config));
    tf.tidy(() => {
      runNetwork(model.generator, tf.zeros([1, 384, 384, config.generatorInputNc]));
    });
    const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
    const estimate = estimateRenderBytes(config, 384, 384, 'wasm');
    expect(estimate).toBeGreaterThan(1.5 * estimateRenderBytes(config, 384, 384));
    expect(estimate).toBeGreaterThan(0.6 * wasm.HEAPU8.length);
    expect(estimate).toBeLessThan(wasm.HEAPU8.length);
    model.dispose();
  });

  it('counts the padded size', () => {
    expect(estimateRenderBytes(TINY_CONFIG, 13, 9)).toBe(estimateRenderBytes(TINY_CONFIG, 16, 12));
    const local = { ...TINY_CONFIG, netG: 'local' as const };
    expect(estimateRenderBytes(local, 13, 9)).toBe(estimateRenderBytes(local, 16, 16));
  });
});

describe('estimateEncodeBytes', () => {
  beforeAll(() => useBackend('wasm'));

  it.each(['global', 'local'] as const)('comes within 3 %% beside a %s generator', async (netG) => {
    const config: Pix2PixHdConfig = { ...TINY_CONFIG, netG, encoder: { nef: 8, nDownsample: 2 } };
    const shape = { inputNc: config.outputNc, featNum: config.featNum, nef: 8, nDownsample: 2 };
    const encoder = loadEncoder({ ...shape, norm: config.norm }, madeUpWeights(config));
    const { peakBytes } = await tf.profile(() =>
      tf.tidy(() => {
        runNetwork(encoder, tf.zeros([1, 96, 128, config.outputNc]));
        return [];
      }),
    );
    encoder.dispose();
    const ratio = estimateEncodeBytes(config, 128, 96) / peakBytes;
    expect(ratio).toBeGreaterThan(0.97);
    expect(ratio).toBeLessThan(1.03);
  });

  it('is nothing without an encoder', () => {
    expect(estimateEncodeBytes({ ...TINY_CONFIG, encoder: null }, 128, 96)).toBe(0);
  });
});
