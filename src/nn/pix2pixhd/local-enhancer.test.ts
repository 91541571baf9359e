import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../checkpoints/byte-source.ts';
import { openPix2PixHd } from '../../checkpoints/pix2pixhd-checkpoint.ts';
import { readSafetensors, type SafetensorsTensor } from '../../checkpoints/safetensors.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { loadPix2PixHd, type Pix2PixHd } from './load-pix2pixhd.ts';
import { runNetwork, runNetworkInTurns } from './run-network.ts';

/** PyTorch's own modules put together as spec B.3 says, saved by PyTorch, and what they give in training mode. */
const CHECKPOINT = 'two_enhancers_batch_net_G.pth';
const SEEN = 'two_enhancers_batch.safetensors';

/** The fixture's name of what a module makes. */
const SEEN_NAMES: Record<string, string> = {
  'input.2': 'pooled',
  'model.10': 'core',
  'model1_2.3': 'enhanced1',
  'model2_2.6': 'y',
};

async function fixture(name: string): Promise<ByteSource> {
  const url = new URL(`./fixtures/${name}`, import.meta.url);
  return bytesSource(name, new Uint8Array(await readFile(url)));
}

async function withModel(
  use: (model: Pix2PixHd, x: tf.Tensor4D, seen: Map<string, SafetensorsTensor>) => unknown,
): Promise<void> {
  const { config, weights } = openPix2PixHd({ generator: await fixture(CHECKPOINT) });
  expect(config).toMatchObject({ netG: 'local', nLocalEnhancers: 2, ngf: 2, norm: 'batch' });
  const seen = readSafetensors(await fixture(SEEN));
  const { shape, data } = seen.get('x')!;
  const x = tf.tidy(() =>
    tf.transpose(
      tf.tensor4d(Float32Array.from(data), shape as [number, number, number, number]),
      [0, 2, 3, 1],
    ),
  );
  const model = loadPix2PixHd(config, weights);
  try {
    await use(model, x, seen);
  } finally {
    model.dispose();
    x.dispose();
  }
  expect(tf.memory().numTensors).toBe(0);
}

function largestDifference(output: tf.Tensor4D, { data }: SafetensorsTensor): number {
  const planes = Array.from(tf.tidy(() => tf.transpose(output, [0, 3, 1, 2]).dataSync()));
  expect(planes).toHaveLength(data.length);
  return Math.max(...planes.map((value, i) => Math.abs(value - data[i])));
}

describe.each(['cpu', 'wasm'] as const)('two local enhancers with batch norm on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('give what PyTorch gives, at every size', async () => {
    await withModel(({ generator }, x, seen) => {
      const differences: Record<string, number> = {};
      const y = runNetwork(generator, x, ({ name }, output) => {
        const expected = seen.get(SEEN_NAMES[name]);
        if (expected) differences[name] = largestDifference(output, expected);
      });
      y.dispose();
      expect(Object.keys(differences)).toEqual(Object.keys(SEEN_NAMES));
      for (const difference of Object.values(differences)) expect(difference).toBeLessThan(5e-5);
    });
  });

  it('stop between modules, wherever they are, and free what waited for later ones', async () => {
    await withModel(async ({ generator }, x) => {
      const before = tf.memory().numTensors;
      for (const last of ['input.1', 'model.4', 'model1_1.5', 'sum.2', 'model2_2.6']) {
        const controller = new AbortController();
        const stopped = runNetworkInTurns(generator, x, controller.signal, ({ name }) => {
          if (name === last) controller.abort();
        });
        await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
        expect(tf.memory().numTensors).toBe(before);
      }
    });
  });
});
