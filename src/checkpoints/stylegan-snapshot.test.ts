import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { countingSource, fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { readSafetensors } from './safetensors.ts';
import { openStyleGan3Snapshot } from './stylegan-snapshot.ts';

const latin1 = new TextDecoder('latin1');

function replaceText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const result = bytes.slice();
  const text = latin1.decode(bytes);
  for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + 1)) {
    for (let i = 0; i < to.length; i++) result[at + i] = to.charCodeAt(i);
  }
  return result;
}

describe('openStyleGan3Snapshot', () => {
  it.each([
    ['02_sg3_t32_cond', 'protocol 4'],
    ['02_sg3_t64', 'protocol 3'],
  ])('reads %s (%s) to the bit', (name) => {
    const { weights } = openStyleGan3Snapshot(fixture(`${name}.pkl`));
    const expected = readSafetensors(fixture(`${name}.weights.safetensors`));
    expect(weights.names().sort()).toEqual([...expected.keys()].sort());
    for (const [tensor, { shape, data }] of expected) {
      expect(weights.read(tensor)).toEqual({ shape, data });
    }
  });

  it('takes layer attributes from the stored objects', () => {
    const { config, trainingSet } = openStyleGan3Snapshot(fixture('02_sg3_t32_cond.pkl'));
    expect(trainingSet).toBeNull();
    expect(config).toMatchObject({
      zDim: 64,
      cDim: 3,
      wDim: 32,
      numWs: 8,
      imgResolution: 32,
      imgChannels: 1,
      mappingLayers: 2,
      outputScale: 0.25,
      input: { channels: 12, size: 36, samplingRate: 16, bandwidth: 2 },
    });
    expect(config.layers.map(({ name }) => name)).toEqual([
      'L0_36_12',
      'L1_36_12',
      'L2_52_12',
      'L3_52_12',
      'L4_52_8',
      'L5_32_8',
      'L6_32_1',
    ]);
    expect(config.layers[0]).toEqual({
      name: 'L0_36_12',
      inChannels: 12,
      outChannels: 12,
      inSize: 36,
      outSize: 36,
      inSamplingRate: 16,
      outSamplingRate: 16,
      tmpSamplingRate: 32,
      inCutoff: 2,
      outCutoff: 2,
      inHalfWidth: 6,
      outHalfWidth: 6,
      upFactor: 2,
      downFactor: 2,
      upTaps: 12,
      downTaps: 12,
      padding: [9, 8, 9, 8],
      convKernel: 3,
      convClamp: 256,
      isTorgb: false,
      isCriticallySampled: false,
      downRadial: false,
    });
    expect(config.layers[6].isTorgb).toBe(true);
  });

  it('reads the training set and the other generator', () => {
    const average = openStyleGan3Snapshot(fixture('02_sg3_t64.pkl'));
    expect(average.trainingSet).toMatchObject({
      class_name: 'training.dataset.ImageFolderDataset',
      resolution: 64,
    });
    const raw = openStyleGan3Snapshot(fixture('02_sg3_t64.pkl'), 'G');
    expect(raw.config).toEqual(average.config);
    const name = 'synthesis.L0_36_8.weight';
    expect(raw.weights.read(name).data).not.toEqual(average.weights.read(name).data);
  });

  it('says that a tensor is missing', () => {
    const { weights } = openStyleGan3Snapshot(fixture('02_sg3_t64.pkl'));
    expect(() => weights.read('synthesis.L99.weight')).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
  });

  it('names the first tensor that is not as the configuration says', () => {
    const bytes = replaceText(
      fixtureBytes('02_sg3_t32_cond.pkl'),
      'magnitude_ema\x94',
      'magnitude_emo\x94',
    );
    expect(() => openStyleGan3Snapshot(bytesSource('odd.pkl', bytes))).toThrow(
      expect.objectContaining({
        code: 'missing-tensor',
        details: expect.objectContaining({
          where: 'synthesis.L0_36_12.magnitude_ema',
          found: 'no such tensor',
          expected: 'shape []',
        }),
      }),
    );
  });

  it('says what a StyleGAN2 snapshot is', () => {
    expect(() => openStyleGan3Snapshot(fixture('02_sg2_g32_cond.pkl'))).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ found: 'a StyleGAN2 generator' }),
      }),
    );
  });

  it('refuses a network of other layers by their class', () => {
    const bytes = replaceText(
      fixtureBytes('02_sg3_t32_cond.pkl'),
      'FullyConnectedLayer',
      'FullyDisconnectedLa',
    );
    expect(() => openStyleGan3Snapshot(bytesSource('odd.pkl', bytes))).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ found: 'class FullyDisconnectedLa' }),
      }),
    );
  });

  it('refuses a hostile name deep inside a snapshot', () => {
    const bytes = replaceText(
      fixtureBytes('02_sg3_t64.pkl'),
      'torch._utils\n_rebuild_parameter',
      'builtins\nexec_of_something_else',
    );
    expect(() => openStyleGan3Snapshot(bytesSource('odd.pkl', bytes))).toThrow(
      expect.objectContaining({
        code: 'unsafe-pickle',
        details: expect.objectContaining({ found: 'builtins.exec_of_something_else' }),
      }),
    );
  });

  it('refuses a hostile name inside an embedded storage', () => {
    const bytes = replaceText(
      fixtureBytes('02_sg3_t64.pkl'),
      'ctorch\nFloatStorage',
      'cos\nsystem\x2e........',
    );
    expect(() => openStyleGan3Snapshot(bytesSource('odd.pkl', bytes))).toThrow(
      expect.objectContaining({
        code: 'unsafe-pickle',
        details: expect.objectContaining({ found: expect.stringMatching(/^os\.system/) }),
      }),
    );
  });

  it('reads little, and never the whole file at once', () => {
    const file = fixture('02_sg3_t64.pkl');
    const { source, counts } = countingSource(file);
    const { weights } = openStyleGan3Snapshot(source);
    for (const name of weights.names()) weights.read(name);
    expect(counts.largest).toBeLessThanOrEqual(64 * 1024);
    expect(counts.total).toBeLessThanOrEqual(2 * file.size);
  });
});
