import { beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { madeUpWeights, TINY_CONFIG, weightShapes } from './fixtures/tiny-model.ts';
import { loadPix2PixHd } from './load-pix2pixhd.ts';

describe('loadPix2PixHd', () => {
  beforeAll(() => useBackend('wasm'));

  it('keeps only weights and frees them all', () => {
    const model = loadPix2PixHd(TINY_CONFIG, madeUpWeights(TINY_CONFIG));
    expect(tf.memory().numTensors).toBeGreaterThan(0);
    model.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it.each(['G.model.18.weight', 'E.model.11.bias'])('leaves nothing behind without %s', (name) => {
    expect(weightShapes(TINY_CONFIG).has(name)).toBe(true);
    expect(() => loadPix2PixHd(TINY_CONFIG, madeUpWeights(TINY_CONFIG, name))).toThrow(
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

  it('says that local enhancers cannot be run', () => {
    expect(() =>
      loadPix2PixHd({ ...TINY_CONFIG, netG: 'local' }, madeUpWeights(TINY_CONFIG)),
    ).toThrow(expect.objectContaining({ code: 'unsupported' }));
  });
});
