import { afterEach, describe, expect, it, vi } from 'vitest';
import * as tf from '../tf.ts';
import { backendMemory } from './backend-memory.ts';
import { countDispatches } from './count-dispatches.ts';
import { readTensor } from './read-tensor.ts';
import { releaseBackend, useBackend } from './use-backend.ts';

afterEach(() => {
  releaseBackend();
  vi.unstubAllGlobals();
});

describe('useBackend', () => {
  it('takes WASM where there is no WebGPU, and says why', async () => {
    const info = await useBackend('auto');
    expect(info).toMatchObject({ backend: 'wasm', software: false });
    expect(info.reason).toContain('no WebGPU');
    expect(info.device).toMatch(/^SIMD, \d+ thread/);
    expect(tf.getBackend()).toBe('wasm');
  });

  it('takes WASM when the adapter computes in software', async () => {
    const adapter = { info: { vendor: 'google', architecture: 'swiftshader', description: '' } };
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
    const info = await useBackend('auto');
    expect(info.backend).toBe('wasm');
    expect(info.reason).toContain('google swiftshader');
  });

  it('takes WASM when the device is refused', async () => {
    const info = { vendor: 'nvidia', architecture: 'ampere', description: 'NVIDIA RTX A2000' };
    const requestDevice = () => Promise.reject(new Error('no more devices'));
    const adapter = { info, limits: {}, features: new Set(), requestDevice };
    vi.stubGlobal('navigator', { gpu: { requestAdapter: async () => adapter } });
    expect((await useBackend('auto')).backend).toBe('wasm');
    await expect(useBackend('webgpu')).rejects.toMatchObject({ code: 'backend-unavailable' });
  });

  it('refuses WebGPU where there is none', async () => {
    await expect(useBackend('webgpu')).rejects.toMatchObject({ code: 'backend-unavailable' });
  });

  it.each(['wasm', 'cpu'] as const)('starts %s again after it was released', async (choice) => {
    const sumOfThree = async () => {
      const sum = tf.tidy(() => tf.sum(tf.tensor1d([1, 2, 3])));
      expect(Array.from(await readTensor(sum))).toEqual([6]);
      sum.dispose();
    };
    await useBackend(choice);
    await sumOfThree();
    releaseBackend();
    await useBackend(choice);
    await sumOfThree();
  });

  it('says nothing on the console when JavaScript starts', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await useBackend('cpu');
    tf.tensor1d([1]).dispose();
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

it('reports memory and counts kernels', async () => {
  await useBackend('wasm');
  const x = tf.tensor1d([1, 2, 3, 4]);
  expect(backendMemory()).toMatchObject({ bytesOnGpu: null });
  const { tensors, bytes } = backendMemory();
  const y = tf.square(x);
  expect(backendMemory()).toMatchObject({ tensors: tensors + 1, bytes: bytes + 16 });
  const count = await countDispatches(async () => {
    const z = tf.tidy(() => tf.reshape(tf.add(tf.square(y), 1), [2, 2]));
    await readTensor(z);
    z.dispose();
  });
  expect(count).toBe(2);
  tf.dispose([x, y]);
});
