import { beforeAll, describe, expect, it } from 'vitest';
import { pix2PixHdTensorShapes } from '../../checkpoints/pix2pixhd-shapes.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { madeUpWeights, TINY_CONFIG } from './fixtures/tiny-model.ts';
import { loadPix2PixHd } from './load-pix2pixhd.ts';

describe('loadPix2PixHd', () => {
  beforeAll(() => useBackend('wasm'));

  it.each(['global', 'local'] as const)(
    'keeps only the weights of %s and frees them all',
    (netG) => {
      const config = { ...TINY_CONFIG, netG };
      const model = loadPix2PixHd(config, madeUpWeights(config));
      expect(tf.memory().numTensors).toBeGreaterThan(0);
      model.dispose();
      expect(tf.memory().numTensors).toBe(0);
    },
  );

  it.each(['G.model.18.weight', 'E.model.11.bias'])('leaves nothing behind without %s', (name) => {
    expect(pix2PixHdTensorShapes(TINY_CONFIG).has(name)).toBe(true);
    expect(() => loadPix2PixHd(TINY_CONFIG, madeUpWeights(TINY_CONFIG, name))).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    expect(tf.memory().numTensors).toBe(0);
  });

  it('leaves nothing of a local enhancer behind either', () => {
    const local = { ...TINY_CONFIG, netG: 'local' as const };
    expect(() => loadPix2PixHd(local, madeUpWeights(local, 'G.model1_2.7.bias'))).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    expect(tf.memory().numTensors).toBe(0);
  });

  it('names the first weight of another shape', () => {
    const wider = { ...TINY_CONFIG, generatorInputNc: 6 };
    expect(() => loadPix2PixHd(wider, madeUpWeights(TINY_CONFIG))).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({
          where: 'G.model.1.weight',
          found: '[4, 5, 7, 7]',
          expected: '[4, 6, 7, 7]',
        }),
      }),
    );
  });
});
