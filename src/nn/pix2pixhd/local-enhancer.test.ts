import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesSource } from '../../checkpoints/byte-source.ts';
import { readSafetensors } from '../../checkpoints/safetensors.ts';
import type { NamedTensor, TensorSource } from '../../checkpoints/tensor-source.ts';
import { CytoForgeError } from '../../errors.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { type LocalEnhancerShape, loadLocalEnhancer } from './local-enhancer.ts';
import { runNetwork, runNetworkInTurns } from './run-network.ts';

/** Weights, input and outputs of PyTorch's own modules put together as spec B.3 says, in training mode. */
const FIXTURE = new URL('./fixtures/two_enhancers_batch.safetensors', import.meta.url);

const SHAPE: LocalEnhancerShape = {
  inputNc: 4,
  outputNc: 3,
  ngf: 2,
  nDownsample: 1,
  nBlocks: 1,
  nEnhancers: 2,
  nBlocksLocal: 1,
  norm: 'batch',
};

/** The fixture's name of what a module makes. */
const SEEN: Record<string, string> = {
  'input.2': 'pooled',
  'model.10': 'core',
  'model1_2.3': 'enhanced1',
  'model2_2.6': 'y',
};

type Tensors = ReadonlyMap<string, NamedTensor>;

async function readFixture(): Promise<Tensors> {
  const file = bytesSource('two_enhancers_batch', new Uint8Array(await readFile(FIXTURE)));
  return new Map(
    [...readSafetensors(file)].map(([name, { shape, data }]) => [
      name,
      { shape, data: Float32Array.from(data) },
    ]),
  );
}

function sourceOf(tensors: Tensors): TensorSource {
  return {
    names: () => [...tensors.keys()],
    has: (name) => tensors.has(name),
    read(name) {
      const tensor = tensors.get(name);
      if (!tensor) throw new CytoForgeError('missing-tensor', `There is no ${name}.`);
      return tensor;
    },
  };
}

function inputOf(tensors: Tensors): tf.Tensor4D {
  const { shape, data } = sourceOf(tensors).read('x');
  return tf.tidy(() =>
    tf.transpose(tf.tensor4d(data, shape as [number, number, number, number]), [0, 2, 3, 1]),
  );
}

function largestDifference(output: tf.Tensor4D, { data }: NamedTensor): number {
  const planes = Array.from(tf.tidy(() => tf.transpose(output, [0, 3, 1, 2]).dataSync()));
  expect(planes).toHaveLength(data.length);
  return Math.max(...planes.map((value, i) => Math.abs(value - data[i])));
}

describe.each(['cpu', 'wasm'] as const)('two local enhancers with batch norm on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('give what PyTorch gives, at every size', async () => {
    const tensors = await readFixture();
    const network = loadLocalEnhancer(SHAPE, sourceOf(tensors));
    const x = inputOf(tensors);
    const differences: Record<string, number> = {};
    const y = runNetwork(network, x, ({ name }, output) => {
      const seen = tensors.get(SEEN[name]);
      if (seen) differences[name] = largestDifference(output, seen);
    });
    expect(Object.keys(differences)).toEqual(Object.keys(SEEN));
    for (const difference of Object.values(differences)) expect(difference).toBeLessThan(5e-5);
    tf.dispose([x, y]);
    network.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('stop between modules, wherever they are, and free what waited for later ones', async () => {
    const tensors = await readFixture();
    const network = loadLocalEnhancer(SHAPE, sourceOf(tensors));
    const x = inputOf(tensors);
    const before = tf.memory().numTensors;
    for (const last of ['input.1', 'model.4', 'model1_1.5', 'sum.2', 'model2_2.6']) {
      const controller = new AbortController();
      const stopped = runNetworkInTurns(network, x, controller.signal, ({ name }) => {
        if (name === last) controller.abort();
      });
      await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
      expect(tf.memory().numTensors).toBe(before);
    }
    x.dispose();
    network.dispose();
  });

  it('run with all modules under their official names', async () => {
    const tensors = await readFixture();
    const network = loadLocalEnhancer(SHAPE, sourceOf(tensors));
    const convolutions = network.modules.filter(({ kind }) =>
      ['convolution', 'doubling'].includes(kind),
    );
    const named = new Set([...tensors.keys()].map((name) => name.replace(/\.(weight|bias)$/, '')));
    for (const { name } of convolutions) expect(named).toContain(`G.${name}`);
    network.dispose();
  });
});
