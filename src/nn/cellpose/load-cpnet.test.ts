import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../checkpoints/byte-source.ts';
import { readSafetensors } from '../../checkpoints/safetensors.ts';
import { openSegmenterFile } from '../../checkpoints/segmenters/open-segmenter-file.ts';
import { useBackend } from '../backend/use-backend.ts';
import * as tf from '../tf.ts';
import { type Cpnet, loadCpnet } from './load-cpnet.ts';

async function fixture(name: string): Promise<ByteSource> {
  const url = new URL(`./fixtures/${name}`, import.meta.url);
  return bytesSource(name, new Uint8Array(await readFile(url)));
}

async function open() {
  const opened = openSegmenterFile(await fixture('cpnet.pth'));
  if (opened.architecture !== 'cellpose') throw new Error('taken for another network');
  return opened;
}

async function load(): Promise<Cpnet> {
  const { config, weights } = await open();
  return loadCpnet(config, weights);
}

/** What the official implementation gave with these weights for a batch of two. */
async function official() {
  const tensors = readSafetensors(await fixture('cpnet-batch.safetensors'));
  const values = (name: string) => Float32Array.from(tensors.get(name)!.data);
  return { x: values('batch.x'), y: values('batch.y'), style: values('batch.style') };
}

function asPlanes(map: tf.Tensor4D): tf.Tensor {
  return tf.transpose(map, [0, 3, 1, 2]);
}

function asMap(planes: Float32Array): tf.Tensor4D {
  return tf.transpose(tf.tensor4d(planes, [2, 2, 32, 32]), [0, 2, 3, 1]);
}

describe.each(['cpu', 'wasm'] as const)('CPnet on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  it('gives what the official implementation gives', async () => {
    const network = await load();
    const { x, y, style } = await official();
    const [maps, found] = tf.tidy(() => {
      const output = network.run(asMap(x));
      return [asPlanes(output.maps).dataSync(), output.style.dataSync()];
    });
    network.dispose();
    expect(maps).toHaveLength(y.length);
    for (const [i, value] of y.entries()) expect(Math.abs(maps[i] - value)).toBeLessThan(1e-4);
    for (const [i, value] of style.entries()) expect(found[i]).toBeCloseTo(value, 4);
    expect(tf.memory().numTensors).toBe(0);
  });

  it('leaves nothing behind when a weight is missing', async () => {
    const { config, weights } = await open();
    const wider = { ...config, channels: [2, 8, 16, 32, 64] };
    expect(() => loadCpnet(wider, weights)).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    expect(tf.memory().numTensors).toBe(0);
  });
});
