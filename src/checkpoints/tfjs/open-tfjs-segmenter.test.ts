import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../byte-source.ts';
import { groupFiles, openModelFiles } from '../group-files.ts';
import { hashedWeights } from '../segmenters/mesmer/fixtures/hashed-weights.ts';
import { NARROW_MESMER, NARROW_NUCLEI } from '../segmenters/mesmer/fixtures/narrow-configs.ts';
import { graphName, type Storage, type TfjsFileOptions, tfjsFiles } from './fixtures/tfjs-files.ts';

const weights = hashedWeights(NARROW_MESMER);
const graph: TfjsFileOptions = { format: 'graph-model', rename: graphName };

function open(files: ByteSource[]) {
  const { models, others } = groupFiles(files);
  expect(others).toEqual([]);
  const [model] = models;
  if (models.length !== 1 || model.kind !== 'tfjs') throw new Error('not one TensorFlow.js model');
  return openModelFiles(model);
}

describe('a Mesmer model of tensorflowjs_converter', () => {
  it.each<TfjsFileOptions>([
    { format: 'layers-model' },
    { format: 'layers-model', rename: (name) => `panopticnet/${name}` },
    graph,
  ])('is found and opened among dropped files: $format', (options) => {
    const opened = open(tfjsFiles(weights, options).reverse());
    expect(opened.architecture).toBe('mesmer');
    expect(opened.config).toEqual(NARROW_MESMER);
    for (const name of weights.names()) {
      expect(opened.weights.read(name)).toEqual(weights.read(name));
    }
  });

  it.each<[Storage, number]>([
    ['float16', 1e-3],
    ['uint16', 1e-4],
    ['uint8', 1e-2],
  ])('is read from %s', (storage, tolerance) => {
    const opened = open(tfjsFiles(weights, { ...graph, storage }));
    for (const name of ['conv1_conv/kernel', 'batch_normalization_0_semantic_2/moving_variance']) {
      const { data } = weights.read(name);
      opened.weights.read(name).data.forEach((value, i) => {
        expect(Math.abs(value - data[i])).toBeLessThan(tolerance);
      });
    }
  });

  it('may have its heads in another order', () => {
    // Files: pixelwise 0 and 1, then distance 2 and 3; here: distance, pixelwise, distance, pixelwise.
    const inFile = ['2', '0', '3', '1'];
    const rename = (name: string) =>
      graphName(name.replace(/(_semantic_(?:upsample_)?)(\d)\//, (_, a, b) => `${a}${inFile[b]}/`));
    const opened = open(tfjsFiles(weights, { ...graph, rename }));
    expect(opened.config).toEqual(NARROW_MESMER);
    for (const name of weights.names()) {
      expect(opened.weights.read(name)).toEqual(weights.read(name));
    }
  });

  it('may number its heads’ batch norms as Keras does by itself', () => {
    const rename = (name: string) =>
      name.replace(/_0_semantic_(\d)\/(gamma|beta|moving)/, (_, head, weight) =>
        head === '0' ? `/${weight}` : `_${head}/${weight}`,
      );
    const opened = open(tfjsFiles(weights, { format: 'layers-model', rename }));
    const name = 'batch_normalization_0_semantic_3/beta';
    expect(opened.weights.read(name)).toEqual(weights.read(name));
  });

  it('may have one pair of heads, and another backbone', () => {
    const opened = open(tfjsFiles(hashedWeights(NARROW_NUCLEI), graph));
    expect(opened.config).toMatchObject({
      backbone: 'small',
      blocks: [1, 2, 1],
      pyramidLevels: [2, 3, 4],
      compartments: ['whole-cell'],
    });
  });

  it('is refused by the first tensor that is not there', () => {
    const name = 'conv4_block3_2_bn/moving_mean';
    const files = tfjsFiles(hashedWeights(NARROW_MESMER, name), graph);
    expect(() => open(files)).toThrow(
      expect.objectContaining({
        code: 'wrong-architecture',
        details: expect.objectContaining({ where: name }),
      }),
    );
  });

  it('is refused with three heads', () => {
    const names = weights.names().filter((name) => !/_semantic_(upsample_)?3\//.test(name));
    expect(() => open(tfjsFiles({ ...weights, names: () => names }, graph))).toThrow(
      expect.objectContaining({ code: 'wrong-architecture' }),
    );
  });

  it('wants all its weights files, whole', () => {
    const files = tfjsFiles(weights, graph);
    expect(() => groupFiles(files.slice(0, -1))).toThrow(
      expect.objectContaining({ code: 'missing-tensor' }),
    );
    const last = files[files.length - 1];
    const cut = bytesSource(last.name, last.read(0, last.size - 1));
    expect(() => open([...files.slice(0, -1), cut])).toThrow(
      expect.objectContaining({ code: 'truncated' }),
    );
  });

  it('is told from TensorFlow.js models of other networks', () => {
    const names = weights.names().filter((name) => !name.includes('semantic'));
    const files = tfjsFiles({ ...weights, names: () => names }, graph);
    const { models, others } = groupFiles(files);
    expect(models).toEqual([]);
    expect(others[0]).toMatchObject({ kind: 'unknown', error: { code: 'wrong-architecture' } });
  });
});
