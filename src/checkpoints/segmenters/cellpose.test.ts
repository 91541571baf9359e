import { describe, expect, it } from 'vitest';
import { parseManifest } from '../bundle/parse-manifest.ts';
import { groupFiles, modelSources, openModelFiles } from '../group-files.ts';
import type { TensorToWrite } from '../torch/write-torch.ts';
import { cellposeTensorShapes } from './cellpose-tensors.ts';
import {
  cellposeFile,
  cellposeTensors,
  NARROW_CHANNELS,
  pickledNumbers,
  SIZE_MODEL,
  sizeModelFile,
} from './fixtures/cellpose-files.ts';
import { openSegmenterFile } from './open-segmenter-file.ts';

function open(written: TensorToWrite[]) {
  return openSegmenterFile(cellposeFile(written));
}

describe('files of classic Cellpose', () => {
  it('are opened in the older form, with the diameters that they say', () => {
    const { architecture, config, weights } = open(
      cellposeTensors({ diam_mean: 17, diam_labels: 19.5 }),
    );
    expect(architecture).toBe('cellpose');
    expect(config).toEqual({ channels: NARROW_CHANNELS, diameter: 17, labelsDiameter: 19.5 });
    expect(weights.read('output.2.weight').shape).toEqual([3, 2, 1, 1]);
  });

  it('are scaled to 30 pixels where they do not say it', () => {
    expect(open(cellposeTensors()).config).toEqual({ channels: NARROW_CHANNELS, diameter: 30 });
  });

  it('are refused with the first tensor that is not as it should be', () => {
    const name = 'upsample.up.res_up_1.conv.conv_2.full.weight';
    const without = cellposeTensors().filter((tensor) => tensor.name !== name);
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

describe('a size model', () => {
  const weights = cellposeFile(cellposeTensors());

  it('comes along with the weights it lies beside', () => {
    const { models, others } = groupFiles([sizeModelFile(SIZE_MODEL), weights]);
    expect(others).toEqual([]);
    const [model] = models;
    if (model.kind !== 'segmenter') throw new Error('no segmenter');
    expect(modelSources(model)).toHaveLength(2);
    expect(openModelFiles(model).config).toMatchObject({
      sizeModel: { slope: [1, 2, 3, 4], styleMean: [5, 6, 7, 8], diameterMean: 17, intercept: 0.5 },
    });
  });

  it.each([
    ['of another style', { ...SIZE_MODEL, A: pickledNumbers(1), smean: pickledNumbers(1) }, 'A'],
    ['without a part', { A: SIZE_MODEL.A, smean: SIZE_MODEL.smean, diam_mean: 17 }, 'ymean'],
    ['with a text for numbers', { ...SIZE_MODEL, smean: 'x' }, 'smean'],
    ['of no size', { ...SIZE_MODEL, diam_mean: 0 }, 'diam_mean'],
  ])('is refused %s', (_, entries, where) => {
    expect(() => openSegmenterFile(weights, sizeModelFile(entries))).toThrow(
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
      config: { channels: NARROW_CHANNELS, diameter: 30, sizeModel },
      provenance: { files: [], converter: 'c', licence: 'l', weightsSha256: '0'.repeat(64) },
      weightsManifest: [],
    };
    expect(() => parseManifest(manifest)).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });
});
