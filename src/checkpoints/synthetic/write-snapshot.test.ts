import { describe, expect, it } from 'vitest';
import { bytesSource } from '../byte-source.ts';
import { fixture } from '../fixtures/open-fixture.ts';
import { collectTensors, readStoredModule, type StoredModule } from '../persistent-module.ts';
import { readPickle } from '../pickle/interpreter.ts';
import { asRecord, type PickleValue, showKey } from '../pickle/values.ts';
import { joinBytes } from '../pickle/write-pickle.ts';
import { recogniseFile } from '../recognise.ts';
import { SNAPSHOT_GLOBALS } from '../stylegan-globals.ts';
import { openStyleGanSnapshot } from '../stylegan-snapshot.ts';
import { type SnapshotModel, snapshotNetwork, writeSnapshot } from './write-snapshot.ts';

/** Widths of the discriminators in the fixtures. */
const WIDTHS = { channelBase: 256, channelMax: 12 };
const FIXTURES = ['02_sg3_t64.pkl', '02_sg2_g32_cond.pkl'];

/** A made-up model of a fixture's configuration. */
function modelLike(name: string): SnapshotModel {
  const { architecture, config, weights } = openStyleGanSnapshot(fixture(name));
  if (architecture === 'stylegan2') return { architecture, config };
  const taps = ({ name: layer }: { name: string }, side: string) =>
    weights.read(`synthesis.${layer}.${side}_filter`).data;
  return { architecture, config, taps };
}

function written(model: SnapshotModel) {
  return bytesSource('network-snapshot.pkl', joinBytes(writeSnapshot(model, WIDTHS)));
}

function network(source: ReturnType<typeof written>, name: string): StoredModule {
  const root = asRecord(readPickle(source, SNAPSHOT_GLOBALS), 'dict');
  return readStoredModule(source, root?.entries.get(name), '');
}

/** What the official reader looks at: classes, names of attributes, tensors with their shapes. */
function outline(module: StoredModule): unknown {
  return {
    className: module.className,
    attributes: [...module.attributes.keys()].map(showKey).sort(),
    tensors: [...module.tensors].map(([name, { shape }]) => [name, shape]),
    modules: [...module.modules].map(([name, child]) => [name, outline(child)]),
  };
}

describe.each(FIXTURES)('a made-up snapshot like %s', (name) => {
  const model = modelLike(name);
  const source = written(model);

  it('is read as what it was made of, to the bit', () => {
    expect(recogniseFile(source).kind).toBe('stylegan-snapshot');
    const opened = openStyleGanSnapshot(source);
    expect(opened.config).toEqual(model.config);
    const { shapes, values } = snapshotNetwork(model);
    expect(opened.weights.names()).toEqual([...shapes.keys()]);
    for (const [tensor, shape] of shapes) {
      expect(opened.weights.read(tensor)).toEqual({ shape, data: values(tensor, shape ?? []) });
    }
  });

  it('has another generator in training, and a data set', () => {
    const opened = openStyleGanSnapshot(source, 'G');
    const average = openStyleGanSnapshot(source).weights;
    const tensor = 'mapping.fc0.weight';
    expect(opened.weights.read(tensor)).not.toEqual(average.read(tensor));
    expect(opened.trainingSet).toMatchObject({ resolution: model.config.imgResolution });
  });

  it.each(['G_ema', 'G'])('has the classes, attributes and tensors of the official %s', (key) => {
    expect(outline(network(source, key))).toEqual(outline(network(fixture(name), key)));
  });

  it('comes in pieces, of which none is larger than the largest tensor', () => {
    const opened = openStyleGanSnapshot(source);
    const sizes = opened.weights
      .names()
      .map((tensor) => opened.weights.read(tensor).data.byteLength);
    const pieces = [...writeSnapshot(model, WIDTHS)].map(({ length }) => length);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(Math.max(64 * 1024, ...sizes));
  });
});

it('has the official discriminator beside the generators', () => {
  const official = network(fixture(FIXTURES[0]), 'D');
  const madeUp = network(written(modelLike(FIXTURES[0])), 'D');
  expect(outline(madeUp)).toEqual(outline(official));
  const plain = ([, value]: [PickleValue, PickleValue]) =>
    ['number', 'string'].includes(typeof value);
  for (const [path, module] of modulesOf(official)) {
    const attributes = modulesOf(madeUp).get(path)?.attributes;
    const expected = [...module.attributes].filter(plain);
    expect([...(attributes ?? [])].filter(plain)).toEqual(expect.arrayContaining(expected));
  }
  expect(collectTensors(madeUp).size).toBeGreaterThan(20);
});

function modulesOf(module: StoredModule): Map<string, StoredModule> {
  const below = [...module.modules.values()].flatMap((child) => [...modulesOf(child)]);
  return new Map([[module.path, module], ...below]);
}
