import { describe, expect, it } from 'vitest';
import { parseManifest } from '../bundle/parse-manifest.ts';
import { type ByteSource, bytesSource } from '../byte-source.ts';
import { groupFiles, modelSources, openModelFiles } from '../group-files.ts';
import { pickledArray } from '../pickle/numpy-picklable.ts';
import { type Picklable, pickledDict } from '../pickle/picklable.ts';
import { joinBytes, writePickle } from '../pickle/write-pickle.ts';
import { type TensorToWrite, writeTorchLegacy } from '../torch/write-torch.ts';
import { cellposeTensorShapes } from './cellpose-tensors.ts';
import { openSegmenterFile } from './open-segmenter-file.ts';

const CHANNELS = [2, 2, 4];

function tensors(extra: Record<string, number> = {}): TensorToWrite[] {
  const shapes = cellposeTensorShapes({ channels: CHANNELS, diameter: 30 });
  const network = [...shapes].map(([name, shape]) => ({
    name,
    shape,
    read: () => new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.5),
  }));
  const numbers = Object.entries(extra).map(([name, value]) => ({
    name,
    shape: [1],
    read: () => Float32Array.of(value),
  }));
  return [...network, ...numbers];
}

function open(written: TensorToWrite[]) {
  return openSegmenterFile(bytesSource('nucleitorch_0', joinBytes(writeTorchLegacy(written))));
}

describe('files of classic Cellpose', () => {
  it('are opened in the older form, with the diameters that they say', () => {
    const { architecture, config, weights } = open(tensors({ diam_mean: 17, diam_labels: 19.5 }));
    expect(architecture).toBe('cellpose');
    expect(config).toEqual({ channels: CHANNELS, diameter: 17, labelsDiameter: 19.5 });
    expect(weights.read('output.2.weight').shape).toEqual([3, 2, 1, 1]);
  });

  it('are scaled to 30 pixels where they do not say it', () => {
    expect(open(tensors()).config).toEqual({ channels: CHANNELS, diameter: 30 });
  });

  it('are refused with the first tensor that is not as it should be', () => {
    const name = 'upsample.up.res_up_1.conv.conv_2.full.weight';
    const without = tensors().filter((tensor) => tensor.name !== name);
    expect(() => open(without)).toThrow(
      expect.objectContaining({
        code: 'missing-tensor',
        details: expect.objectContaining({ where: name, expected: 'shape [4, 4]' }),
      }),
    );
  });

  it('have 6,600,845 numbers to train in their official size, both diameters among them', () => {
    const shapes = cellposeTensorShapes({ channels: [2, 32, 64, 128, 256], diameter: 30 });
    const trained = [...shapes].filter(([name]) => !name.includes('.running_'));
    const count = trained.reduce((sum, [, shape]) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(count + 2).toBe(6_600_845);
  });
});

function npyOfDict(entries: Record<string, Picklable>): ByteSource {
  const described = "{'descr': '|O', 'fortran_order': False, 'shape': (), }";
  const header = `${described.padEnd(117)}\n`;
  const head = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length, 0);
  const array = pickledArray([], 'O8', [pickledDict(entries)]);
  const bytes = [head, new TextEncoder().encode(header), ...writePickle(array)];
  return bytesSource('size_nucleitorch_0.npy', joinBytes(bytes));
}

const numbers = (...values: number[]) =>
  pickledArray([values.length], 'f8', new Uint8Array(Float64Array.from(values).buffer));

describe('a size model', () => {
  const weights = bytesSource('nucleitorch_0', joinBytes(writeTorchLegacy(tensors())));
  const parts = { A: numbers(1, 2, 3, 4), smean: numbers(5, 6, 7, 8), diam_mean: 17, ymean: 0.5 };

  it('comes along with the weights it lies beside', () => {
    const { models, others } = groupFiles([npyOfDict(parts), weights]);
    expect(others).toEqual([]);
    const [model] = models;
    if (model.kind !== 'segmenter') throw new Error('no segmenter');
    expect(modelSources(model)).toHaveLength(2);
    expect(openModelFiles(model).config).toMatchObject({
      sizeModel: { slope: [1, 2, 3, 4], styleMean: [5, 6, 7, 8], diameterMean: 17, intercept: 0.5 },
    });
  });

  it.each([
    ['of another style', { ...parts, A: numbers(1), smean: numbers(1) }, 'A'],
    ['without a part', { A: parts.A, smean: parts.smean, diam_mean: 17 }, 'ymean'],
    ['with a text for numbers', { ...parts, smean: 'x' }, 'smean'],
    ['of no size', { ...parts, diam_mean: 0 }, 'diam_mean'],
  ])('is refused %s', (_, entries, where) => {
    expect(() => openSegmenterFile(weights, npyOfDict(entries))).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ where }) }),
    );
  });
});

describe('bundles of classic Cellpose', () => {
  it('are refused when their size model is not of their style', () => {
    const sizeModel = { slope: [1], styleMean: [1], diameterMean: 30, intercept: 0 };
    const manifest = {
      format: 'cytoforge-model',
      version: 1,
      name: 'n',
      architecture: 'cellpose',
      config: { channels: CHANNELS, diameter: 30, sizeModel },
      provenance: { files: [], converter: 'c', licence: 'l', weightsSha256: '0'.repeat(64) },
      weightsManifest: [],
    };
    expect(() => parseManifest(manifest)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});
