import { describe, expect, it } from 'vitest';
import { readDiscriminatorConfig } from './discriminator-config.ts';
import { discriminatorTensorShapes } from './discriminator-tensors.ts';
import { fixture } from './fixtures/open-fixture.ts';
import type { StoredModule } from './persistent-module.ts';
import type { TorchTensor } from './pickle/torch-records.ts';
import type { PickleValue } from './pickle/values.ts';
import { readSnapshotNetwork } from './snapshot-networks.ts';
import { openStyleGanDiscriminator } from './stylegan-discriminator.ts';
import { openWeights } from './stylegan-snapshot.ts';

const CONDITIONAL = '02_sg2_g32_cond.pkl';

const stored = (network: 'D' | 'G' = 'D') =>
  readSnapshotNetwork(fixture(CONDITIONAL), network).module;

const refusal = (code: string, details: object) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

/** Copies of a module and of all below it, each changed by `change`. */
function rebuilt(
  module: StoredModule,
  change: (module: StoredModule) => Partial<StoredModule>,
): StoredModule {
  const modules = new Map([...module.modules].map(([name, one]) => [name, rebuilt(one, change)]));
  const copy = { ...module, modules };
  return { ...copy, ...change(copy) };
}

function withAttribute(module: StoredModule, name: string, value: PickleValue) {
  if (!module.attributes.has(name)) return {};
  return { attributes: new Map([...module.attributes, [name, value] as const]) };
}

function without<Value>(map: ReadonlyMap<string, Value>, name: string): Map<string, Value> {
  return new Map([...map].filter(([key]) => key !== name));
}

/** The tensor called `path`, of another shape. */
function reshaped(module: StoredModule, path: string, shape: number[]): Partial<StoredModule> {
  const tensors = [...module.tensors].map(([name, tensor]): [string, TorchTensor] => {
    return [name, `${module.path}.${name}` === path ? { ...tensor, shape } : tensor];
  });
  return { tensors: new Map(tensors) };
}

/** The stored discriminator, as one of another architecture would be. */
function asArchitecture(architecture: 'orig' | 'skip'): StoredModule {
  const fromrgb = stored().modules.get('b32')!.modules.get('fromrgb')!;
  return rebuilt(stored(), (module) => {
    const changed = withAttribute(module, 'architecture', architecture);
    if (!/^b\d+$/.test(module.path)) return changed;
    const modules = without(module.modules, 'skip');
    if (architecture === 'skip') {
      const path = `${module.path}.fromrgb`;
      const channels = module.path === 'b32' ? 8 : 12;
      const own = reshaped({ ...fromrgb, path }, `${path}.weight`, [channels, 1, 1, 1]);
      const bias = fromrgb.tensors.get('bias')!;
      const tensors = new Map([...own.tensors!, ['bias', { ...bias, shape: [channels] }] as const]);
      modules.set('fromrgb', { ...fromrgb, path, tensors });
    }
    return { ...changed, modules };
  });
}

describe('openStyleGanDiscriminator', () => {
  it('reads configuration and weights', () => {
    const { config, weights, trainingSet } = openStyleGanDiscriminator(fixture(CONDITIONAL));
    const block = { resolution: 8, channels: 12, outChannels: 12, convClamp: 256, useFp16: true };
    expect(config).toMatchObject({
      imgResolution: 32,
      imgChannels: 1,
      cDim: 3,
      architecture: 'resnet',
      filterShape: [4, 4],
      epilogue: {
        channels: 12,
        convClamp: 256,
        minibatchStd: { groupSize: 4, channels: 1 },
      },
      mapping: { layers: 8, cmapDim: 12 },
    });
    expect(config.blocks.map(({ resolution, fromrgb }) => [resolution, fromrgb])).toEqual([
      [32, true],
      [16, false],
      [8, false],
    ]);
    expect(config.blocks[2]).toEqual({ ...block, fromrgb: false });
    expect(weights.names()).toEqual([...discriminatorTensorShapes(config).keys()]);
    expect(weights.read('b4.out.weight').shape).toEqual([12, 12]);
    expect(weights.read('b32.fromrgb.weight').data.some((value) => value !== 0)).toBe(true);
    expect(trainingSet).not.toBeNull();
  });

  it('reads one without classes, of a StyleGAN3 snapshot', () => {
    const { config, weights } = openStyleGanDiscriminator(fixture('02_sg3_t64.pkl'));
    expect(config).toMatchObject({ imgResolution: 64, cDim: 0, mapping: null });
    expect(weights.names()).toEqual([...discriminatorTensorShapes(config).keys()]);
    expect(weights.read('b4.out.weight').shape).toEqual([1, 12]);
  });

  it.each(['orig', 'skip'] as const)('reads the architecture %s', (architecture) => {
    const module = asArchitecture(architecture);
    const config = readDiscriminatorConfig(module);
    expect(config.architecture).toBe(architecture);
    expect(config.blocks.map(({ fromrgb }) => fromrgb)).toEqual(
      architecture === 'skip' ? [true, true, true] : [true, false, false],
    );
    const expected = discriminatorTensorShapes(config);
    const names = new Set(openWeights(module, expected).names());
    expect(names).toEqual(new Set(expected.keys()));
    expect([...names].some((name) => name.includes('.skip.'))).toBe(false);
  });

  it('reads one that does not compare samples, or compares all of a batch', () => {
    const alone = rebuilt(stored(), ({ modules }) => ({ modules: without(modules, 'mbstd') }));
    const config = readDiscriminatorConfig(alone);
    expect(config.epilogue.minibatchStd).toBeNull();
    expect(discriminatorTensorShapes(config).get('b4.conv.weight')).toEqual([12, 12, 3, 3]);
    const all = rebuilt(stored(), (module) => withAttribute(module, 'group_size', null));
    expect(readDiscriminatorConfig(all).epilogue.minibatchStd?.groupSize).toBeNull();
  });

  it('refuses a generator, and a snapshot that has none', () => {
    expect(() => readDiscriminatorConfig(stored('G'))).toThrow(
      refusal('wrong-architecture', { where: 'D', found: 'class Generator' }),
    );
    expect(() => openStyleGanDiscriminator(fixture('99_neg_missing_G_ema.pkl'))).toThrow(
      refusal('wrong-architecture', { expected: 'a StyleGAN network' }),
    );
  });

  it.each<[string, (module: StoredModule) => Partial<StoredModule>, string, object]>([
    [
      'a block that is not there',
      ({ modules }) => ({ modules: without(modules, 'b16') }),
      'wrong-architecture',
      { found: 'no b16' },
    ],
    [
      'resolutions out of order',
      (module) => withAttribute(module, 'block_resolutions', [32, 8, 16]),
      'wrong-architecture',
      { found: 'block 2 of 8 pixels' },
    ],
    [
      'too few resolutions',
      (module) => withAttribute(module, 'block_resolutions', [32, 16]),
      'wrong-architecture',
      { found: '2 blocks for 32 pixels' },
    ],
    [
      'channels that do not meet',
      (module) => reshaped(module, 'b32.conv1.weight', [10, 8, 3, 3]),
      'wrong-architecture',
      { found: 'b32 with 10 channels before one with 12' },
    ],
    [
      'another activation',
      (module) => withAttribute(module, 'activation', 'swish'),
      'unsupported',
      { found: 'swish', expected: 'lrelu' },
    ],
    [
      'another architecture',
      (module) => withAttribute(module, 'architecture', 'dense'),
      'wrong-architecture',
      { found: 'architecture dense' },
    ],
    [
      'a mapping network trained otherwise',
      (module) => withAttribute(module, 'bias_gain', 0.5),
      'unsupported',
      { where: 'mapping.fc0.bias_gain', found: '0.5' },
    ],
  ])('refuses %s', (_, change, code, details) => {
    const module = rebuilt(stored(), change);
    expect(() => readDiscriminatorConfig(module)).toThrow(refusal(code, details));
  });

  it('names the first tensor that differs', () => {
    const config = readDiscriminatorConfig(stored());
    const narrow = rebuilt(stored(), (module) => reshaped(module, 'b4.fc.weight', [12, 12]));
    expect(() => openWeights(narrow, discriminatorTensorShapes(config))).toThrow(
      refusal('missing-tensor', {
        where: 'b4.fc.weight',
        found: 'shape [12, 12]',
        expected: 'shape [12, 192]',
      }),
    );
    const gone = rebuilt(stored(), ({ path, tensors }) =>
      path === 'b16.conv1' ? { tensors: without(tensors, 'bias') } : {},
    );
    expect(() => openWeights(gone, discriminatorTensorShapes(config))).toThrow(
      refusal('missing-tensor', { where: 'b16.conv1.bias', found: 'no such tensor' }),
    );
  });
});
