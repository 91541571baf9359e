import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { openStyleGan2Snapshot, openStyleGanSnapshot } from './stylegan-snapshot.ts';
import { styleGan2TensorShapes } from './stylegan2-tensors.ts';

const FILE = '02_sg2_g32_cond.pkl';

/** The fixture with every `from` replaced by text of the same length. */
function edited(from: string, to: string) {
  const bytes = Buffer.from(fixtureBytes(FILE));
  const text = bytes.toString('latin1');
  expect(text).toContain(from);
  expect(to).toHaveLength(from.length);
  return bytesSource('odd.pkl', Buffer.from(text.replaceAll(from, to), 'latin1'));
}

const refusal = (code: string, details: object) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('openStyleGan2Snapshot', () => {
  it('reads configuration and weights', () => {
    const { config, weights } = openStyleGan2Snapshot(fixture(FILE));
    const layer = { useNoise: true, convClamp: 256, filterShape: [4, 4] };
    expect(config).toMatchObject({
      zDim: 32,
      cDim: 3,
      wDim: 24,
      numWs: 8,
      mappingLayers: 2,
      imgResolution: 32,
      imgChannels: 1,
      architecture: 'skip',
    });
    expect(config.blocks[0].conv0).toBeNull();
    expect(config.blocks[3]).toEqual({
      resolution: 32,
      filterShape: [4, 4],
      conv0: { ...layer, inChannels: 12, outChannels: 8 },
      conv1: { ...layer, inChannels: 8, outChannels: 8 },
      torgbClamp: 256,
    });
    expect([...styleGan2TensorShapes(config).keys()]).toEqual(weights.names());
    expect(weights.read('synthesis.b4.const').shape).toEqual([12, 4, 4]);
    expect(weights.read('synthesis.b32.conv1.noise_const').shape).toEqual([32, 32]);
  });

  it('reads G as well as G_ema', () => {
    const [averaged, trained] = (['G_ema', 'G'] as const).map((network) =>
      openStyleGan2Snapshot(fixture(FILE), network),
    );
    expect(trained.config).toEqual(averaged.config);
    const name = 'synthesis.b8.conv0.weight';
    expect(trained.weights.read(name).data).not.toEqual(averaged.weights.read(name).data);
  });

  it('does without what StyleGAN2-ADA snapshots lack', () => {
    const older = edited('training_set_kwargs', 'training_set_nothin');
    expect(openStyleGan2Snapshot(older).trainingSet).toBeNull();
    expect(openStyleGan2Snapshot(edited('in_channels', 'no_channels')).config.blocks).toHaveLength(
      4,
    );
  });

  it('refuses an architecture that is not skip', () => {
    expect(() => openStyleGan2Snapshot(edited('\x04skip', '\x04orig'))).toThrow(
      refusal('unsupported', {
        where: 'synthesis.b4.architecture',
        found: 'architecture orig',
        expected: 'architecture skip',
      }),
    );
  });

  it('refuses another activation', () => {
    expect(() => openStyleGan2Snapshot(edited('\x05lrelu', '\x05swish'))).toThrow(
      refusal('unsupported', { found: 'swish', expected: 'lrelu' }),
    );
  });

  it('names the first tensor that is not there', () => {
    expect(() => openStyleGan2Snapshot(edited('noise_strength', 'noise_weakness'))).toThrow(
      refusal('missing-tensor', { where: 'synthesis.b4.conv1.noise_strength' }),
    );
  });

  it('says what a StyleGAN3 snapshot is', () => {
    expect(() => openStyleGan2Snapshot(fixture('02_sg3_t32_cond.pkl'))).toThrow(
      refusal('wrong-architecture', { found: 'a StyleGAN3 generator' }),
    );
  });
});

describe('openStyleGanSnapshot', () => {
  it('tells the architectures apart', () => {
    expect(openStyleGanSnapshot(fixture(FILE)).architecture).toBe('stylegan2');
    expect(openStyleGanSnapshot(fixture('02_sg3_t64.pkl')).architecture).toBe('stylegan3');
  });
});
