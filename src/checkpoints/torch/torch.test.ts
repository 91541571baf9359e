import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { countingSource, fixture, fixtureBytes } from '../fixtures/open-fixture.ts';
import { readSafetensors } from '../safetensors.ts';
import { LARGEST_READ, readTorchTensor } from './read-tensor.ts';
import { openStateDict } from './state-dict.ts';
import { torchTensorSource } from './tensor-map.ts';

const count = (length: number, from = 0, step = 1) =>
  Float32Array.from({ length }, (_, i) => from + step * i);

describe('openStateDict', () => {
  it('reads an official encoder to the bit, its _metadata included', () => {
    const tensors = openStateDict(fixture('03_p2p_model_latest_net_E.pth'));
    const expected = readSafetensors(fixture('03_p2p_model.net_E.safetensors'));
    expect([...tensors.keys()]).toEqual([...expected.keys()]);
    for (const [name, { shape, data }] of expected) {
      expect(torchTensorSource(tensors).read(name)).toEqual({ shape, data });
    }
  });

  it('reads the same from the ZIP and the older form', () => {
    const zip = openStateDict(fixture('global_net_G.zip.pth'));
    const legacy = openStateDict(fixture('global_net_G.legacy.pth'));
    expect([...zip.keys()]).toEqual([...legacy.keys()]);
    [...zip].forEach(([name, tensor], k) => {
      const { shape, data } = readTorchTensor(tensor);
      expect(data).toEqual(count(data.length, k / 64, 1 / 64));
      const other = legacy.get(name);
      expect(other && readTorchTensor(other)).toEqual({ shape, data });
    });
  });

  it.each(['zip', 'legacy'])('reads every element type and stride (%s)', (form) => {
    const weights = torchTensorSource(openStateDict(fixture(`odd_tensors.${form}.pth`)));
    for (const type of [
      'float64',
      'float32',
      'float16',
      'bfloat16',
      'int64',
      'int32',
      'int16',
      'int8',
    ]) {
      expect(weights.read(type)).toEqual({ shape: [2, 3, 4], data: count(24, -5) });
    }
    expect(weights.read('uint8').data).toEqual(count(24));
    expect(weights.read('bool').data).toEqual(count(24).map((i) => (i % 3 === 0 ? 1 : 0)));
    expect(weights.read('channels_last')).toEqual({ shape: [1, 2, 3, 4], data: count(24) });
    expect(weights.read('transposed')).toEqual({
      shape: [6, 4],
      data: count(24).map((i) => 6 * (i % 4) + Math.floor(i / 4)),
    });
    expect(weights.read('slice_a').data).toEqual(count(6, 8, 2));
    expect(weights.read('slice_b').data).toEqual(count(12, 0, 4));
    expect(weights.read('scalar')).toEqual({ shape: [], data: Float32Array.of(2.5) });
    expect(weights.read('empty')).toEqual({ shape: [0, 3], data: new Float32Array(0) });
    expect(weights.read('parameter').data).toEqual(count(4));
  });

  it.each(['zip', 'legacy'])('leaves the data of a %s file where it is', (form) => {
    const file = fixture(`global_net_G.${form}.pth`);
    const { source, counts } = countingSource(file);
    const weights = torchTensorSource(openStateDict(source));
    for (const name of weights.names()) weights.read(name);
    expect(counts.total).toBeLessThanOrEqual(2.1 * file.size);
  });

  it('asks for no more than a few megabytes at once', () => {
    const elements = (3 * LARGEST_READ) / 4 + 5;
    const { source, counts } = countingSource({
      name: 'large',
      size: 4 * elements,
      read: (_, length) => new Uint8Array(length),
    });
    const { data } = readTorchTensor({
      kind: 'tensor',
      storage: { kind: 'storage', dtype: 'float32', elements, data: { source, offset: 0 } },
      offset: 0,
      shape: [elements],
      stride: [1],
    });
    expect(data.length).toBe(elements);
    expect(counts).toEqual({ total: 4 * elements, largest: LARGEST_READ });
  });

  it('refuses a tensor that reaches beyond its storage', () => {
    const bytes = fixtureBytes('global_net_G.legacy.pth');
    const text = new TextDecoder('latin1').decode(bytes);
    // Shape (4,) and stride (1,) of the first bias: BININT1 4, TUPLE1.
    const at = text.indexOf('K\x04\x85');
    bytes[at + 1] = 200;
    expect(() => openStateDict(bytesSource('odd.pth', bytes))).toThrow(
      expect.objectContaining({
        code: 'corrupt',
        details: expect.objectContaining({ found: 'a tensor of shape [200] at offset 0' }),
      }),
    );
  });

  it('says what a snapshot is when a .pth was expected', () => {
    expect(() => openStateDict(fixture('02_sg3_t32_cond.pkl'))).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ found: 'a StyleGAN snapshot' }),
      }),
    );
  });
});
