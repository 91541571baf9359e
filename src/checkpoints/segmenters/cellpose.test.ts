import { describe, expect, it } from 'vitest';
import { parseManifest } from '../bundle/parse-manifest.ts';
import { bytesSource } from '../byte-source.ts';
import { joinBytes } from '../pickle/write-pickle.ts';
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
